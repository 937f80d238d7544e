import { sql } from 'drizzle-orm';
import {
	check,
	foreignKey,
	index,
	integer,
	primaryKey,
	real,
	sqliteTable,
	text,
	type AnySQLiteColumn
} from 'drizzle-orm/sqlite-core';
import { debateKey } from '../schema.ts';

// What a debate is made of, one table a kind. References within a debate are real, and deferred.

export const grouping = sqliteTable(
	'grouping',
	{ ...common(), form: text().notNull(), title: text().notNull(), parent: text() },
	(table) => [
		...own(table),
		within(table.debate, table.parent, (): AnySQLiteColumn[] => [grouping.debate, grouping.id])
	]
);

export const claim = sqliteTable(
	'claim',
	{
		...common(),
		...annotated(),
		text: text().notNull(),
		title: text().notNull(),
		unstated: integer().notNull(),
		basis: text().notNull(),
		standard: text().notNull(),
		wordings: text().notNull()
	},
	(table) => [
		...own(table),
		within(table.debate, table.grouping, (): AnySQLiteColumn[] => [grouping.debate, grouping.id])
	]
);

export const argument = sqliteTable(
	'argument',
	{ ...common(), ...annotated(), title: text().notNull(), descriptions: text().notNull() },
	(table) => [
		...own(table),
		within(table.debate, table.grouping, (): AnySQLiteColumn[] => [grouping.debate, grouping.id])
	]
);

export const source = sqliteTable(
	'source',
	{
		debate: debateKey(),
		id: text().notNull(),
		ext: text().notNull(),
		type: text().notNull(),
		title: text().notNull(),
		author: text().notNull(),
		issued: text().notNull(),
		containerTitle: text('container_title').notNull(),
		publisher: text().notNull(),
		doi: text().notNull(),
		url: text().notNull()
	},
	own
);

export const relation = sqliteTable(
	'relation',
	{ ...common(), ...target(), sense: text().notNull(), scheme: text().notNull(), notes: text().notNull() },
	(table) => [
		...own(table),
		...targets('relation', table),
		within(table.debate, table.evidence, (): AnySQLiteColumn[] => [evidence.debate, evidence.id]),
		index('relation_on_evidence')
			.on(table.debate, table.evidence)
			.where(sql`${table.evidence} IS NOT NULL`),
		check('relation_target', oneAtMost(table.claim, table.argument, table.relation, table.evidence))
	]
);

export const premise = sqliteTable(
	'premise',
	{
		debate: debateKey(),
		of: text().notNull(),
		position: integer().notNull(),
		...target(),
		role: text().notNull(),
		negated: integer().notNull()
	},
	(table) => [
		primaryKey({ columns: [table.debate, table.of, table.position] }),
		foreignKey({
			columns: [table.debate, table.of],
			foreignColumns: [relation.debate, relation.id]
		}).onDelete('cascade'),
		...targets('premise', table),
		within(table.debate, table.evidence, (): AnySQLiteColumn[] => [evidence.debate, evidence.id]),
		index('premise_on_evidence')
			.on(table.debate, table.evidence)
			.where(sql`${table.evidence} IS NOT NULL`),
		check('premise_one', oneAtMost(table.claim, table.argument, table.relation, table.evidence))
	]
);

/** The relations that spell out an argument, in order. */
export const argumentStep = sqliteTable(
	'argument_step',
	{ debate: debateKey(), of: text().notNull(), position: integer().notNull(), relation: text().notNull() },
	(table) => [
		primaryKey({ columns: [table.debate, table.of, table.position] }),
		foreignKey({
			columns: [table.debate, table.of],
			foreignColumns: [argument.debate, argument.id]
		}).onDelete('cascade'),
		within(table.debate, table.relation, (): AnySQLiteColumn[] => [relation.debate, relation.id])
	]
);

export const evidence = sqliteTable(
	'evidence',
	{
		...common(),
		claim: text(),
		argument: text(),
		relation: text(),
		form: text().notNull(),
		text: text().notNull(),
		bearing: text().notNull(),
		source: text(),
		locator: text().notNull(),
		rating: text(),
		ratingReason: text('rating_reason'),
		notes: text().notNull()
	},
	(table) => [
		...own(table),
		...targets('evidence', table),
		index('evidence_citing')
			.on(table.debate, table.source)
			.where(sql`${table.source} IS NOT NULL`),
		within(table.debate, table.source, (): AnySQLiteColumn[] => [source.debate, source.id]),
		check('evidence_target', oneAtMost(table.claim, table.argument, table.relation))
	]
);

function common() {
	return { debate: debateKey(), id: text().notNull(), ext: text().notNull(), ord: text().notNull() };
}

function annotated() {
	return {
		tags: text().notNull(),
		notes: text().notNull(),
		pinX: real('pin_x'),
		pinY: real('pin_y'),
		grouping: text()
	};
}

/** Exactly one of these is set, unless the target is unknown: so each is a real reference. */
function target() {
	return { claim: text(), argument: text(), relation: text(), evidence: text() };
}

interface Targeting {
	debate: AnySQLiteColumn;
	claim: AnySQLiteColumn;
	argument: AnySQLiteColumn;
	relation: AnySQLiteColumn;
}

/** A removal asks who still refers to what goes: each reference has an index for that question. */
function targets(name: string, table: Targeting) {
	const referring = (word: string, column: AnySQLiteColumn) =>
		index(`${name}_on_${word}`)
			.on(table.debate, column)
			.where(sql`${column} IS NOT NULL`);
	return [
		referring('claim', table.claim),
		referring('argument', table.argument),
		referring('relation', table.relation),
		within(table.debate, table.claim, (): AnySQLiteColumn[] => [claim.debate, claim.id]),
		within(table.debate, table.argument, (): AnySQLiteColumn[] => [argument.debate, argument.id]),
		within(table.debate, table.relation, (): AnySQLiteColumn[] => [relation.debate, relation.id])
	];
}

function own(table: { debate: AnySQLiteColumn; id: AnySQLiteColumn }) {
	return [primaryKey({ columns: [table.debate, table.id] })];
}

function within(debateColumn: AnySQLiteColumn, column: AnySQLiteColumn, foreign: () => AnySQLiteColumn[]) {
	return foreignKey(() => ({ columns: [debateColumn, column], foreignColumns: foreign() }) as never);
}

function oneAtMost(...columns: AnySQLiteColumn[]) {
	return sql
		.join(
			columns.map((column) => sql`(${column} IS NOT NULL)`),
			sql` + `
		)
		.append(sql` <= 1`);
}
