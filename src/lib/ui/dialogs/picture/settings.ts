import type { Debate } from '#lib/core/model/debate.ts';
import type { Id } from '#lib/core/model/item.ts';
import type { Part } from '#lib/draw/part.ts';
import { BOUNDS, isWithin, largestScale, MOST_PIXELS, pixelsOf, type Pixels } from '#lib/draw/pixels.ts';
import { MOST_SELECTED } from '#lib/draw/query.ts';
import type { Direction, Size } from '#lib/draw/layout/types.ts';
import type { ThemeName } from '#lib/draw/theme.ts';

/** What a person chose, as the fields have it. */
export interface Settings {
	kind: 'svg' | 'png';
	theme: ThemeName;
	part: 'all' | 'branch' | 'selection';
	direction: Direction;
	measure: 'scale' | 'width';
	/** As they are typed: they may make no sense. */
	scale: number | null;
	width: number | null;
	hasTitle: boolean;
	hasDate: boolean;
	hasLegend: boolean;
	isTransparent: boolean;
}

/** What a picture is when nobody has said anything: as on the screen, sharp on a good one. */
export function usual(): Settings {
	return {
		kind: 'svg',
		theme: 'light',
		part: 'all',
		direction: 'down',
		measure: 'scale',
		scale: 2,
		width: 1600,
		hasTitle: false,
		hasDate: false,
		hasLegend: true,
		isTransparent: false
	};
}

/** Which parts of the debate there are to choose from, by what is selected. */
export interface Parts {
	readonly branch: Id | null;
	readonly selection: readonly Id[];
}

/** The claim or argument that was selected last, and all that are. */
export function partsOf(debate: Debate, selected: Iterable<Id>): Parts {
	const cards = [...selected].filter((id) => {
		const kind = debate.get(id)?.kind;
		return kind === 'claim' || kind === 'argument';
	});
	return { branch: cards.at(-1) ?? null, selection: cards.length > 1 ? cards.slice(0, MOST_SELECTED) : [] };
}

/** The part that is meant, as long as there is one. */
export function chosen({ part }: Settings, { branch, selection }: Parts): Part {
	if (part === 'branch' && branch !== null) return { branch };
	return part === 'selection' && selection.length > 0 ? { selection } : 'all';
}

/** The pixels that come of it, or why they do not. */
export type Outcome =
	| { readonly is: 'fine'; readonly pixels: Pixels }
	| { readonly is: 'unfit'; readonly pixels: Pixels; readonly scale: number | null }
	| { readonly is: 'no number'; readonly bounds: { readonly least: number; readonly most: number } };

/** What a drawing of this size becomes in pixels. */
export function outcome(size: Size, { measure, scale, width }: Settings): Outcome {
	const bounds = BOUNDS[measure];
	const number = measure === 'scale' ? scale : width;
	const isNumber = number !== null && number >= bounds.least && number <= bounds.most;
	if (!isNumber || (measure === 'width' && !Number.isInteger(number))) return { is: 'no number', bounds };
	const pixels = pixelsOf(size, measure === 'scale' ? { scale: number } : { width: number });
	if (isWithin(pixels, MOST_PIXELS.page)) return { is: 'fine', pixels };
	return { is: 'unfit', pixels, scale: largestScale(size, MOST_PIXELS.page) };
}
