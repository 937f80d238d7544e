import type { Debate } from '#lib/core/model/debate.ts';
import type { Id } from '#lib/core/model/item.ts';
import { Bearings } from '#lib/draw/forest/bearings.ts';
import { entriesOf, type Entry } from '#lib/draw/forest/entries.ts';
import { Forest, type Shown } from '#lib/draw/forest/forest.ts';
import { grow } from '#lib/draw/forest/grow.ts';
import { mend } from '#lib/draw/forest/mend.ts';
import type { Node } from '#lib/draw/forest/node.ts';
import { rowsOf, type Member, type Row } from './rows.ts';

/** All of it, whatever the map hides. */
const WHOLE: Shown = { folded: new Set(), root: null, most: Infinity };

/**
 * A debate as the outline has it: the hierarchy of the map, in which everything stands once, kept from one edit to
 * the next. Joints have no rows; what hangs on them stands where they do.
 */
export class Tree {
	readonly #debate: Debate;
	readonly #bearings: Bearings;
	readonly #forest = new Forest();

	constructor(debate: Debate) {
		this.#debate = debate;
		this.#bearings = new Bearings(debate);
		grow(this.#forest, debate, this.#bearings, WHOLE);
	}

	/** After a change: `touched` as `apply` tells it. */
	update(touched: ReadonlySet<Id>): void {
		if (touched.size === 0) return;
		this.#bearings.forget(touched);
		const { isSure } = mend(this.#forest, this.#debate, this.#bearings, WHOLE, touched);
		if (!isSure) grow(this.#forest, this.#debate, this.#bearings, WHOLE);
	}

	/** The rows that show where some are open. */
	rows(isOpen: (key: string, level: number) => boolean): Row[] {
		const top = this.#forest.roots.map(({ id }): Member => ({
			key: keyOf('', id),
			id,
			bearing: 'root',
			isFull: true
		}));
		return rowsOf(top, (id) => this.#below(id), isOpen);
	}

	/** The keys of the rows that must be open for the full row of `id` to show; `null` where it has none. */
	wayTo(id: Id): readonly string[] | null {
		const node = this.#forest.nodes.get(id);
		if (node?.kind !== 'card') return null;
		const keys: string[] = [];
		for (let up = node.parent; up; up = up.parent)
			if (up.kind === 'card') keys.push(keyOf(up.via ?? '', up.id));
		return keys.reverse();
	}

	/** What hangs below a card; a joint gives way to its premises and to what bears on it, however deep. */
	*#below(id: Id): Generator<Member> {
		const card = this.#forest.nodes.get(id);
		if (!card || this.#bearings.on(id).length === 0) return;
		const ways = [this.#wayInto(card)];
		for (let way = ways.at(-1); way; way = ways.at(-1)) {
			const entry = way.entries[way.at++];
			const standing = entry && this.#forest.nodes.get(entry.id);
			if (!entry) ways.pop();
			else if (entry.kind === 'joint' && standing) ways.push(this.#wayInto(standing));
			// An inference that is a premise is shown by what it hits, not once more.
			else if (entry.isPlaceable) {
				const isPremise = entry.part === 'premise';
				if (isPremise && way.premises.has(entry.id)) continue;
				yield {
					key: keyOf(entry.via ?? '', entry.id),
					id: entry.id,
					bearing: isPremise && way.premises.size > 0 ? 'joined' : bearingOf(entry, way.head),
					isFull: standing?.parent === way.head && standing.via === entry.via
				};
				if (isPremise) way.premises.add(entry.id);
			}
		}
	}

	#wayInto(head: Node): Way {
		return { head, entries: entriesOf(head, this.#bearings), premises: new Set(), at: 0 };
	}
}

interface Way {
	readonly head: Node;
	readonly entries: readonly Entry[];
	/** The premises of a joint that have their rows: one that is named twice has one. */
	readonly premises: Set<Id>;
	at: number;
}

function keyOf(via: Id, id: Id): string {
	return `${via}:${id}`;
}

function bearingOf({ sense, part }: Entry, head: Node): Member['bearing'] {
	if (sense === 'undercut') return 'undercut';
	if (sense === 'attack') return 'against';
	const isOnInference = part === 'undercut' || (part === 'premise' && head.part === 'undercut');
	return isOnInference ? 'backing' : 'for';
}
