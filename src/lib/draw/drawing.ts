import type { Debate } from '#lib/core/model/debate.ts';
import type { Id } from '#lib/core/model/item.ts';
import { frameOf } from './frame.ts';
import { layout } from './layout/layout.ts';
import type { Direction, Size } from './layout/types.ts';
import { selected, type Part } from './part.ts';
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
	/** No claim or argument is in it. */
	readonly isEmpty: boolean;
	readonly svg: string;
	/** The same for a renderer that leaves the direction of writing to the characters. */
	readonly plain: string;
}

/** Draws a debate or a part of it. Nothing is folded: a picture shows all of it. The files are written when asked for. */
export function drawing(debate: Debate, words: Words, look: Look = {}): Drawing {
	const { part = 'all', theme = 'light', hasLegend = true, hasTitle = false, date = null } = look;
	const { isTransparent = false, direction = 'down' } = look;
	const { shown, root } = portion(debate, part);
	const plan = layout(shown, { root, direction });
	const scene = sceneOf(shown, plan, words, { legend: hasLegend, title: hasTitle, date });
	const { width, height } = frameOf(scene).box;
	return {
		width,
		height,
		isEmpty: plan.cards.size === 0,
		get svg() {
			return svg(scene, { theme, isTransparent });
		},
		get plain() {
			return svg(scene, { theme, isTransparent, isPlain: true });
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
