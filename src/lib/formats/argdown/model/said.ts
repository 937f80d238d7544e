import type { Json } from '#lib/core/decode.ts';
import { NO_DATA, type Data } from './data.ts';
import type { Member } from './model.ts';

export const NO_EXT: Record<string, never> = {};

/** The words that are shown: the member that says so, else the last one that is no reference. */
export function canonical(members: readonly Member[]): Member | undefined {
	if (members.length === 1) return isSaid(members[0]!) ? members[0] : undefined;
	const said = members.filter(isSaid);
	return said.find(({ data }) => data['isCanonical'] === true) ?? said.at(-1);
}

function isSaid({ isReference, text }: Member): boolean {
	return !isReference && text.trim() !== '';
}

/** What was written of it in each place, without references. */
export function written(members: readonly Member[]): string[] {
	return members
		.filter(({ isReference }) => !isReference)
		.map(({ text }) => text.trim())
		.filter((text) => text !== '');
}

/** The data of all members; what comes later goes before. */
export function merged(members: readonly Member[]): Data {
	if (members.length === 1) return members[0]!.data;
	if (members.every(({ data }) => data === NO_DATA)) return NO_DATA;
	return Object.assign({}, ...members.map(({ data }) => data));
}

/** What of `data` is nobody's here, for an item's `ext`; under `argdown` where that is among `without`. */
export function kept(data: Data, ...without: readonly string[]): Record<string, Json> {
	if (data === NO_DATA) return NO_EXT;
	const rest = Object.entries(data).filter(
		([key]) => key !== 'argosy' && key !== 'isCanonical' && !without.includes(key)
	);
	const isNamed = without.includes('argdown');
	if (rest.length === 0) return NO_EXT;
	const table = { data: Object.fromEntries(rest) };
	return isNamed ? { argdown: table } : table;
}
