import type { Id } from '#lib/core/model/item.ts';
import { premise } from '#lib/core/model/make.ts';
import { childOf, childrenOf, textOf, type Element } from '../../carriers/xml.ts';
import type { Draft } from '../../draft.ts';

/** What a node of the graph stands for, with the group that it is in. */
interface Spoken {
	readonly element: Element;
	readonly group: Id | null;
}

/**
 * Makes items of Argunet's elements. A thesis and a proposition with one id are one claim; so a support from a
 * conclusion to a premise of the same id is said by that claim, and needs no relation.
 */
export class ArgunetReader {
	readonly #draft: Draft;
	/** Claims by the ids of theses and propositions, and arguments by theirs. */
	readonly #claims = new Map<string, Id>();
	readonly #arguments = new Map<string, Id>();
	/** By the ids of the graph, where edges say nothing better. */
	readonly #nodes = new Map<string, Id>();

	constructor(draft: Draft) {
		this.#draft = draft;
	}

	read(root: Element): void {
		const edges: Element[] = [];
		const spoken: Spoken[] = [];
		for (const graph of childrenOf(root, 'graph')) this.#graph(graph, null, spoken, edges);
		for (const { element, group } of spoken) if (element.name === 'argument') this.#structure(element, group);
		for (const edge of edges) this.#edge(edge);
	}

	/** No deeper than the parser lets elements be. Theses come before arguments can speak of them. */
	#graph(graph: Element, group: Id | null, spoken: Spoken[], edges: Element[]): void {
		for (const element of childrenOf(graph)) {
			if (element.name === 'edge') edges.push(element);
			if (element.name !== 'node') continue;
			const said = childrenOf(element, 'data').flatMap((data) => childrenOf(data));
			const own = said.find(({ name }) => name === 'group' || name === 'thesis' || name === 'argument');
			const inner = childrenOf(element, 'graph');
			let within = group;
			if (own?.name === 'thesis') this.#thesis(own, element, group);
			else if (own?.name === 'argument') {
				this.#argument(own, element, group);
				spoken.push({ element: own, group });
			} else if (own || inner.length > 0) within = this.#group(own ?? element, group);
			else this.#draft.warn('unknown', 'A node that says nothing was left out.', element);
			for (const each of inner) this.#graph(each, within, spoken, edges);
		}
	}

	#group(element: Element, parent: Id | null): Id {
		const { id = '' } = element.attributes;
		const fields = { id: this.#draft.id(id), title: wordsIn(element, 'title'), form: 'box', parent } as const;
		return this.#draft.group({ ...fields, ext: extOf(id) }).id;
	}

	#thesis(element: Element, node: Element, group: Id | null): void {
		const { id = '' } = element.attributes;
		const [title, text] = [wordsIn(element, 'title'), wordsIn(element, 'content')];
		const fields = { id: this.#draft.id(id), text: text || title, title: text === '' ? '' : title, group };
		const made = this.#draft.claim({ ...fields, ext: extOf(id) }).id;
		this.#name(this.#claims, id, made, element);
		this.#nodes.set(node.attributes['id'] ?? '', made);
	}

	#argument(element: Element, node: Element, group: Id | null): void {
		const { id = '' } = element.attributes;
		const description = wordsIn(element, 'description');
		const made = this.#draft.argument({
			id: this.#draft.id(id),
			title: wordsIn(element, 'title'),
			descriptions: description === '' ? [] : [description],
			group,
			ext: extOf(id)
		}).id;
		this.#name(this.#arguments, id, made, element);
		this.#nodes.set(node.attributes['id'] ?? '', made);
	}

	#name(names: Map<string, Id>, id: string, made: Id, element: Element): void {
		if (id !== '' && names.has(id)) this.#draft.warn('duplicate-id', `${id} comes twice.`, element);
		else names.set(id, made);
	}

	/**
	 * Each conclusion follows from the propositions that its pattern names (`From 1-4 and 6`), else from all since the
	 * one before it, and from that one.
	 */
	#structure(element: Element, group: Id | null): void {
		const id = this.#arguments.get(element.attributes['id'] ?? '');
		const argument = id === undefined ? undefined : this.#draft.get(id);
		const numbered = new Map<number, Id>();
		let above: Id[] = [];
		const steps: Id[] = [];
		for (const [at, proposition] of childrenOf(element, 'proposition').entries()) {
			const claim = this.#proposition(proposition, group);
			const { type = '', pattern = '', index = at + 1 } = proposition.attributes;
			if (type.includes('conclusion')) {
				const named = numbersIn(pattern).flatMap((number) => numbered.get(number) ?? []);
				const used = named.length > 0 ? named : above;
				const premises = used.filter((each) => each !== claim).map((each) => premise(each));
				steps.push(
					this.#draft.relation({ id: this.#draft.id(), sense: 'support', premises, target: claim }).id
				);
				above = above.filter((each) => !used.includes(each));
			}
			above.push(claim);
			numbered.set(Number(index), claim);
		}
		if (argument?.kind === 'argument' && steps.length > 0) this.#draft.replace({ ...argument, steps });
	}

	#proposition(element: Element, group: Id | null): Id {
		const { id = '' } = element.attributes;
		const text = wordsIn(element, 'content');
		const known = id === '' ? undefined : this.#claims.get(id);
		if (known === undefined) {
			const made = this.#draft.claim({ id: this.#draft.id(id), text, group, ext: extOf(id) }).id;
			this.#claims.set(id, made);
			return made;
		}
		const claim = this.#draft.get(known);
		const isOther = claim?.kind === 'claim' && text !== '' && text !== claim.text;
		if (isOther && claim.wordings.every((wording) => wording.text !== text))
			this.#draft.replace({ ...claim, wordings: [...claim.wordings, { id: this.#draft.id(), text }] });
		return known;
	}

	#edge(edge: Element): void {
		const own = childrenOf(edge, 'data').flatMap((data) => childrenOf(data, 'edge'))[0];
		const { id = '', source = '', target = '' } = edge.attributes;
		const said = own?.attributes ?? {};
		const type = said['type'] ?? '';
		const from = this.#end(said['sourcePropositionId'], said['sourceNodeId'], source);
		const to = this.#end(said['targetPropositionId'], said['targetNodeId'], target);
		if (from === undefined || to === undefined) {
			this.#draft.warn('dangling', `${id} from ${source} to ${target} leads to nothing.`, edge);
			return;
		}
		if (from === to) return;
		if (!/support|attack/i.test(type))
			this.#draft.warn('no-sense', `${id} says neither support nor attack: it is read as support.`, edge);
		const sense = /attack/i.test(type) ? 'attack' : 'support';
		const fields = { id: this.#draft.id(id), sense, premises: [premise(from)], target: to } as const;
		this.#draft.relation({ ...fields, ext: extOf(id) });
	}

	/** What an end of an edge is: a proposition where it says so, else the thesis or argument. */
	#end(proposition: string | undefined, thing: string | undefined, node: string): Id | undefined {
		const claim = proposition === undefined ? undefined : this.#claims.get(proposition);
		if (claim !== undefined) return claim;
		const named = thing === undefined ? undefined : (this.#arguments.get(thing) ?? this.#claims.get(thing));
		return this.#nodes.get(node) ?? named;
	}
}

/** The numbers that a pattern such as `From 1-4 and 6` names. */
function numbersIn(pattern: string): number[] {
	const numbers: number[] = [];
	for (const [, first, last] of pattern.matchAll(/(\d{1,3})(?:\s?[-–]\s?(\d{1,3}))?/g))
		for (let at = Number(first); at <= Number(last ?? first); at++) numbers.push(at);
	return [...new Set(numbers)];
}

function wordsIn(element: Element, name: string): string {
	const found = childOf(element, name);
	return found ? textOf(found).trim() : '';
}

function extOf(id: string): Readonly<Record<string, { readonly id: string }>> {
	return id === '' ? {} : { 'argunet-graphml': { id } };
}
