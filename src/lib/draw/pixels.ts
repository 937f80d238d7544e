import type { Size } from './layout/types.ts';

/** How big a picture of pixels shall be: as so many pixels for each one at 100 %, or as so many from left to right. */
export type Wanted = { readonly scale: number } | { readonly width: number };

export interface Pixels extends Size {
	readonly scale: number;
}

/** What a picture may have, all its pixels counted: each takes four bytes while it is drawn, and as many once more. */
export const MOST_PIXELS = { page: 64_000_000, command: 256_000_000 } as const;

/** What can be asked for, whatever the picture. */
export const BOUNDS = {
	scale: { least: 0.01, most: 20, isWhole: false },
	width: { least: 16, most: 32_767, isWhole: true }
} as const;

/** What most programs that show pictures can open. */
const MOST_SIDE = BOUNDS.width.most;

/** The pixels of a drawing of this size. */
export function pixelsOf(size: Size, wanted: Wanted): Pixels {
	const scale = 'scale' in wanted ? wanted.scale : wanted.width / size.width;
	const side = (length: number) => Math.round(length * scale);
	return { width: 'width' in wanted ? wanted.width : side(size.width), height: side(size.height), scale };
}

/** Whether a picture can be made of so many pixels. */
export function isWithin({ width, height }: Size, most: number): boolean {
	return Math.min(width, height) >= 1 && width * height <= most && Math.max(width, height) <= MOST_SIDE;
}

/**
 * The largest scale at which a drawing of this size stays within `most` pixels, in hundredths; `null` where none
 * does, because it is far too long for its height or the other way round.
 */
export function largestScale(size: Size, most: number): number | null {
	const { width, height } = size;
	const bound = Math.min(Math.sqrt(most / (width * height)), MOST_SIDE / Math.max(width, height));
	const hundredths = Math.floor(Math.min(bound, BOUNDS.scale.most) * 100);
	// What is rounded up may need one step less.
	const fitting = [hundredths, hundredths - 1].find(
		(some) => some >= 1 && isWithin(pixelsOf(size, { scale: some / 100 }), most)
	);
	return fitting === undefined ? null : fitting / 100;
}
