import type { Debate } from '#lib/core/model/debate.ts';
import type { Id } from '#lib/core/model/item.ts';
import { layout } from '#lib/draw/layout/layout.ts';
import { sceneOf } from '#lib/draw/scene.ts';
import { svg } from '#lib/draw/svg.ts';
import type { ThemeName } from '#lib/draw/theme.ts';
import { drawingWords } from '#lib/i18n/drawing.ts';

export interface Wanted {
	/** Only this claim and what bears on it; `null` for the whole debate. */
	readonly root: Id | null;
	readonly theme: ThemeName;
	readonly hasLegend: boolean;
}

/** The debate, or a branch of it, as the text of an SVG file. Nothing is folded: a picture shows all of it. */
export function picture(debate: Debate, { root, theme, hasLegend }: Wanted): string {
	const scene = sceneOf(debate, layout(debate, { root }), drawingWords(), { legend: hasLegend });
	return svg(scene, { theme });
}
