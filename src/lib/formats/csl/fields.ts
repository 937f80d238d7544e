import type { Json } from '#lib/core/decode.ts';
import { doiIn } from '#lib/core/model/citation.ts';
import { SOURCE_TYPES, type Name, type SourceType } from '#lib/core/model/item.ts';
import { addressIn, dateOf, work, type Work } from '../references/work.ts';
import { isRecord } from '../sample.ts';

/** An item of CSL-JSON 1.0.2 as it is written. */
export type Raw = Readonly<Record<string, unknown>>;

/** What an item says of a work. */
export function workIn(raw: Raw): Work {
	const said = (key: string): string => {
		const value = raw[key];
		return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
	};
	return work({
		type: typeIn(said('type')),
		title: said('title'),
		author: namesIn(raw['author']),
		issued: dateIn(raw['issued']),
		containerTitle: said('container-title'),
		publisher: said('publisher'),
		DOI: doiIn(said('DOI')) ?? said('DOI'),
		URL: addressIn(said('URL'))
	});
}

/** `raw` so that it says `now` in the fields named by `changed`, and nothing else is touched. */
export function withWork(raw: Raw, now: Work, changed: ReadonlySet<keyof Work>): Raw {
	const said: Record<string, unknown> = { ...raw };
	for (const key of changed) {
		const name = NAMES[key];
		const value =
			key === 'author' ? now.author.map(nameOut) : key === 'issued' ? dateOut(now.issued) : now[key];
		if (now[key].length === 0) delete said[name];
		else said[name] = value;
	}
	return said;
}

const NAMES: { readonly [K in keyof Work]: string } = {
	type: 'type',
	title: 'title',
	author: 'author',
	issued: 'issued',
	containerTitle: 'container-title',
	publisher: 'publisher',
	DOI: 'DOI',
	URL: 'URL'
};

/** Types that are not ours, as the nearest of ours. */
const NEAREST: Readonly<Record<string, SourceType>> = {
	'article-magazine': 'article-newspaper',
	article: 'article-journal',
	review: 'article-journal',
	'review-book': 'article-journal',
	'paper-conference': 'chapter',
	entry: 'chapter',
	'entry-encyclopedia': 'chapter',
	'entry-dictionary': 'chapter',
	classic: 'book',
	pamphlet: 'book',
	post: 'webpage',
	'post-weblog': 'webpage',
	interview: 'speech'
};

function typeIn(said: string): SourceType {
	return knownType(said) ?? 'document';
}

function knownType(said: string): SourceType | undefined {
	return (
		SOURCE_TYPES.find((type) => type === said) ?? (Object.hasOwn(NEAREST, said) ? NEAREST[said] : undefined)
	);
}

/** Whether a type is one of ours, or has a nearest one. */
export function isKnownType(said: string): boolean {
	return knownType(said) !== undefined;
}

function namesIn(said: unknown): Name[] {
	if (!Array.isArray(said)) return [];
	return said.filter(isRecord).map((name) => {
		const part = (key: string): string => (typeof name[key] === 'string' ? name[key] : '');
		if (part('literal') !== '') return { family: part('literal'), given: '' };
		const given = joinedBy(' ', part('given'), part('dropping-particle'));
		return {
			family: joinedBy(' ', part('non-dropping-particle'), part('family')),
			given: joinedBy(', ', given, part('suffix'))
		};
	});
}

function joinedBy(between: string, ...parts: readonly string[]): string {
	return parts.filter((part) => part !== '').join(between);
}

function nameOut({ family, given }: Name): Json {
	if (given === '') return { literal: family };
	return family === '' ? { given } : { family, given };
}

function dateIn(said: unknown): string {
	if (!isRecord(said)) return '';
	const [parts] = Array.isArray(said['date-parts']) ? (said['date-parts'] as unknown[]) : [];
	if (Array.isArray(parts)) {
		const [year, month, day] = parts.map(Number);
		return dateOf(year ?? 0, month, day);
	}
	const words = said['raw'] ?? said['literal'];
	const found = typeof words === 'string' ? /^(\d{1,4})(?:-(\d\d))?(?:-(\d\d))?(?!\d)/.exec(words) : null;
	return found ? dateOf(Number(found[1]), Number(found[2] ?? 0), Number(found[3] ?? 0)) : '';
}

function dateOut(issued: string): Json {
	return { 'date-parts': [issued.split('-').map(Number)] };
}
