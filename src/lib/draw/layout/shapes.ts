import type { Id } from '#lib/core/model/item.ts';
import { alone, columns, isFirstSide, row, type Family, type Form } from './family.ts';
import type { Node } from './forest.ts';
import { bestForm, formsOf } from './forms.ts';
import type { Placed } from './place.ts';

/** How families stand, by their heads: the first child of each column, or `null` for a row. The roots are under ''. */
export type Shapes = ReadonlyMap<Id, readonly Id[] | null>;

/** A map that is wider or higher than this is composed anew. */
const RATIO = { least: 1 / 3, most: 4 } as const;
/** A new family of so many stands in a row, a bigger one in a column. */
const SMALL = 3;

export interface Families {
	readonly nodes: readonly Node[];
	readonly families: readonly (readonly Node[])[];
	readonly roots: readonly Node[];
	readonly heads: readonly NonNullable<Family['head']>[];
}

interface Formed {
	readonly whole: Form;
	readonly formOf: (node: Node) => Form;
	/** Families stand as they stood before. */
	readonly isKept: boolean;
}

/** The form of everything: as it was, if it was and is still in proportion, else the best of all. */
export function formed(given: Families, shapes: Shapes, ratio: number): Formed {
	if (shapes.size > 0) {
		const kept = asBefore(given, shapes);
		const shape = kept.whole.width / kept.whole.height;
		if (shape >= RATIO.least && shape <= RATIO.most) return kept;
	}
	const { nodes, families, roots, heads } = given;
	const choices: Form[][] = new Array(nodes.length);
	const choicesOf = (children: readonly Node[]) => children.map(({ index }) => choices[index]!);
	for (let at = nodes.length - 1; at >= 0; at--) {
		const children = families[at]!;
		choices[at] = formsOf({ head: heads[at]!, children }, choicesOf(children), nodes[at]!.depth === 0);
	}
	const whole = bestForm(formsOf({ head: null, children: roots }, choicesOf(roots), true), ratio);
	return { whole, formOf: ({ index }) => bestForm(choices[index]!, ratio), isKept: false };
}

function asBefore({ nodes, families, roots, heads }: Families, shapes: Shapes): Formed {
	const forms: Form[] = new Array(nodes.length);
	const partsOf = (children: readonly Node[]) => children.map(({ index }) => forms[index]!);
	for (let at = nodes.length - 1; at >= 0; at--) {
		const children = families[at]!;
		const family = { head: heads[at]!, children };
		forms[at] =
			children.length === 0
				? alone(family.head)
				: again(family, partsOf(children), shapes.get(nodes[at]!.id));
	}
	const whole =
		roots.length === 0
			? alone(NOTHING)
			: again({ head: null, children: roots }, partsOf(roots), shapes.get(''));
	return { whole, formOf: ({ index }) => forms[index]!, isKept: true };
}

const NOTHING = { width: 0, height: 0 };

function again(family: Family, parts: readonly Form[], firsts: readonly Id[] | null | undefined): Form {
	const { head, children } = family;
	const isRow = firsts === undefined ? children.length <= SMALL || head === null : firsts === null;
	const isBound = head?.kind === 'joint' && (firsts === undefined || !children.every(isFirstSide));
	if (isRow || isBound) return row(family, parts);
	const begins = new Set(firsts ?? []);
	const starts = [0];
	for (let at = 1; at < children.length; at++) {
		const child = children[at]!;
		const turns = begins.size > 1 && head !== null && isFirstSide(child) !== isFirstSide(children[at - 1]!);
		if (turns || begins.has(child.id)) starts.push(at);
	}
	return columns(family, parts, starts);
}

/**
 * What to remember of forms for the next time. What was kept stays known as it was, so that a branch which is taken
 * away and brought back finds its columns again.
 */
export function shapesOf(
	{
		nodes,
		families,
		roots,
		forms,
		whole,
		isKept
	}: Omit<Families, 'heads'> & Pick<Placed, 'forms' | 'whole' | 'isKept'>,
	before: Map<Id, readonly Id[] | null>
): Map<Id, readonly Id[] | null> {
	const shapes = isKept ? before : new Map(before);
	const keep = (id: Id, children: readonly Node[], { starts }: Form) => {
		if (children.length === 0 || (isKept && shapes.has(id))) return;
		shapes.set(id, starts && starts.map((start) => children[start]!.id));
	};
	for (const { id, index } of nodes) keep(id, families[index]!, forms[index]!);
	keep('', roots, whole);
	return shapes;
}
