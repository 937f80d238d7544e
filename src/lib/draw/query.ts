import { decode, misfit, oneOf, partial, text, type Decoder, type Flaw } from '#lib/core/decode.ts';
import { fail, ok, type Result } from '#lib/core/result.ts';
import type { Look } from './drawing.ts';
import { DIRECTIONS } from './layout/types.ts';
import type { Part } from './part.ts';
import { BOUNDS, type Wanted } from './pixels.ts';
import { THEMES, type ThemeName } from './theme.ts';

/** A picture as it is asked for over HTTP; the server gives the date its words. */
export interface Query extends Omit<Look, 'date'> {
	readonly kind: 'svg' | 'png';
	readonly hasDate?: boolean;
	readonly size?: Wanted;
}

/** Ids of claims in one request, at most: an address must not become too long. */
export const MOST_SELECTED = 300;

/** The part of an address after its `?`. */
export function queryOf({ kind, hasDate, size, part = 'all', theme, ...look }: Query): string {
	const fields: readonly [name: string, value: string | number | boolean | undefined][] = [
		['as', kind],
		['theme', theme],
		['branch', part !== 'all' && 'branch' in part ? part.branch : undefined],
		['select', part !== 'all' && 'selection' in part ? part.selection.join(' ') : undefined],
		['scale', size && 'scale' in size ? size.scale : undefined],
		['width', size && 'width' in size ? size.width : undefined],
		['direction', look.direction],
		['title', look.hasTitle],
		['date', hasDate],
		['legend', look.hasLegend],
		['transparent', look.isTransparent]
	];
	const given = fields.flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]]));
	return new URLSearchParams(given).toString();
}

/** Reads what `queryOf` writes, and nothing else: unknown names, names given twice and values out of bounds are flaws. */
export function decodeQuery(params: URLSearchParams): Result<Query, Flaw> {
	const names = [...params.keys()];
	const twice = names.find((name, at) => names.indexOf(name) !== at);
	if (twice !== undefined) return fail({ path: twice, message: 'is given twice' });
	const read = decode(query, Object.fromEntries(params));
	if (!read.ok) return read;
	const { as = 'svg', theme, direction, branch, select, scale, width } = read.value;
	const { title, date, legend, transparent } = read.value;
	if (branch !== undefined && select !== undefined)
		return fail({ path: 'select', message: 'must not be given with branch' });
	if (scale !== undefined && width !== undefined)
		return fail({ path: 'width', message: 'must not be given with scale' });
	const part: Part = branch !== undefined ? { branch } : select === undefined ? 'all' : { selection: select };
	const size = width === undefined ? (scale === undefined ? undefined : { scale }) : { width };
	return ok({
		kind: as,
		part,
		...(theme && { theme }),
		...(direction && { direction }),
		...(size && { size }),
		...(title !== undefined && { hasTitle: title }),
		...(date !== undefined && { hasDate: date }),
		...(legend !== undefined && { hasLegend: legend }),
		...(transparent !== undefined && { isTransparent: transparent })
	});
}

const flag: Decoder<boolean> = (value, path) => oneOf(['true', 'false'])(value, path) === 'true';

/** A plain decimal number within its bounds. */
function numeral({ least, most, isWhole }: (typeof BOUNDS)['scale' | 'width']): Decoder<number> {
	return (value, path) => {
		const number = typeof value === 'string' && /^\d{1,6}(\.\d{1,6})?$/.test(value) ? Number(value) : NaN;
		if (number >= least && number <= most && (!isWhole || Number.isInteger(number))) return number;
		misfit(path, `must be a ${isWhole ? 'whole ' : ''}number from ${least} to ${most}`);
	};
}

const ids: Decoder<string[]> = (value, path) => {
	const found = text(MOST_SELECTED * 100, 1)(value, path).split(' ');
	if (found.length > MOST_SELECTED) misfit(path, `must not have more than ${MOST_SELECTED} ids`);
	return found;
};

const query = partial({
	as: oneOf(['svg', 'png']),
	theme: oneOf(Object.keys(THEMES) as ThemeName[]),
	direction: oneOf(DIRECTIONS),
	branch: text(200, 1),
	select: ids,
	scale: numeral(BOUNDS.scale),
	width: numeral(BOUNDS.width),
	title: flag,
	date: flag,
	legend: flag,
	transparent: flag
});
