import type { Json } from '#lib/core/decode.ts';
import type { Id, Sense } from '#lib/core/model/item.ts';
import { premise } from '#lib/core/model/make.ts';
import { between } from '#lib/core/model/order.ts';
import type { Result } from '#lib/core/result.ts';
import { Draft } from '../draft.ts';
import type { Native, Reading, Refusal, Remark } from '../format.ts';
import { keeping } from '../keeping.ts';

export type Place = Pick<Remark, 'line' | 'column'>;
type Table = Readonly<Record<string, Json>>;

interface Edge {
	readonly sense: Sense & ('attack' | 'support');
	readonly from: string;
	readonly to: string;
	readonly place: Place;
	readonly carried: Table;
}

/**
 * An abstract framework while it is read. Its arguments become arguments that are only a sketch: they are given, as
 * the theory has it, whatever supports them. Edges may come before what they join.
 */
export class Frame {
	readonly draft = new Draft();
	readonly #format: string;
	readonly #ids = new Map<string, Id>();
	readonly #edges: Edge[] = [];
	/** One order for all edges, so that they can be written as they stood. */
	#order: string | null = null;

	constructor(format: string) {
		this.#format = format;
	}

	get names(): ReadonlyMap<string, Id> {
		return this.#ids;
	}

	/** An argument; the second of a name is left out, and that is said. */
	point(
		name: string,
		place: Place,
		{ title = name, carried = {} }: { title?: string; carried?: Table } = {}
	): void {
		if (this.#ids.has(name)) {
			this.draft.warn('duplicate-id', `There is an argument ${name} already.`, place);
			return;
		}
		const id = this.draft.id(name);
		this.#ids.set(name, id);
		this.draft.argument({ id, title, ext: this.#ext({ id: name, ...carried }, place) });
	}

	edge(sense: Edge['sense'], from: string, to: string, place: Place, carried: Table = {}): void {
		this.#edges.push({ sense, from, to, place, carried });
	}

	reading(native: Native): Result<Reading, Refusal> {
		const seen = { attack: new Set<string>(), support: new Set<string>() };
		for (const { sense, from, to, place, carried } of this.#edges) {
			for (const name of [from, to]) {
				if (this.#ids.has(name)) continue;
				this.draft.warn('undeclared', `${name} was never declared; it is taken for an argument.`, place);
				this.point(name, place);
			}
			const [source, target] = [this.#ids.get(from)!, this.#ids.get(to)!];
			const edge = `${source} ${target}`;
			if (seen[sense].has(edge))
				this.draft.warn('duplicate', `That ${from} ${sense}s ${to} is said twice.`, place);
			else this.#relate(sense, source, target, this.#ext(carried, place));
			seen[sense].add(edge);
		}
		return this.draft.reading({}, native);
	}

	#relate(sense: Sense, source: Id, target: Id, ext: Readonly<Record<string, Json>>): void {
		this.#order = between(this.#order, null);
		this.draft.relation({
			id: this.draft.id(),
			sense,
			premises: [premise(source)],
			target,
			order: this.#order,
			ext
		});
	}

	#ext(carried: Table, place: Place): Readonly<Record<string, Json>> {
		if (Object.keys(carried).length === 0) return {};
		const { kept, dropped } = keeping(carried);
		if (dropped.length > 0)
			this.draft.warn('too-long', `${dropped.join(', ')} was more than is kept.`, place);
		return { [this.#format]: kept };
	}
}
