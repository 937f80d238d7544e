import type { Id, Point } from '#lib/core/model/item.ts';
import { headOf, type Form } from './family.ts';
import type { Forest, Node } from './forest.ts';
import { bestForm, formsOf } from './forms.ts';
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
}

export interface Wish {
	readonly size: (id: Id) => Size;
	readonly pin: (id: Id) => Point | null;
	readonly ratio: number;
}

/** Gives every card and joint its place, so that the whole comes near the wished width to height. */
export function place(forest: Forest, { size, pin, ratio }: Wish): Placed {
	const { nodes } = forest;
	const pins = nodes.map((node) => (node.kind === 'card' ? pin(node.id) : null));
	const hasPins = pins.some((at) => at !== null);
	const free = (list: readonly Node[]) => (hasPins ? list.filter(({ index }) => !pins[index]) : list);
	const families = nodes.map(({ children }) => free(children));
	const roots = free(forest.roots);
	const heads = nodes.map((node) => headOf(node, size));
	const choices: Form[][] = new Array(nodes.length);
	const choicesOf = (children: readonly Node[]) => children.map(({ index }) => choices[index]!);
	for (let at = nodes.length - 1; at >= 0; at--) {
		const children = families[at]!;
		choices[at] = formsOf({ head: heads[at]!, children }, choicesOf(children));
	}
	const whole = bestForm(formsOf({ head: null, children: roots }, choicesOf(roots)), ratio);

	const forms: Form[] = new Array(nodes.length);
	const corners: Point[] = new Array(nodes.length);
	const boxes: Box[] = new Array(nodes.length);
	const owner: (Node | null)[] = new Array(nodes.length);
	const hand = (children: readonly Node[], form: Form, { x, y }: Point) => {
		for (let at = 0; at < children.length; at++) {
			const { index } = children[at]!;
			forms[index] = form.parts[at]!;
			corners[index] = { x: x + form.xs[at]!, y: y + form.ys[at]! };
		}
	};
	hand(roots, whole, { x: 0, y: 0 });
	for (const [at, node] of nodes.entries()) {
		const { width, height } = heads[at]!;
		const pinned = pins[at];
		owner[at] = pinned ? node : node.parent ? owner[node.parent.index]! : null;
		if (pinned) {
			const form = (forms[at] = bestForm(choices[at]!, ratio));
			corners[at] = { x: pinned.x - form.anchor + width / 2, y: pinned.y };
		}
		const corner = corners[at]!;
		boxes[at] = { x: corner.x + forms[at]!.anchor - width / 2, y: corner.y, width, height };
		hand(families[at]!, forms[at]!, corner);
	}
	if (hasPins) giveWay({ nodes, boxes, corners, owner });
	return { boxes, corners, forms, families, roots, whole, owner, hasPins };
}
