import { doiIn } from '#lib/core/model/citation.ts';
import type { Name, SourceType } from '#lib/core/model/item.ts';
import { addressIn, dateOf, work, type Work } from '../references/work.ts';

/** The lines of a record; the first is its type. */
export type Raw = readonly (readonly [tag: string, value: string])[];

/** Which tags say what. The first that is there counts, but every author. */
const TAGS: { readonly [K in keyof Work]: readonly string[] } = {
	type: ['TY'],
	title: ['TI', 'T1', 'CT', 'BT'],
	author: ['AU', 'A1'],
	issued: ['DA', 'PY', 'Y1'],
	containerTitle: ['T2', 'JO', 'JF', 'JA', 'J2'],
	publisher: ['PB'],
	DOI: ['DO'],
	URL: ['UR', 'L2', 'LK']
};

/** What a record says of a work. */
export function workIn(raw: Raw): Work {
	const first = (key: keyof Work): string => {
		for (const tag of TAGS[key]) {
			const line = raw.find(([other, value]) => other === tag && value !== '');
			if (line) return line[1];
		}
		return '';
	};
	const doi = first('DOI');
	return work({
		type: READ[first('type').toUpperCase()] ?? 'document',
		title: first('title'),
		author: raw
			.filter(([tag, value]) => TAGS.author.includes(tag) && value !== '')
			.map(([, value]) => nameIn(value)),
		issued: dateIn(raw),
		containerTitle: first('containerTitle'),
		publisher: first('publisher'),
		DOI: doiIn(doi) ?? doi,
		URL: addressIn(first('URL').split(/[\s;]/)[0]!)
	});
}

/** `raw` so that it says `now` in the fields named by `changed`; other lines stay, the new ones follow the type. */
export function withWork(raw: Raw, now: Work, changed: ReadonlySet<keyof Work>): Raw {
	const gone = new Set([...changed].flatMap((key) => TAGS[key]));
	const kept = raw.filter(([tag]) => tag !== 'TY' && !gone.has(tag));
	const type = changed.has('type') || raw.length === 0 ? WRITTEN[now.type] : raw[0]![1];
	const lines: [string, string][] = [['TY', type]];
	for (const key of changed) {
		if (key === 'author') for (const name of now.author) lines.push(['AU', nameOut(name)]);
		else if (key === 'issued' && now.issued !== '')
			lines.push(['PY', yearOut(now)], ['DA', now.issued.replaceAll('-', '/')]);
		else if (key !== 'type' && now[key] !== '') lines.push([TAGS[key][0]!, String(now[key])]);
	}
	return [...lines, ...kept];
}

function yearOut({ issued }: Work): string {
	return issued.split('-')[0]!;
}

const WRITTEN: { readonly [T in SourceType]: string } = {
	'article-journal': 'JOUR',
	'article-newspaper': 'NEWS',
	book: 'BOOK',
	chapter: 'CHAP',
	report: 'RPRT',
	speech: 'SLIDE',
	thesis: 'THES',
	treaty: 'LEGAL',
	webpage: 'ELEC',
	document: 'GEN'
};

const READ: Readonly<Record<string, SourceType>> = {
	...Object.fromEntries(Object.entries(WRITTEN).map(([type, said]) => [said, type as SourceType])),
	EJOUR: 'article-journal',
	JFULL: 'article-journal',
	ABST: 'article-journal',
	INPR: 'article-journal',
	MGZN: 'article-newspaper',
	EBOOK: 'book',
	EDBOOK: 'book',
	ECHAP: 'chapter',
	CONF: 'chapter',
	CPAPER: 'chapter',
	ENCYC: 'chapter',
	DICT: 'chapter',
	GOVDOC: 'report',
	WEB: 'webpage',
	BLOG: 'webpage',
	ICOMM: 'webpage'
};

function nameIn(value: string): Name {
	const [family = '', ...given] = value.split(',').map((part) => part.trim());
	return { family, given: given.filter((part) => part !== '').join(', ') };
}

function nameOut({ family, given }: Name): string {
	return given === '' ? family : `${family}, ${given}`;
}

/** `2024/11/04/`, `2024-11`, `2024`: the most exact of the dates that a record has. */
function dateIn(raw: Raw): string {
	let best = '';
	for (const tag of TAGS.issued)
		for (const [other, value] of raw) {
			const found =
				other === tag ? /^(\d{1,4})(?:[/-](\d{1,2}))?(?:[/-](\d{1,2}))?(?!\d)/.exec(value.trim()) : null;
			const date = found ? dateOf(Number(found[1]), Number(found[2] ?? 0), Number(found[3] ?? 0)) : '';
			if (date.length > best.length) best = date;
		}
	return best;
}
