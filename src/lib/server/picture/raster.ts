import { renderAsync } from '@resvg/resvg-js';
import { fail, ok, type Result } from '#lib/core/result.ts';
import type { Size } from '#lib/draw/layout/types.ts';
import { isWithin, largestScale, pixelsOf, type Pixels, type Wanted } from '#lib/draw/pixels.ts';
import { encode } from './encode.ts';
import { fontsFor, REPLACEMENT } from './fonts.ts';
import type { Missing } from './scripts.ts';

/** A drawing as an SVG file, with its size at 100 %. */
export interface Vector extends Size {
	readonly text: string;
}

export interface Raster extends Pixels {
	readonly png: Buffer;
	/** Characters in the place of which a sign stands, because no font here has them. */
	readonly missing: readonly Missing[];
}

/** More pixels than are allowed, or none at all; `scale` would fit, if there is one. */
export interface Unfit {
	readonly pixels: Pixels;
	readonly most: number;
	readonly scale: number | null;
}

/**
 * A drawing as pixels, in PNG. The page's own font, from files and not from the machine, so that it looks the same
 * everywhere. Drawn beside whatever else the process does.
 */
export async function raster(vector: Vector, wanted: Wanted, most: number): Promise<Result<Raster, Unfit>> {
	const pixels = pixelsOf(vector, wanted);
	if (!isWithin(pixels, most)) return fail({ pixels, most, scale: largestScale(vector, most) });
	const bare = vector.text.replaceAll(HEARD, '');
	const fonts = await fontsFor(shown(bare));
	try {
		const { isMissing } = fonts;
		const text = bare.replaceAll(/\P{ASCII}/gu, (sign) => (isMissing(sign) ? stoodFor(sign) : sign));
		const drawn = await renderAsync(text, {
			font: { loadSystemFonts: false, fontFiles: [...fonts.files], defaultFontFamily: 'Noto Sans' },
			fitTo:
				'width' in wanted ? { mode: 'width', value: wanted.width } : { mode: 'zoom', value: wanted.scale },
			logLevel: 'off'
		});
		const { width, height } = drawn;
		const png = await encode({ width, height, pixels: drawn.pixels }, pixels.scale);
		return ok({ png, width, height, scale: pixels.scale, missing: fonts.missing });
	} finally {
		await fonts.remove();
	}
}

/** What is only heard. */
const HEARD = /<(title|desc)\b[^>]*>[^<]*<\/\1>/g;

/**
 * What is drawn in the place of a character: narrower than any letter is thought to be (`draw/text/measure.ts`), so that
 * lines stay in their cards. A mark on a letter has no place of its own.
 */
function stoodFor(sign: string): string {
	return /\p{M}/u.test(sign) ? '' : `<tspan font-size="0.55em">${REPLACEMENT}</tspan>`;
}

/** The lines of words that a drawing shows. */
function shown(svg: string): string[] {
	return svg
		.split(/<[^>]*>/)
		.filter((words) => words.trim() !== '')
		.map((words) => words.replaceAll(/&\w+;/g, (sign) => SIGNS[sign] ?? ''));
}

const SIGNS: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"' };
