import { childOf, childrenOf, elementsOf, textOf, type Element } from '../carriers/xml.ts';

/** What GraphML says of a graph, a node or an edge. */
export interface Entry {
	readonly id: string;
	/** By the names that the keys declare, defaults included. */
	readonly data: ReadonlyMap<string, string>;
	/** What yEd shows on it. */
	readonly label: string;
	readonly line: number;
	readonly column: number;
}

export interface Node extends Entry {
	/** The node whose graph it is in. */
	readonly parent: Node | null;
	readonly isGroup: boolean;
	/** The name of the shape that yEd draws. */
	readonly shape: string;
	/** Whether it says where it stands and what it looks like. */
	readonly isDrawn: boolean;
}

export interface Edge extends Entry {
	readonly source: string;
	readonly target: string;
	readonly isDirected: boolean;
}

export interface Graph {
	readonly data: ReadonlyMap<string, string>;
	readonly nodes: readonly Node[];
	readonly edges: readonly Edge[];
	/** Elements that no debate has a place for. */
	readonly others: readonly Element[];
}

interface Key {
	readonly name: string;
	readonly on: string;
	readonly usual: string;
}

/** The nodes and edges of a document, nested graphs included, in the order of the text. */
export function graphOf(root: Element): Graph {
	return new Collector(root).graph();
}

class Collector {
	readonly #root: Element;
	readonly #keys = new Map<string, Key>();
	readonly #nodes: Node[] = [];
	readonly #edges: Edge[] = [];
	readonly #others: Element[] = [];
	readonly #data = new Map<string, string>();

	constructor(root: Element) {
		this.#root = root;
		for (const key of childrenOf(root, 'key')) {
			const { id = '', for: on = 'all' } = key.attributes;
			const name = key.attributes['attr.name'] ?? key.attributes['yfiles.type'] ?? id;
			const usual = childOf(key, 'default');
			this.#keys.set(id, { name, on, usual: usual ? textOf(usual) : '' });
		}
	}

	graph(): Graph {
		this.#note(this.#root);
		for (const graph of childrenOf(this.#root, 'graph')) this.#graph(graph, null);
		return { data: this.#data, nodes: this.#nodes, edges: this.#edges, others: this.#others };
	}

	/** No deeper than the parser lets elements be. */
	#graph(graph: Element, parent: Node | null): void {
		if (!parent) this.#note(graph);
		const isDirected = graph.attributes['edgedefault'] !== 'undirected';
		for (const element of childrenOf(graph)) {
			if (element.name === 'node') this.#node(element, parent);
			else if (element.name === 'edge') this.#edges.push(this.#edge(element, isDirected));
			else if (element.name === 'hyperedge') this.#others.push(element);
		}
	}

	#node(element: Element, parent: Node | null): void {
		const graphs = childrenOf(element, 'graph');
		const shape = drawn(element).find(
			({ name, attributes }) => name === 'Shape' || attributes['configuration']?.includes('flowchart')
		);
		const node: Node = {
			...this.#entry(element, 'node'),
			parent,
			isGroup: graphs.length > 0 || element.attributes['yfiles.foldertype'] !== undefined,
			shape: shape?.attributes['type'] ?? shape?.attributes['configuration'] ?? '',
			isDrawn: drawn(element).length > 0
		};
		this.#nodes.push(node);
		for (const graph of graphs) this.#graph(graph, node);
	}

	#edge(element: Element, usual: boolean): Edge {
		const { source = '', target = '', directed } = element.attributes;
		const isDirected = directed === undefined ? usual : directed !== 'false';
		return { ...this.#entry(element, 'edge'), source, target, isDirected };
	}

	#entry(element: Element, on: string): Entry {
		const data = new Map<string, string>();
		for (const { name, on: meant, usual } of this.#keys.values())
			if (usual.trim() !== '' && (meant === on || meant === 'all')) data.set(name, usual);
		for (const [name, said] of this.#said(element)) data.set(name, said);
		const label = drawn(element)
			.filter(({ name }) => name === 'NodeLabel' || name === 'EdgeLabel' || name === 'Label.Text')
			.map(ownText)
			.find((text) => text !== '');
		const { line, column } = element;
		return { id: element.attributes['id'] ?? '', data, label: label ?? '', line, column };
	}

	/** What a graph says of itself, and the document. */
	#note(element: Element): void {
		for (const [name, said] of this.#said(element)) this.#data.set(name, said);
	}

	#said(element: Element): [string, string][] {
		return childrenOf(element, 'data')
			.filter((data) => childrenOf(data).length === 0)
			.map((data) => {
				const key = data.attributes['key'] ?? '';
				return [this.#keys.get(key)?.name ?? key, textOf(data)];
			});
	}
}

/** The elements by which yEd says what a node or an edge looks like. */
function drawn(element: Element): Element[] {
	return childrenOf(element, 'data').flatMap((data) =>
		childrenOf(data).flatMap((child) => [...elementsOf(child)])
	);
}

/** The text that stands directly in an element. */
function ownText(element: Element): string {
	return element.children
		.filter((child) => typeof child === 'string')
		.join('')
		.trim();
}
