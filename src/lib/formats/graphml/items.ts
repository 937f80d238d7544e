import type { Id, Item, Kind, Premise, Sense } from '#lib/core/model/item.ts';
import { claim, evidence, group, relation } from '#lib/core/model/make.ts';
import type { Draft } from '../draft.ts';
import { keeping } from '../keeping.ts';
import { itemOf, kindOf, OWN, partOf } from './fields.ts';
import type { Edge, Entry, Graph, Node } from './graph.ts';
import { isInference, senseOf, wordsOf } from './meaning.ts';

/** A node and what edges say of it. */
interface Thing {
	readonly node: Node;
	readonly kind: Kind;
	readonly id: Id;
	readonly premises: Premise[];
	readonly targets: Id[];
	readonly steps: Id[];
	source: Id | null;
}

type Role = 'premise' | 'target' | 'source' | 'step';

/** Makes items of nodes and edges, in the order of the text. */
export class GraphReader {
	readonly #graph: Graph;
	readonly #draft: Draft;
	readonly #things = new Map<string, Thing>();
	readonly #ids = new Map<Node, Id>();
	readonly #groups = new Map<Node, Id>();
	readonly #between: { readonly edge: Edge; readonly from: Id; readonly to: Id }[] = [];

	constructor(graph: Graph, draft: Draft) {
		this.#graph = graph;
		this.#draft = draft;
	}

	read(): void {
		const things: Thing[] = [];
		// Ids that can stay as they are go first, so that none that we make takes the place of one.
		for (const fits of [true, false])
			for (const node of this.#graph.nodes)
				if (/^[\w-]{1,64}$/.test(node.id) === fits) this.#ids.set(node, this.#draft.id(node.id));
		for (const node of this.#graph.nodes) {
			const thing = this.#thing(node);
			if (thing) things.push(thing);
		}
		for (const edge of this.#graph.edges) this.#edge(edge);
		for (const thing of things) this.#put(thing);
		const drawn = this.#graph.nodes.find(({ isDrawn }) => isDrawn);
		if (drawn) this.#warn('layout', 'What yEd draws was left out: places, shapes and colours.', drawn);
		for (const { edge, from, to } of this.#between) {
			const premises = [{ id: from, ...partOf(edge.data) }];
			const sense = senseOf(edge.label, ...edge.data.values()) ?? 'support';
			const fields = { id: this.#draft.id(edge.id), sense, premises, target: to, scheme: edge.label };
			this.#draft.relation({ ...fields, ext: this.#ext(edge, true) });
		}
	}

	#thing(node: Node): Thing | null {
		const own = kindOf(node.data);
		const type = node.data.get('nodeType') ?? '';
		if (own === null && /^(?:TA|YA|PA)(?:-node)?$/.test(type)) {
			this.#warn(
				'dialogue',
				`${node.id} is a step of a dialogue: only claims and inferences are read.`,
				node
			);
			return null;
		}
		const kind = own ?? (node.isGroup ? 'group' : isInference(node) ? 'relation' : 'claim');
		const id = this.#ids.get(node) ?? this.#draft.id();
		const thing: Thing = { node, kind, id, premises: [], targets: [], steps: [], source: null };
		if (kind === 'group') this.#groups.set(node, id);
		if (this.#things.has(node.id))
			this.#warn('duplicate-id', `${node.id} comes twice: edges go to the first one.`, node);
		else this.#things.set(node.id, thing);
		return thing;
	}

	#edge(edge: Edge): void {
		const from = this.#things.get(edge.source);
		const to = this.#things.get(edge.target);
		const role = from && to && roleOf(edge, from, to);
		if (!role) {
			const why = from && to ? 'joins what no edge can join' : 'leads to no node';
			this.#warn('dangling', `${edge.id} from ${edge.source} to ${edge.target} ${why}.`, edge);
			return;
		}
		if (!edge.isDirected && !this.#graph.data.has('kind'))
			this.#warn('no-direction', `${edge.id} has no direction: its source is read as the reason.`, edge);
		if (role === 'between') this.#between.push({ edge, from: from.id, to: to.id });
		else if (role === 'premise') to.premises.push({ id: from.id, ...partOf(edge.data) });
		else if (role === 'step') to.steps.push(from.id);
		else if (role === 'source') to.source = from.id;
		else from.targets.push(to.id);
	}

	#put(thing: Thing): void {
		const { node, kind, id, premises, targets, steps } = thing;
		const item = this.#item(node, kind, id);
		const parent = (node.parent && this.#groups.get(node.parent)) ?? null;
		const [target = null, ...further] = targets;
		const isOurs = kindOf(node.data) !== null;
		const ext = this.#ext(node, !isOurs);
		switch (item.kind) {
			case 'claim':
				this.#draft.claim({ ...placed(item, isOurs), group: parent, ext });
				break;
			case 'argument':
				this.#draft.argument({ ...placed(item, isOurs), group: parent, steps, ext });
				break;
			case 'group':
				this.#draft.group({ ...placed(item, isOurs), parent, ext });
				break;
			case 'evidence':
				this.#draft.evidence({
					...placed(item, isOurs),
					target: target ?? 'nothing',
					source: thing.source,
					ext
				});
				break;
			case 'source':
				this.#draft.source({ ...item, ext });
				break;
			case 'relation':
				this.#draft.relation({ ...placed(item, isOurs), premises, target, ext });
				if (further.length > 0)
					this.#warn('several-targets', `${node.id} leads to several nodes: each has an inference.`, node);
				for (const other of further)
					this.#draft.relation({ ...placed(item, false), id: this.#draft.id(), premises, target: other });
		}
	}

	#item(node: Node, kind: Kind, id: Id): Item {
		if (kindOf(node.data) === null) return this.#foreign(node, kind, id);
		const said = itemOf(node.data, kind, id);
		if (said.ok) return said.value;
		const { path, message } = said.error;
		this.#warn('data', `What ${node.id} says of itself does not fit: ${path} ${message}.`, node);
		return this.#foreign(node, kind, id);
	}

	#foreign(node: Node, kind: Kind, id: Id): Item {
		const { text, title } = wordsOf(node);
		if (kind === 'group') return group({ id, title: title || text, form: 'box' });
		if (kind === 'evidence') return evidence({ id, text, target: 'nothing', bearing: 'for' });
		if (kind !== 'relation') return claim({ id, text, title });
		const sense: Sense = senseOf(node.data.get('nodeType') ?? '', node.label, text) ?? 'support';
		const scheme = title || text;
		const isName = /^(?:RA|CA|MA|S)$/i.test(scheme);
		const notes = title === '' ? '' : text;
		return relation({ id, sense, premises: [], target: null, scheme: isName ? '' : scheme, notes });
	}

	/** What has no place of its own; the id too, where the node is not one of ours. */
	#ext({ id, data, ...entry }: Entry, isForeign: boolean): Item['ext'] {
		const rest = [...data]
			.map(([name, said]) => [name.replace(/^other\./, ''), said, OWN.has(name) || USED.has(name)] as const)
			.filter(([, said, isUsed]) => !isUsed && said.trim() !== '')
			.map(([name, said]) => [name, said] as const);
		if (rest.length === 0 && !isForeign) return {};
		const { kept, dropped } = keeping({
			...(isForeign && id !== '' && { id }),
			...(rest.length > 0 && { data: Object.fromEntries(rest) })
		});
		for (const name of dropped) this.#draft.warn('dropped', `${name} of ${id} is too much to keep.`, entry);
		return { graphml: kept };
	}

	#warn(code: string, message: string, place: Entry): void {
		this.#draft.warn(code, message, place);
	}
}

/** An item with the place among its siblings that it says; else without one, so that it comes behind those before. */
function placed<T extends { readonly order: string }>(item: T, says: boolean): T {
	if (says) return item;
	const { order: _order, ...rest } = item;
	return rest as T;
}

/** Names of data that words are taken from. */
const USED: ReadonlySet<string> = new Set(['description', 'label', 'name']);

/** What an edge says: as our writer says it, else by the kinds of what it joins. */
function roleOf(edge: Edge, from: Thing, to: Thing): Role | 'between' | null {
	const own = edge.data.get('role');
	if (own === 'premise' && to.kind === 'relation') return 'premise';
	if (own === 'target' && (from.kind === 'relation' || from.kind === 'evidence')) return 'target';
	if (own === 'source' && to.kind === 'evidence') return 'source';
	if (own === 'step' && to.kind === 'argument') return 'step';
	if (from.kind === 'group' || to.kind === 'group') return null;
	if (from.kind === 'source') return to.kind === 'evidence' ? 'source' : null;
	if (to.kind === 'source') return null;
	if (from.kind === 'relation' || from.kind === 'evidence') return 'target';
	return to.kind === 'relation' ? 'premise' : 'between';
}
