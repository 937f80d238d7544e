import type { Id, Item, Premise, Sense } from '#lib/core/model/item.ts';
import type { Draft } from '../draft.ts';
import { keeping } from '../keeping.ts';
import { itemFields } from './fields.ts';
import { kindOf, nodesIn, type Names, type Node, type NodeKind } from './node.ts';
import { guess, senseOf } from './signs.ts';

/** What a node stands below. */
interface Above {
	readonly id: Id;
	readonly kind: 'claim' | 'relation' | 'evidence';
	/** What a heading in between says of the reasons below it. */
	readonly side: Sense | null;
}

interface Visit {
	readonly node: Node;
	readonly above: Above | null;
}

/**
 * Puts the items of an outline into `draft`, in its order. A node below a claim supports it, unless its field, its
 * words or a heading say otherwise; a node below a relation is a premise of it, unless it says how it bears on it.
 */
export function grow(draft: Draft, format: string, nodes: readonly Node[]): void {
	new Growing(draft, format, nodes).all();
}

class Growing {
	readonly #draft: Draft;
	readonly #format: string;
	readonly #nodes: readonly Node[];
	readonly #named = new Map<string, Id>();
	readonly #own = new Map<Node, Id>();
	readonly #reasons = new Map<Node, Id>();
	readonly #used = new Map<Node, Id>();
	readonly #names: Names = { of: (id) => id, find: (name) => this.#named.get(name) };

	constructor(draft: Draft, format: string, nodes: readonly Node[]) {
		this.#draft = draft;
		this.#format = format;
		this.#nodes = nodes;
	}

	all(): void {
		this.#nameAll();
		const rest: Visit[] = [...this.#nodes].reverse().map((node) => ({ node, above: null }));
		for (let visit = rest.pop(); visit; visit = rest.pop()) {
			const above = this.#visit(visit);
			for (let at = visit.node.children.length - 1; at >= 0; at--)
				rest.push({ node: visit.node.children[at]!, above });
		}
	}

	/** Gives every item its id first, so that each can be named before it comes. */
	#nameAll(): void {
		for (const node of nodesIn(this.#nodes)) {
			if (kindOf(node) !== 'use') this.#own.set(node, this.#idFor(node.id, node));
			const { reason } = node.fields;
			if (reason !== undefined) this.#reasons.set(node, this.#idFor(reason, node));
		}
		for (const node of nodesIn(this.#nodes)) {
			const { use } = node.fields;
			if (use === undefined) continue;
			const id = this.#named.get(use);
			if (id !== undefined) this.#used.set(node, id);
			else {
				this.#draft.warn(
					'dangling',
					`“${use}” is used again and nowhere to be found; its words are kept.`,
					node
				);
				this.#own.set(node, this.#draft.id());
			}
		}
	}

	#idFor(name: string, node: Node): Id {
		const id = this.#draft.id(name);
		if (name === '') return id;
		if (!this.#named.has(name)) this.#named.set(name, id);
		else this.#draft.warn('duplicate-id', `“${name}” is the name of two things.`, node);
		return id;
	}

	/** Makes of a node what it is; answers with what the nodes below it stand below. */
	#visit({ node, above }: Visit): Above | null {
		const kind = kindOf(node);
		switch (kind) {
			case 'relation':
				return this.#relation(node, above);
			case 'evidence':
				return this.#evidence(node, above);
			case 'source':
				this.#draft.source({ ...this.#common(node, kind), title: node.text });
				return null;
			case 'group':
				this.#draft.group({ ...this.#common(node, kind), parent: this.#parent(node), title: node.text });
				return null;
			case 'heading':
				return above && { ...above, side: senseOf(node.fields['relation']) };
			default:
				return this.#claim(node, above, kind);
		}
	}

	#claim(node: Node, above: Above | null, kind: NodeKind): Above | null {
		const said = this.#said(node, above);
		if (said.isHeading) return above && { ...above, side: said.sense };
		const used = this.#used.get(node);
		const id = used ?? this.#own.get(node)!;
		if (used === undefined && kind === 'argument')
			this.#draft.argument({ ...this.#common(node, 'argument'), title: node.text });
		else if (used === undefined) this.#draft.claim({ ...this.#common(node, 'claim'), text: said.text });
		if (above && isReason(node, above))
			this.#draft.relation({
				id: this.#reasons.get(node) ?? this.#draft.id(),
				sense: said.sense,
				premises: [premiseOf(node, id)],
				target: above.id,
				scheme: node.fields['scheme'] ?? '',
				notes: node.fields['why'] ?? '',
				...(node.carried['plain'] === true && { ext: { [this.#format]: { plain: true } } })
			});
		return { id, kind: 'claim', side: null };
	}

	/** How a node bears on what is above it, and its words without the sign that said so. */
	#said(node: Node, above: Above | null): { sense: Sense; text: string; isHeading: boolean } {
		const { text, fields, children } = node;
		const named = senseOf(fields['relation']);
		if (fields['relation'] !== undefined && named === null)
			this.#draft.warn('no-sense', `“${fields['relation']}” is not how a reason bears on a claim.`, node);
		if (named !== null || !above || above.kind === 'relation' || kindOf(node) !== 'claim')
			return { sense: named ?? above?.side ?? 'support', text, isHeading: false };
		const guessed = guess(text);
		if (!guessed.isHeading)
			return {
				sense: guessed.isSaid ? guessed.sense : (above.side ?? 'support'),
				text: guessed.text,
				isHeading: false
			};
		if (children.length === 0) return { sense: above.side ?? 'support', text, isHeading: false };
		this.#draft.warn('heading', `“${text.trim()}” is read as a heading over the reasons below it.`, node);
		return { sense: guessed.sense, text, isHeading: true };
	}

	#relation(node: Node, above: Above | null): Above {
		const on = node.fields['on'];
		const target = above?.id ?? (on === undefined ? null : (this.#named.get(on) ?? null));
		const { id, ...common } = this.#common(node, 'relation');
		const premises = node.children
			.filter((child) => isPremise(child))
			.map((child) => premiseOf(child, this.#used.get(child) ?? this.#own.get(child)!));
		const sense = senseOf(node.fields['relation']) ?? above?.side ?? 'support';
		this.#draft.relation({ id, ...common, sense, premises, target });
		return { id, kind: 'relation', side: null };
	}

	#evidence(node: Node, above: Above | null): Above | null {
		const on = node.fields['on'];
		const target = above?.id ?? (on === undefined ? undefined : this.#named.get(on));
		if (target === undefined || above?.kind === 'evidence') {
			this.#draft.warn('dangling', 'Evidence for nothing is read as a claim.', node);
			const { id } = this.#draft.claim({ id: this.#own.get(node)!, text: node.text });
			return { id, kind: 'claim', side: null };
		}
		const { id, ...common } = this.#common(node, 'evidence');
		this.#draft.evidence({ id, target, bearing: 'for', ...common, text: node.text });
		return { id, kind: 'evidence', side: null };
	}

	/** The group around a group: one that came before, so that no group is within itself. */
	#parent({ fields: { parent } }: Node): Id | null {
		const id = parent === undefined ? undefined : this.#named.get(parent);
		return id !== undefined && this.#draft.get(id)?.kind === 'group' ? id : null;
	}

	#common(node: Node, kind: Item['kind']): { readonly id: Id; readonly ext: Item['ext'] } {
		const { values, bad } = itemFields(kind, node.fields, this.#names);
		for (const field of bad)
			this.#draft.warn('bad-value', `${field} cannot be “${(node.fields[field] ?? '').slice(0, 40)}”.`, node);
		const { kept, dropped } = keeping(node.carried);
		for (const field of dropped)
			this.#draft.warn('not-kept', `${field} is too large or too deep to be kept.`, node);
		const carried = { ...(node.id !== '' && { id: node.id }), ...kept };
		const ext = Object.keys(carried).length > 0 ? { [this.#format]: carried } : {};
		return { ...values, id: this.#own.get(node)!, ext };
	}
}

/** Whether a node below a relation is what it rests on, rather than what bears on it. */
function isPremise(node: Node): boolean {
	const kind = kindOf(node);
	return (kind === 'claim' || kind === 'argument' || kind === 'use') && node.fields['relation'] === undefined;
}

function isReason(node: Node, above: Above): boolean {
	return above.kind !== 'relation' || !isPremise(node);
}

function premiseOf({ fields }: Node, id: Id): Premise {
	return { id, role: fields['role'] ?? '', negated: fields['negated'] !== undefined };
}
