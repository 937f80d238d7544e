import type { Id } from '#lib/core/model/item.ts';
import { premise } from '#lib/core/model/make.ts';
import { fail, type Result } from '#lib/core/result.ts';
import { Draft } from '../draft.ts';
import { refusal, type Reading, type Refusal } from '../format.ts';
import { scriptIn, type Made } from './script.ts';

/** Reads Rationale's maps: the claims of a reason or an objection bear together on what it stands under. */
export function readRationale(text: string): Result<Reading, Refusal> {
	const { nodes, missed } = scriptIn(text);
	const count = (kind: string): number => nodes.filter((node) => node.kind === kind).length;
	const native = {
		...(text.includes('\r\n') && { crlf: true }),
		claims: count('Claim'),
		reasons: count('CompoundReason'),
		objections: count('CompoundObjection'),
		inferences: count('Inference')
	};
	if (nodes.length === 0)
		return fail(refusal('empty', 'No line of it makes a claim: Create("Claim").', 1, 1, native));
	const draft = new Draft();
	for (const line of missed)
		draft.warn('not-understood', 'This line was not understood.', { line, column: 1 });
	new RationaleReader(draft, nodes).read();
	return draft.reading({}, native);
}

class RationaleReader {
	readonly #draft: Draft;
	readonly #nodes: readonly Made[];
	readonly #named = new Map<string, Made>();
	readonly #below = new Map<string, Made[]>();
	readonly #ids = new Map<Made, Id>();

	constructor(draft: Draft, nodes: readonly Made[]) {
		this.#draft = draft;
		this.#nodes = nodes;
		for (const node of nodes) {
			this.#named.set(node.name, node);
			this.#ids.set(node, draft.id(node.name));
			if (node.parent === null) continue;
			const known = this.#below.get(node.parent);
			if (known) known.push(node);
			else this.#below.set(node.parent, [node]);
		}
	}

	read(): void {
		for (const node of this.#nodes) {
			if (node.parent !== null && !this.#named.has(node.parent))
				this.#draft.warn('dangling', `${node.parent} was never made.`, { line: node.line, column: 1 });
			if (node.kind === 'Claim') this.#stand(node);
			else if (isBearing(node)) this.#bear(node);
			else if (node.kind !== 'Inference') this.#basis(node);
		}
	}

	/** A claim; one that stands directly under another supports it, for want of anything better. */
	#stand(node: Made): void {
		const id = this.#claim(node, this.#ids.get(node)!);
		const above = node.parent === null ? undefined : this.#named.get(node.parent);
		if (above?.kind !== 'Claim' || above === node) return;
		this.#draft.warn('no-sense', `${node.name} neither supports nor opposes: it is read as support.`, {
			line: node.line,
			column: 1
		});
		const target = this.#ids.get(above)!;
		this.#draft.relation({ id: this.#draft.id(), sense: 'support', premises: [premise(id)], target });
	}

	#claim({ name, text }: Made, id: Id): Id {
		return this.#draft.claim({ id, text, ext: { rationale: { id: name } } }).id;
	}

	/** A reason or an objection: its claims together; where it has none, its own words. */
	#bear(node: Made): void {
		const claims = (this.#below.get(node.name) ?? []).filter(({ kind }) => kind === 'Claim');
		const premises = claims.map((claim) => premise(this.#ids.get(claim)!));
		if (premises.length === 0 && node.text !== '')
			premises.push(premise(this.#claim(node, this.#draft.id())));
		this.#draft.relation({
			id: this.#ids.get(node)!,
			sense: node.kind === 'CompoundObjection' ? 'attack' : 'support',
			premises,
			target: this.#target(node),
			notes: claims.length > 0 ? node.text : '',
			ext: { rationale: { id: node.name } }
		});
	}

	/** What a node bears on: under an inference, the reason that the inference is part of. */
	#target(node: Made): Id | null {
		let above = node.parent === null ? undefined : this.#named.get(node.parent);
		if (above?.kind === 'Inference' && above.parent !== null) above = this.#named.get(above.parent);
		return (above && above !== node ? this.#ids.get(above) : undefined) ?? null;
	}

	/** Any other kind, such as a quotation or a statistic, is evidence. */
	#basis(node: Made): void {
		const target = this.#target(node);
		this.#draft.warn('basis', `“${node.kind}” is read as evidence.`, { line: node.line, column: 1 });
		if (target === null) this.#claim(node, this.#ids.get(node)!);
		else
			this.#draft.evidence({
				id: this.#ids.get(node)!,
				text: node.text,
				target,
				bearing: 'for',
				notes: node.kind,
				ext: { rationale: { id: node.name, kind: node.kind } }
			});
	}
}

function isBearing({ kind }: Made): boolean {
	return kind === 'CompoundReason' || kind === 'CompoundObjection';
}
