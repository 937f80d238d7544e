import { doiIn } from '#lib/core/model/citation.ts';
import type { SourceType } from '#lib/core/model/item.ts';
import { addressIn, dateOf, work, type Work } from '../references/work.ts';
import { fromLatex, toLatex } from './latex.ts';
import { namesIn, namesOut } from './names.ts';

/** A type of entry with its fields as they are written: braces, quotes, macros and `#` included. */
export interface Raw {
	readonly type: string;
	readonly key: string;
	readonly fields: { readonly [name: string]: string };
}

/** What `@string` defined, by its name in lower case. */
export type Macros = ReadonlyMap<string, string>;

/** Which fields say what, the first that is there; `title` and `issued` are put together from several. */
const SAYING: { readonly [K in keyof Work]: readonly string[] } = {
	type: ['entrysubtype'],
	title: ['title', 'subtitle'],
	author: ['author', 'editor'],
	issued: ['date', 'year', 'month', 'day'],
	containerTitle: ['journal', 'journaltitle', 'booktitle', 'maintitle'],
	publisher: ['publisher', 'institution', 'school', 'organization'],
	DOI: ['doi'],
	URL: ['url', 'howpublished']
};

/** What an entry says of a work. */
export function workIn(raw: Raw, macros: Macros): Work {
	const values = new Map(
		Object.entries(raw.fields).map(([name, value]) => [name.toLowerCase(), valueOf(value, macros)])
	);
	const first = (key: keyof Work): string => {
		const name = SAYING[key].find((each) => values.has(each));
		return name === undefined ? '' : values.get(name)!;
	};
	const titles = SAYING.title.map((name) => fromLatex(values.get(name) ?? '')).filter(Boolean);
	return work({
		type: typeIn(raw.type, fromLatex(values.get('entrysubtype') ?? '')),
		title: titles.join(': '),
		author: namesIn(first('author')),
		issued: dateIn(values),
		containerTitle: fromLatex(first('containerTitle')),
		publisher: fromLatex(first('publisher')),
		DOI: doiWithin(verbatim(first('DOI'))),
		URL: addressIn(verbatim(first('URL')))
	});
}

/** `raw` so that it says `now` in the fields named by `changed`, and nothing else is touched. */
export function withWork(raw: Raw, now: Work, changed: ReadonlySet<keyof Work>): Raw {
	const fields = new Map(Object.entries(raw.fields));
	const known = new Map([...fields.keys()].map((name) => [name.toLowerCase(), name]));
	const [entryType, subtype] = TYPES[now.type];
	const type = changed.has('type') ? entryType : raw.type;
	for (const key of changed) {
		const others = now[key].length === 0 || key === 'title' || key === 'issued';
		for (const [at, name] of SAYING[key].entries())
			if (at === 0 || others || key === 'containerTitle' || key === 'publisher')
				fields.delete(known.get(name) ?? name);
	}
	const say = (key: keyof Work, name: string, value: string): void => {
		if (changed.has(key) && value !== '') fields.set(name, `{${value}}`);
	};
	say('author', 'author', namesOut(now.author));
	say('title', 'title', toLatex(now.title));
	say('type', 'entrysubtype', subtype);
	const container = /^article$/i.test(type) ? 'journal' : 'booktitle';
	say('containerTitle', container, toLatex(now.containerTitle));
	say('publisher', PUBLISHING[type.toLowerCase()] ?? 'publisher', toLatex(now.publisher));
	const [year = '', month = '', day = ''] = now.issued.split('-');
	say('issued', 'year', year);
	if (changed.has('issued') && month !== '') fields.set('month', MONTHS[Number(month) - 1]!);
	say('issued', 'day', day && String(Number(day)));
	say('DOI', 'doi', now.DOI);
	say('URL', 'url', now.URL);
	return { ...raw, type, fields: Object.fromEntries(fields) };
}

/** What macros may add to a value: those built on each other could double it without end. */
const MOST = 4096;

/** The text that a value stands for: its pieces one after another, macros replaced while they are of bearable length. */
export function valueOf(raw: string, macros: Macros): string {
	let value = '';
	let room = MOST;
	for (let at = 0; at < raw.length;) {
		const sign = raw[at]!;
		if (sign === '{' || sign === '"') {
			const end = pieceEnd(raw, at);
			value += raw.slice(at + 1, end);
			at = end + 1;
		} else if (sign === '#' || BLANK.test(sign)) at++;
		else {
			const start = at;
			while (at < raw.length && !/[{"#\s]/.test(raw[at]!)) at++;
			const name = raw.slice(start, at);
			const words = macros.get(name.toLowerCase()) ?? name;
			value += words.length > room ? name : words;
			room -= Math.min(words.length, room);
		}
	}
	return value;
}

function pieceEnd(raw: string, from: number): number {
	const isQuoted = raw[from] === '"';
	let depth = 0;
	for (let at = from + (isQuoted ? 1 : 0); at < raw.length; at++) {
		if (raw[at] === '{') depth++;
		else if (raw[at] === '}') {
			if (--depth === 0 && !isQuoted) return at;
		} else if (isQuoted && depth === 0 && raw[at] === '"') return at;
	}
	return raw.length;
}

const BLANK = /\s/;
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const PUBLISHING: Readonly<Record<string, string>> = {
	techreport: 'institution',
	report: 'institution',
	thesis: 'institution',
	phdthesis: 'school',
	mastersthesis: 'school',
	online: 'organization'
};

/** How our types are written; the second word is an `entrysubtype` where several share an entry type. */
const TYPES: { readonly [T in SourceType]: readonly [string, string] } = {
	'article-journal': ['article', ''],
	'article-newspaper': ['article', 'newspaper'],
	book: ['book', ''],
	chapter: ['incollection', ''],
	report: ['techreport', ''],
	speech: ['unpublished', 'speech'],
	thesis: ['phdthesis', ''],
	treaty: ['legal', 'treaty'],
	webpage: ['online', ''],
	document: ['misc', '']
};

const READ: Readonly<Record<string, SourceType>> = {
	article: 'article-journal',
	periodical: 'article-journal',
	suppperiodical: 'article-journal',
	review: 'article-journal',
	book: 'book',
	mvbook: 'book',
	booklet: 'book',
	collection: 'book',
	mvcollection: 'book',
	proceedings: 'book',
	mvproceedings: 'book',
	reference: 'book',
	mvreference: 'book',
	inbook: 'chapter',
	bookinbook: 'chapter',
	suppbook: 'chapter',
	incollection: 'chapter',
	suppcollection: 'chapter',
	inproceedings: 'chapter',
	conference: 'chapter',
	inreference: 'chapter',
	techreport: 'report',
	report: 'report',
	manual: 'report',
	phdthesis: 'thesis',
	mastersthesis: 'thesis',
	thesis: 'thesis',
	online: 'webpage',
	electronic: 'webpage',
	www: 'webpage',
	webpage: 'webpage',
	talk: 'speech'
};

function typeIn(type: string, subtype: string): SourceType {
	const name = type.toLowerCase();
	if (name === 'article' && /^(newspaper|magazine)$/i.test(subtype)) return 'article-newspaper';
	if (/^(unpublished|misc)$/.test(name) && /^(speech|talk)$/i.test(subtype)) return 'speech';
	if (/^(legal|misc)$/.test(name) && /^treaty$/i.test(subtype)) return 'treaty';
	return READ[name] ?? 'document';
}

function dateIn(values: ReadonlyMap<string, string>): string {
	const date = /^\s*(\d{1,4})(?:-(\d{2}))?(?:-(\d{2}))?(?!\d)/.exec(values.get('date') ?? '');
	if (date) return dateOf(Number(date[1]), Number(date[2] ?? 0), Number(date[3] ?? 0));
	const year = /\d{4}|^\s*\d{1,3}(?=\s*$)/.exec(values.get('year') ?? '')?.[0];
	const months = fromLatex(values.get('month') ?? '').toLowerCase();
	const month =
		MONTHS.findIndex((name) => months.startsWith(name)) + 1 || Number(/^\d+/.exec(months)?.[0] ?? 0);
	const day = /\d+/.exec(values.get('day') ?? (/^\d/.test(months) ? '' : months))?.[0];
	return dateOf(Number(year ?? 0), month, Number(day ?? 0));
}

/** A value in which signs stand for themselves: addresses, names of files. */
function verbatim(value: string): string {
	const plain = value.replace(/\\([_%&#{}~])/g, '$1');
	const address = /\\url\s*\{([^{}]*)\}/.exec(plain)?.[1];
	return (address ?? plain.replace(/[{}]/g, '')).trim();
}

function doiWithin(value: string): string {
	return doiIn(value) ?? /10\.\d{4,9}\/\S+/.exec(value)?.[0] ?? value;
}
