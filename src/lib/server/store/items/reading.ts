import type { Database } from 'better-sqlite3';
import type { Id } from '#lib/core/model/item.ts';

/** Reads all items of a debate as JSON, by kind and then id: `[…]`. */
export type Read = (debate: Id) => string;

const PIN = `CASE WHEN pin_x IS NULL THEN 'null' ELSE '{"x":' || pin_x || ',"y":' || pin_y || '}' END`;
const TARGET = 'json_quote(coalesce(claim, argument, relation, evidence))';
const PREMISES = `(SELECT '[' || coalesce(group_concat(
	'{"id":' || ${TARGET} || ',"role":' || json_quote(role) || ',"negated":' || iif(negated, 'true', 'false') || '}', ','
), '') || ']' FROM (SELECT * FROM premise WHERE premise.debate = item.debate AND premise.of = item.id ORDER BY position))`;
const STEPS = `(SELECT '[' || coalesce(group_concat(json_quote(relation), ','), '') || ']'
	FROM (SELECT relation FROM argument_step s WHERE s.debate = item.debate AND s.of = item.id ORDER BY position))`;

const placed = { order: text('ord') };
const annotated = { ...placed, tags: 'tags', notes: text('notes'), pin: PIN, group: text('grouping') };

/** For every kind its table, and for every field of the item the SQL that gives its JSON. */
const KINDS = {
	claim: [
		'claim',
		{
			text: text('text'),
			title: text('title'),
			unstated: `iif(unstated, 'true', 'false')`,
			wordings: 'wordings',
			basis: text('basis'),
			standard: text('standard'),
			...annotated
		}
	],
	argument: ['argument', { title: text('title'), descriptions: 'descriptions', steps: STEPS, ...annotated }],
	relation: [
		'relation',
		{
			sense: text('sense'),
			premises: PREMISES,
			target: TARGET,
			scheme: text('scheme'),
			notes: text('notes'),
			...placed
		}
	],
	evidence: [
		'evidence',
		{
			form: text('form'),
			text: text('text'),
			bearing: text('bearing'),
			target: 'json_quote(coalesce(claim, argument, relation))',
			source: text('source'),
			locator: text('locator'),
			credibility: `CASE WHEN rating IS NULL THEN 'null'
			ELSE '{"rating":' || json_quote(rating) || ',"reason":' || json_quote(rating_reason) || '}' END`,
			notes: text('notes'),
			...placed
		}
	],
	source: [
		'source',
		{
			type: text('type'),
			title: text('title'),
			author: 'author',
			issued: text('issued'),
			containerTitle: text('container_title'),
			publisher: text('publisher'),
			DOI: text('doi'),
			URL: text('url')
		}
	],
	group: ['grouping', { form: text('form'), title: text('title'), parent: text('parent'), ...placed }]
} as const;

/**
 * SQLite writes the JSON of the rows itself: a snapshot is then bytes that nobody had to take apart and put together
 * again, which takes a third of the time.
 */
export function reading(raw: Database): Read {
	const statements = Object.entries(KINDS).map(([kind, [table, fields]]) => {
		const all = { id: text('id'), ext: 'ext', ...fields };
		const parts = Object.entries(all).map(([name, json]) => `',"${name}":' || ${json}`);
		const object = [`'{"kind":"${kind}"'`, ...parts, `'}'`].join(' || ');
		return raw
			.prepare<[Id], string>(`SELECT ${object} FROM "${table}" AS item WHERE debate = ? ORDER BY id`)
			.pluck();
	});
	return (debate) => `[${statements.flatMap((statement) => statement.all(debate)).join(',')}]`;
}

function text(column: string): string {
	return `json_quote("${column}")`;
}
