import { fail, ok, type Result } from '#lib/core/result.ts';
import type { Look } from '#lib/draw/drawing.ts';
import type { Part } from '#lib/draw/part.ts';
import { DIRECTIONS } from '#lib/draw/layout/types.ts';
import { BOUNDS, type Wanted } from '#lib/draw/pixels.ts';
import { isThemeName, THEMES } from '#lib/draw/theme.ts';
import { day } from '#lib/i18n/speak.ts';

/** What the commands that draw take besides their own options. */
export const PICTURE_OPTIONS = {
	theme: { type: 'string' },
	scale: { type: 'string' },
	width: { type: 'string' },
	direction: { type: 'string' },
	branch: { type: 'string' },
	select: { type: 'string' },
	title: { type: 'boolean' },
	date: { type: 'boolean' },
	'no-legend': { type: 'boolean' },
	transparent: { type: 'boolean' }
} as const;

type Values = {
	readonly [Name in keyof typeof PICTURE_OPTIONS]?: (typeof PICTURE_OPTIONS)[Name]['type'] extends 'boolean'
		? boolean | undefined
		: string | undefined;
};

/** A picture that is asked for. */
export interface Asked {
	readonly kind: 'svg' | 'png';
	readonly look: Look;
	readonly size: Wanted;
}

/** Whether this names a kind of picture. */
export function isPicture(kind: string | undefined): kind is 'svg' | 'png' {
	return kind === 'svg' || kind === 'png';
}

/** The first of the options that is for pictures only. */
export function pictureOption(values: Values): string | undefined {
	return Object.keys(PICTURE_OPTIONS).find((name) => values[name as keyof Values] !== undefined);
}

/** What the options ask for, or a sentence about the first that makes no sense. */
export function asked(kind: 'svg' | 'png', values: Values): Result<Asked, string> {
	const { theme = 'light', direction: way = 'down', scale, width, branch, select } = values;
	if (!isThemeName(theme)) return fail(`--theme is one of ${Object.keys(THEMES).join(', ')}.`);
	const direction = DIRECTIONS.find((one) => one === way);
	if (!direction) return fail(`--direction is one of ${DIRECTIONS.join(', ')}.`);
	if (kind === 'svg' && (scale ?? width) !== undefined)
		return fail('--scale and --width are for PNG: an SVG is sharp at any size.');
	if (scale !== undefined && width !== undefined) return fail('Give --scale or --width, not both.');
	if (branch !== undefined && select !== undefined) return fail('Give --branch or --select, not both.');
	const times = Number(scale ?? 1);
	if (!isWithin(times, BOUNDS.scale)) return fail('--scale is a number from 0.01 to 20, such as 2.');
	const across = Number(width ?? BOUNDS.width.least);
	if (!Number.isInteger(across) || !isWithin(across, BOUNDS.width))
		return fail('--width is a whole number of pixels from 16 to 32767.');
	const look = {
		part: partOf(branch, select),
		theme,
		direction,
		hasTitle: values.title ?? false,
		date: values.date ? day(Date.now()) : null,
		hasLegend: !values['no-legend'],
		isTransparent: values.transparent ?? false
	};
	return ok({ kind, look, size: width === undefined ? { scale: times } : { width: across } });
}

function partOf(branch: string | undefined, select: string | undefined): Part {
	if (branch !== undefined) return { branch };
	if (select === undefined) return 'all';
	const names = select.split(',').map((name) => name.trim());
	return { selection: names.filter((name, at) => name !== '' || at === 0) };
}

function isWithin(number: number, { least, most }: { least: number; most: number }): boolean {
	return number >= least && number <= most;
}
