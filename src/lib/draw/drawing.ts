import type { Debate } from '#lib/core/model/debate.ts';
import type { Id } from '#lib/core/model/item.ts';
import { inFull } from './card.ts';
import { frameOf } from './frame.ts';
import { layout } from './layout/layout.ts';
import type { Direction, Layout, Size } from './layout/types.ts';
import { selected, type Part } from './part.ts';
import { previewOf, type Preview } from './preview.ts';
import { sceneOf, type Words } from './scene.ts';
import { svg } from './svg.ts';
import type { ThemeName } from './theme.ts';

/** How a picture is to look. What is not said is left out, but for the legend. */
export interface Look {
	readonly part?: Part;
	readonly theme?: ThemeName;
	/** Which way it grows: downwards unless it is said. */
	readonly direction?: Direction;
	/** The title of the debate above it. */
	readonly hasTitle?: boolean;
	/** A date below the title, in words. */
	readonly date?: string | null;
	readonly hasLegend?: boolean;
	/** Without a ground, for pages that have one. */
	readonly isTransparent?: boolean;
}

/** A picture, with its size at 100 %. */
export interface Drawing extends Size {
	/** How many claims, arguments and answered pieces of evidence are in it. */
	readonly cards: number;
	/** No claim or argument is in it. */
	readonly isEmpty: boolean;
	readonly svg: string;
	/** The same for a renderer that leaves the direction of writing to the characters. */
	readonly plain: string;
	readonly preview: Preview;
}

/** What a picture shows, laid out; however it is to look. */
export interface Plan {
	readonly shown: Debate;
	readonly layout: Layout;
}

/** Draws a debate or a part of it. Nothing is folded and no words are cut: a picture shows all of it. The files are written when asked for. */
export function drawing(debate: Debate, words: Words, look: Look = {}): Drawing {
	return drawn(planOf(debate, look.part, look.direction), words, look);
}

/** Lays out what is to be drawn. */
export function planOf(debate: Debate, part: Part = 'all', direction: Direction = 'down'): Plan {
	const { shown: cut, root } = portion(debate, part);
	const shown = inFull(cut);
	return { shown, layout: layout(shown, { root, direction }) };
}

/** Draws what is laid out. */
export function drawn({ shown, layout: plan }: Plan, words: Words, look: Look): Drawing {
	const { theme = 'light', hasLegend = true, hasTitle = false, date = null, isTransparent = false } = look;
	const scene = sceneOf(shown, plan, words, { legend: hasLegend, title: hasTitle, date });
	const frame = frameOf(scene);
	const { width, height } = frame.box;
	return {
		width,
		height,
		cards: plan.cards.size,
		isEmpty: plan.cards.size === 0,
		get svg() {
			return svg(scene, { theme, isTransparent });
		},
		get plain() {
			return svg(scene, { theme, isTransparent, isPlain: true });
		},
		get preview() {
			return previewOf(scene, frame, theme, isTransparent);
		}
	};
}

/** What is laid out, and below which card. */
function portion(debate: Debate, part: Part): { shown: Debate; root: Id | null } {
	if (part === 'all') return { shown: debate, root: null };
	if ('selection' in part) return { shown: selected(debate, part.selection), root: null };
	const kind = debate.get(part.branch)?.kind;
	const isCard = kind === 'claim' || kind === 'argument';
	return { shown: isCard ? debate : selected(debate, []), root: part.branch };
}
