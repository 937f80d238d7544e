import type { Id, Point } from '#lib/core/model/item.ts';
import { eachIn, headOf, type Family, type Form } from './family.ts';
import type { Forest, Node } from './forest.ts';
import { formed, type Shapes } from './shapes.ts';
import { giveWay } from './pins.ts';
import type { Box, Size } from './types.ts';

/** Where every node of a forest is, by `Node.index`. */
export interface Placed {
	/** The card or joint itself. */
	readonly boxes: readonly Box[];
	/** The upper left corner of its branch, and the form of that. */
	readonly corners: readonly Point[];
	readonly forms: readonly Form[];
	/** Its children that stand with it: those that are pinned stand elsewhere. */
	readonly families: readonly (readonly Node[])[];
	/** The roots that stand side by side, and how. */
	readonly roots: readonly Node[];
	readonly whole: Form;
	/** The pinned node that it hangs below, itself included. */
	readonly owner: readonly (Node | null)[];
	readonly hasPins: boolean;
	/** Families stand as they stood before. */
	readonly isKept: boolean;
}

export interface Wish {
	/** The size of a card. */
	readonly size: (node: Node) => Size;
	readonly pin: (node: Node) => Point | null;
	readonly ratio: number;
	/** How families stood before, by their heads; they stand so again unless the whole has grown out of proportion. */
	readonly shapes: Shapes;
	/** Where things were before, to leave as many as can be where they are. */
	readonly before: (id: Id) => Point | undefined;
}

/** Gives every card and joint its place, so that the whole comes near the wished width to height. */
export function place(forest: Forest, { size, pin, ratio, shapes, before }: Wish): Placed {
	const { nodes } = forest;
	const pins = nodes.map((node) => (node.kind === 'card' ? pin(node) : null));
	const hasPins = pins.some((at) => at !== null);
	const free = (list: readonly Node[]) => (hasPins ? list.filter(({ index }) => !pins[index]) : list);
	const families = nodes.map(({ children }) => free(children));
	const roots = free(forest.roots);
	const heads = nodes.map((node) => headOf(node, size));
	const { whole, formOf, isKept } = formed({ nodes, families, roots, heads }, shapes, ratio);

	const forms: Form[] = new Array(nodes.length);
	const corners: Moving<Point>[] = new Array(nodes.length);
	const boxes: Moving<Box>[] = new Array(nodes.length);
	const owner: (Node | null)[] = new Array(nodes.length);
	const hand = (family: Family, form: Form, corner: Point) => {
		eachIn(family, form, (at, x, y) => {
			const { index } = family.children[at]!;
			forms[index] = form.parts[at]!;
			corners[index] = { x: corner.x + x, y: corner.y + y };
		});
	};
	const origin = { x: 0, y: 0 };
	hand({ head: null, children: roots }, whole, origin);
	for (const [at, node] of nodes.entries()) {
		const { width, height } = heads[at]!;
		const pinned = pins[at];
		owner[at] = pinned ? node : node.parent ? owner[node.parent.index]! : null;
		if (pinned) {
			const form = (forms[at] = formOf(node));
			corners[at] = { x: pinned.x - form.anchor + width / 2, y: pinned.y };
		}
		const corner = corners[at]!;
		boxes[at] = { x: corner.x + forms[at]!.anchor - width / 2, y: corner.y, width, height };
		const children = families[at]!;
		if (children.length > 0) hand({ head: heads[at]!, children }, forms[at]!, corner);
	}
	if (hasPins) giveWay({ nodes, boxes, corners, owner });
	else settle(nodes, boxes, corners, before);
	return { boxes, corners, forms, families, roots, whole, owner, hasPins, isKept };
}

type Moving<T extends Point> = Omit<T, 'x' | 'y'> & { x: number; y: number };

/** Moves everything together so that most cards lie where they lay before, or as many as can be near to there. */
function settle(
	nodes: readonly Node[],
	boxes: Moving<Box>[],
	corners: Moving<Point>[],
	before: Wish['before']
): void {
	const [xs, ys]: [number[], number[]] = [[], []];
	for (const { id, index, kind } of nodes) {
		const was = kind === 'card' ? before(id) : undefined;
		if (!was) continue;
		xs.push(was.x - boxes[index]!.x);
		ys.push(was.y - boxes[index]!.y);
	}
	const [x, y] = [bulk(xs), bulk(ys)];
	if (x === 0 && y === 0) return;
	for (const at of [...boxes, ...corners]) {
		at.x += x;
		at.y += y;
	}
}

/** The middle of the closest half of some numbers; if more than half are the same, that. */
function bulk(list: readonly number[]): number {
	if (list.length === 0) return 0;
	const numbers = Float64Array.from(list).sort();
	const half = numbers.length >> 1;
	let [least, from] = [Infinity, 0];
	for (let at = 0; at + half < numbers.length; at++) {
		const span = numbers[at + half]! - numbers[at]!;
		if (span < least) [least, from] = [span, at];
	}
	return Math.round((numbers[from]! + numbers[from + half]!) / 2);
}
