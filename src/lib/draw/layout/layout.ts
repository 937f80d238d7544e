import type { Debate } from '#lib/core/model/debate.ts';
import type { Id } from '#lib/core/model/item.ts';
import { Drawing } from '../lines/drawing.ts';
import { Chart } from './chart.ts';
import { Composition, type Precedent, type Purpose } from './composition.ts';
import type { Layout, LayoutOptions } from './types.ts';

/** A screen with the panels at its sides open. */
const RATIO = 1.6;
const NONE: ReadonlySet<Id> = new Set();

interface Made {
	readonly composition: Composition;
	readonly drawing: Drawing;
}

const made = new WeakMap<Layout, Made>();

/**
 * Where the cards of a debate go: roots on top, what bears on them below, supports before attacks in the author's
 * order, joined premises side by side under their joint, undercuts beside what they hit. Wide families stand in
 * columns, so that the whole comes near the wished ratio. Cards never overlap, and no line meets a card that it does
 * not end at. After `before`, families stand as they stood, most of the map stays in its place, and the cost follows
 * the families that `touched` concerns. To the right, all of it is laid on its side.
 */
export function layout(debate: Debate, options: LayoutOptions = {}): Layout {
	const { folded = NONE, root = null, most = Infinity, text = 1, before, touched = null } = options;
	const isTurned = options.direction === 'right';
	const wish = { folded, ratio: options.ratio ?? RATIO };
	const purpose = { root, most, text, isTurned };
	const wished = { ...wish, ratio: isTurned ? 1 / wish.ratio : wish.ratio };
	const known = before && made.get(before);
	if (known && known.composition.debate === debate && isSame(known.composition.purpose, purpose)) {
		known.composition.update(touched, wished);
		return seen(known);
	}
	const composition = new Composition(debate, purpose, wished, before ? precedentOf(before, known) : null);
	return seen({ composition, drawing: new Drawing(composition) });
}

function seen(one: Made): Layout {
	const chart = new Chart(one.composition, one.drawing);
	made.set(chart, one);
	return chart;
}

function precedentOf({ cards }: Layout, known: Made | undefined): Precedent {
	return { shapes: known?.composition.arrangement.shapes ?? new Map(), placeOf: (id) => cards.get(id) };
}

function isSame(a: Purpose, b: Purpose): boolean {
	return a.root === b.root && a.most === b.most && a.text === b.text && a.isTurned === b.isTurned;
}
