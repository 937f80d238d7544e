import { Debate } from '#lib/core/model/debate.ts';
import { boundsOf } from './layout/bounds.ts';
import { layout } from './layout/layout.ts';
import type { Box, Layout, Size } from './layout/types.ts';
import { coloursOf, sketch } from './sketch.ts';

/** More than a small picture can show; so its cost does not follow the debate. */
const MOST = 40;
/** So small and so large are maps in it; of those that would be smaller still the top is shown. */
const SCALE = { least: 0.06, most: 0.35 } as const;
const MARGIN = 12;
/** Drawn smaller than this, cards are dots. */
const SMALLEST = 0.01;

/**
 * A small picture of the upper part of a debate, for lists: cards, lines and the lengths of words, nothing to read.
 * It follows the reader's light or dark theme by itself.
 */
export function miniature(debate: Debate, size: Size): string {
	const options = { most: MOST, ratio: size.width / size.height };
	let plan = layout(debate, options);
	// Where pins lie so far apart that nothing would be seen, it is drawn without them.
	if (areaOf(plan).width * SMALLEST > size.width || areaOf(plan).height * SMALLEST > size.height)
		plan = layout(unpinned(debate), options);
	return sketch(
		plan,
		{ box: areaOf(plan), size, margin: MARGIN, ...SCALE },
		coloursOf('as the reader wants it')
	);
}

function areaOf({ cards, lines }: Layout): Box {
	return boundsOf(cards.values(), lines) ?? { x: 0, y: 0, width: 1, height: 1 };
}

function unpinned(debate: Debate): Debate {
	const free = new Debate();
	for (const item of debate.items())
		free.set((item.kind === 'claim' || item.kind === 'argument') && item.pin ? { ...item, pin: null } : item);
	return free;
}
