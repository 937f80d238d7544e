import { sql } from 'drizzle-orm';
import {
	blob,
	check,
	foreignKey,
	index,
	integer,
	primaryKey,
	real,
	sqliteTable,
	text
} from 'drizzle-orm/sqlite-core';

// Text and whole numbers only (and bytes for hashes, reals for pins); lists as JSON text; times in milliseconds.
// Every table is STRICT in the reviewed migrations, and references within a debate are deferred there, because one
// change may add a relation before its premise: drizzle-kit can write neither.

/** Somebody who uses this server; the local one is everybody on this machine. */
export const person = sqliteTable('person', {
	id: text().primaryKey(),
	local: integer().notNull(),
	recovery: text(),
	created: integer().notNull()
});

/** A browser that is known; `id` is the hash of its token. */
export const session = sqliteTable(
	'session',
	{
		id: text().primaryKey(),
		userId: text('user_id')
			.notNull()
			.references(() => person.id, { onDelete: 'cascade' }),
		expiresAt: integer('expires_at').notNull(),
		created: integer().notNull()
	},
	(table) => [index('session_person').on(table.userId)]
);

export const debate = sqliteTable('debate', {
	id: text().primaryKey(),
	title: text().notNull(),
	summary: text().notNull(),
	head: integer().notNull(),
	epoch: text().notNull(),
	sample: integer().notNull(),
	created: integer().notNull(),
	changed: integer().notNull(),
	/** Items changed since this place in the log are not in the search index yet. */
	indexed: integer().notNull()
});

/** The text that a debate was read from, where that is kept. */
export const imported = sqliteTable('imported', {
	debate: debateKey().primaryKey(),
	format: text().notNull(),
	text: text().notNull()
});

/** Who may do what. */
export const permit = sqliteTable(
	'permit',
	{ debate: debateKey(), person: text().notNull(), right: text().notNull(), link: text() },
	(table) => [
		primaryKey({ columns: [table.debate, table.person] }),
		index('permit_person').on(table.person),
		foreignKey({ columns: [table.person], foreignColumns: [person.id] }).onDelete('cascade'),
		check('permit_right', sql`${table.right} IN ('read', 'edit', 'owner')`)
	]
);

/** The secret addresses that give a right to whoever follows them. */
export const link = sqliteTable(
	'link',
	{ token: text().primaryKey(), debate: debateKey(), right: text().notNull() },
	(table) => [index('link_debate').on(table.debate, table.right)]
);

/** Every confirmed change, in the one order; `hash` seals it to the one before. */
export const log = sqliteTable(
	'log',
	{
		debate: debateKey(),
		seq: integer().notNull(),
		client: text().notNull(),
		n: integer().notNull(),
		actor: text(),
		at: integer().notNull(),
		version: integer().notNull(),
		steps: text().notNull(),
		hash: blob({ mode: 'buffer' }).notNull()
	},
	(table) => [primaryKey({ columns: [table.debate, table.seq] })]
);

/** The answers given to a client's changes, so that a change sent again is answered again and done once. */
export const ack = sqliteTable(
	'ack',
	{
		debate: debateKey(),
		client: text().notNull(),
		n: integer().notNull(),
		seq: integer(),
		at: integer(),
		refusal: text()
	},
	(table) => [
		primaryKey({ columns: [table.debate, table.client, table.n] }),
		check('ack_outcome', sql`(${table.seq} IS NULL) <> (${table.refusal} IS NULL)`)
	]
);

/**
 * What people judge themselves: no change of the debate, so it is in no log. What was rated may have been removed since,
 * and can come back: there is no reference to it. `hash` seals the row.
 */
export const rating = sqliteTable(
	'rating',
	{
		debate: debateKey(),
		item: text().notNull(),
		question: text().notNull(),
		person: text().notNull(),
		score: real(),
		verdict: text(),
		wording: text().notNull(),
		at: integer().notNull(),
		hash: blob({ mode: 'buffer' }).notNull()
	},
	(table) => [
		primaryKey({ columns: [table.debate, table.item, table.question, table.person] }),
		index('rating_person').on(table.person),
		foreignKey({ columns: [table.person], foreignColumns: [person.id] }).onDelete('cascade'),
		check('rating_question', sql`${table.question} IN ('likely', 'verdict', 'carries')`),
		check('rating_score', sql`${table.score} BETWEEN 0 AND 1`),
		check('rating_verdict', sql`${table.verdict} IN ('stands', 'falls', 'open')`),
		check('rating_answer', sql`(${table.score} IS NULL) = (${table.question} = 'verdict')`),
		check('rating_one', sql`(${table.score} IS NULL) <> (${table.verdict} IS NULL)`)
	]
);

/** The debate that a row belongs to; it goes with it. */
export function debateKey() {
	return text()
		.notNull()
		.references(() => debate.id, { onDelete: 'cascade' });
}
