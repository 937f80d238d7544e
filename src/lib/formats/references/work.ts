import type { Name, Source } from '#lib/core/model/item.ts';
import { source } from '#lib/core/model/make.ts';
import { fitting } from '../fitting.ts';

/** What is said of a work: a source without its name in a debate. */
export type Work = Omit<Source, 'kind' | 'id' | 'ext'>;

/** A work of which nothing is known but what is given, cut to what a debate may hold. */
export function work(known: Partial<Work>): Work {
	return workOf(fitting(source({ id: '', ...nothing, ...known })).item);
}

const nothing = workOf(source({ id: '', title: '' }));

/** What `source` says of a work. */
export function workOf({ kind: _kind, id: _id, ext: _ext, ...said }: Source): Work {
	return said;
}

/** Every field of a work. */
export const EVERYTHING: ReadonlySet<keyof Work> = new Set(Object.keys(nothing) as (keyof Work)[]);

/** Several entries for one work as one: the first that says something counts. */
export function joined(entries: readonly Work[]): Work {
	const first = <K extends keyof Work>(key: K): Work[K] =>
		(entries.find((entry) => !isSilent(entry[key])) ?? entries[0] ?? nothing)[key];
	return {
		type: first('type'),
		title: first('title'),
		author: first('author'),
		issued: first('issued'),
		containerTitle: first('containerTitle'),
		publisher: first('publisher'),
		DOI: first('DOI'),
		URL: first('URL')
	};
}

/** The fields in which two entries differ. */
export function differing(a: Work, b: Work): ReadonlySet<keyof Work> {
	return new Set(
		[...EVERYTHING].filter((key) =>
			key === 'author' ? !areSameNames(a.author, b.author) : a[key] !== b[key]
		)
	);
}

/** `said` as an address that a source may have; `''` where it is none. */
export function addressIn(said: string): string {
	const address = said.trim();
	return /^https?:\/\/\S+$/i.test(address) && address.length <= 2000 ? address : '';
}

/** A date as a source has it, out of a year, a month and a day of which some may be missing or wrong. */
export function dateOf(year: number, month = 0, day = 0): string {
	if (!(year >= 1 && year <= 9999)) return '';
	if (!(month >= 1 && month <= 12)) return String(year);
	const head = `${year}-${String(month).padStart(2, '0')}`;
	return day >= 1 && day <= 31 ? `${head}-${String(day).padStart(2, '0')}` : head;
}

function isSilent(value: string | readonly Name[]): boolean {
	return value.length === 0 || value === nothing.type;
}

function areSameNames(some: readonly Name[], others: readonly Name[]): boolean {
	return (
		some.length === others.length &&
		some.every(({ family, given }, at) => family === others[at]!.family && given === others[at]!.given)
	);
}
