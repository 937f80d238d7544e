import type { Draft } from '../draft.ts';
import { kindOf, type Node } from '../tree/node.ts';
import type { Header } from './columns.ts';

/** A row as a node, and what it says that it is below. */
export interface Entry {
	readonly node: Node;
	readonly parent: string;
}

interface Made extends Omit<Node, 'children'> {
	readonly children: Made[];
}

/**
 * Rows as a tree. A row can be below one that comes later, be below several, or come again with another parent; the
 * second place is a use of the same claim. Where rows are below each other in a circle, the first is at the top.
 */
export function treeOf(draft: Draft, entries: readonly Entry[], header: Header): Node[] {
	const made = entries.map(({ node }): Made => ({ ...node, children: [] }));
	const finder = new Finder(made, header);
	const top: Made[] = [];
	const above = new Map<Made, Made>();
	for (const [at, { parent }] of entries.entries()) {
		const node = finder.isAgain(made[at]!) ? useOf(made[at]!) : made[at]!;
		const parents = kindOf(node) === 'group' ? [] : finder.find(parent);
		if (parents.length === 0 && parent !== '' && kindOf(node) !== 'group')
			draft.warn('dangling', `There is no row “${parent.slice(0, 40)}” for this one to be below.`, node);
		const [first, ...others] = parents;
		if (first) {
			first.children.push(node);
			above.set(node, first);
		} else if (node === made[at]) top.push(node);
		for (const other of others) other.children.push(useOf(named(finder, node)));
	}
	return [...top, ...circles(draft, made, top, above, finder)];
}

/** Finds the rows that a cell names: one by its name, else several by theirs, else one by its words or number. */
class Finder {
	readonly #rows: readonly Made[];
	readonly #places: ReadonlyMap<Made, number>;
	readonly #byId = new Map<string, Made>();
	readonly #byText = new Map<string, Made>();
	readonly #hasIds: boolean;

	constructor(rows: readonly Made[], { columns, isOwn }: Header) {
		this.#rows = rows;
		this.#places = new Map(rows.map((row, at) => [row, at]));
		this.#hasIds = isOwn || columns.includes('id');
		for (const row of rows) {
			if (row.id !== '' && !this.#byId.has(row.id)) this.#byId.set(row.id, row);
			if (!isOwn && row.text !== '' && !this.#byText.has(row.text)) this.#byText.set(row.text, row);
		}
	}

	find(name: string): Made[] {
		const one = this.#one(name);
		if (one) return [one];
		const several = name.split(/[;,|]/).map((each) => this.#one(each));
		return several.length > 1 ? [...new Set(several.filter((each) => each !== undefined))] : [];
	}

	/** Whether the same name and words stood in a row before. */
	isAgain(row: Made): boolean {
		const first = this.#byId.get(row.id);
		return first !== undefined && first !== row && (row.text === first.text || row.text === '');
	}

	/** A name for a row that has none: the number of its row, if no other has that. */
	nameOf(row: Made): string {
		if (row.id !== '') return row.id;
		let name = `row-${(this.#places.get(row) ?? 0) + 1}`;
		while (this.#byId.has(name)) name += '-2';
		return name;
	}

	#one(name: string): Made | undefined {
		const said = name.trim();
		if (said === '') return undefined;
		const number = Number(said);
		const byNumber = !this.#hasIds && Number.isInteger(number) ? this.#rows[number - 1] : undefined;
		return this.#byId.get(name) ?? this.#byId.get(said) ?? byNumber ?? this.#byText.get(said);
	}
}

function useOf(node: Made): Made {
	const { kind: _, ...fields } = node.fields;
	return { ...node, id: '', fields: { ...fields, use: node.id }, carried: {}, children: [] };
}

/** `node` with a name by which it can be used again. */
function named(finder: Finder, node: Made): Made {
	return node.id === '' ? Object.assign(node, { id: finder.nameOf(node) }) : node;
}

/** Rows that no root leads to, since they are below each other: the first of each circle, used again where it was. */
function circles(
	draft: Draft,
	made: readonly Made[],
	top: readonly Made[],
	above: ReadonlyMap<Made, Made>,
	finder: Finder
): Made[] {
	const reached = new Set<Made>();
	const reach = (from: readonly Made[]): void => {
		const rest = [...from];
		for (let node = rest.pop(); node; node = rest.pop()) {
			if (reached.has(node)) continue;
			reached.add(node);
			rest.push(...node.children);
		}
	};
	reach(top);
	const begun: Made[] = [];
	for (const row of made) {
		const parent = above.get(row);
		if (reached.has(row) || !parent) continue;
		draft.warn('circle', 'This row is below itself; it stands at the top and once more where it was.', row);
		const at = parent.children.indexOf(row);
		parent.children[at] = useOf(named(finder, row));
		begun.push(row);
		reach([row]);
	}
	return begun;
}
