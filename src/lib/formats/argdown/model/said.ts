import type { Json } from '#lib/core/decode.ts';
import { NO_DATA, type Data } from '../syntax/data.ts';
import type { Member } from './model.ts';

export const NO_EXT: Record<string, never> = {};

/** The words that are shown, of all that were `written`: those of the member that says so, else the last ones. */
export function canonical(members: readonly Member[], words: readonly string[]): string | undefined {
	if (words.length < 2) return words[0];
	const chosen = members.find(
		({ isReference, text, data }) => !isReference && data['isCanonical'] === true && text.trim() !== ''
	);
	return chosen?.text.trim() ?? words.at(-1);
}

/** What was written of it in each place, without references. */
export function written(members: readonly Member[]): readonly string[] {
	let words: string[] = [];
	for (const { isReference, text } of members) {
		const said = isReference ? '' : text.trim();
		if (said === '') continue;
		if (words.length === 0) words = [said];
		else words.push(said);
	}
	return words;
}

/** The data of all members; what comes later goes before. */
export function merged(members: readonly Member[]): Data {
	if (members.length === 1) return members[0]!.data;
	let [data, isOwn] = [NO_DATA, false];
	for (const member of members) {
		if (member.data === NO_DATA) continue;
		if (data === NO_DATA) data = member.data;
		else {
			data = Object.assign(isOwn ? data : { ...data }, member.data);
			isOwn = true;
		}
	}
	return data;
}

/** What of `data` is nobody's here, for an item's `ext`; `without` is left out too. */
export function kept(data: Data, without?: string): Readonly<Record<string, Json>> {
	if (data === NO_DATA) return NO_EXT;
	const foreign = Object.keys(data).filter((key) => !OURS.has(key) && key !== without);
	if (foreign.length === 0) return NO_EXT;
	return { data: Object.fromEntries(foreign.map((key) => [key, data[key]!])) };
}

/** The same as all that an item carries. */
export function keptAlone(data: Data, without?: string): Readonly<Record<string, Json>> {
	const table = kept(data, without);
	return table === NO_EXT ? NO_EXT : { argdown: table };
}

const OURS: ReadonlySet<string> = new Set(['argosy', 'isCanonical']);
