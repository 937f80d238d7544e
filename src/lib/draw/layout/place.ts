import type { Id, Point } from '#lib/core/model/item.ts';
import { headOf, type Form } from './family.ts';
import type { Forest, Node } from './forest.ts';
import { bestForm, formsOf } from './forms.ts';
import type { Box, Size } from './types.ts';

/** Where every node of a forest is, by `Node.index`. */
export interface Placed {
	/** The card or joint itself. */
	readonly boxes: readonly Box[];
	/** The upper left corner of its branch, and the form of that. */
	readonly corners: readonly Point[];
	readonly forms: readonly Form[];
	/** How the roots stand beside each other. */
	readonly whole: Form;
}

/** Gives every card and joint its place, so that the whole comes near the wished width to height. */
export function place({ nodes, roots }: Forest, size: (id: Id) => Size, ratio: number): Placed {
	const heads = nodes.map((node) => headOf(node, size));
	const choices: Form[][] = new Array(nodes.length);
	const choicesOf = (children: readonly Node[]) => children.map(({ index }) => choices[index]!);
	for (let at = nodes.length - 1; at >= 0; at--) {
		const { children } = nodes[at]!;
		choices[at] = formsOf({ head: heads[at]!, children }, choicesOf(children));
	}
	const whole = formsOf({ head: null, children: roots }, choicesOf(roots));
	return settle({ nodes, roots }, bestForm(whole, ratio), heads);
}

/** From forms to places on the map, parents before children. */
function settle(
	{ nodes, roots }: Pick<Forest, 'nodes' | 'roots'>,
	whole: Form,
	heads: readonly Size[]
): Placed {
	const forms: Form[] = new Array(nodes.length);
	const corners: Point[] = new Array(nodes.length);
	const boxes: Box[] = new Array(nodes.length);
	const hand = (children: readonly Node[], form: Form, { x, y }: Point) => {
		for (let at = 0; at < children.length; at++) {
			const { index } = children[at]!;
			forms[index] = form.parts[at]!;
			corners[index] = { x: x + form.xs[at]!, y: y + form.ys[at]! };
		}
	};
	hand(roots, whole, { x: 0, y: 0 });
	for (let at = 0; at < nodes.length; at++) {
		const { width, height } = heads[at]!;
		const corner = corners[at]!;
		boxes[at] = { x: corner.x + forms[at]!.anchor - width / 2, y: corner.y, width, height };
		hand(nodes[at]!.children, forms[at]!, corner);
	}
	return { boxes, corners, forms, whole };
}
