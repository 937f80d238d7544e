import type { Database } from 'better-sqlite3';
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import { and, eq, getTableColumns, sql } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { Debate } from '#lib/core/model/debate.ts';
import type { Step } from '#lib/core/edit/step.ts';
import type { Id, Item, Kind } from '#lib/core/model/item.ts';
import { reading, type Read } from './reading.ts';
import { toPremises, toRow, toSteps, type Row } from './rows.ts';
import { argument, argumentStep, claim, evidence, grouping, premise, relation, source } from './schema.ts';

const TABLES = { claim, argument, relation, evidence, source, group: grouping } as const;
const KINDS = Object.keys(TABLES) as Kind[];

/** The rows of debates' items: written as steps touch them, read whole. */
export interface Tables {
	/** Brings the rows in line with `debate`, given the steps that would lead back to what they are now. */
	write(id: Id, debate: Debate, back: readonly Step[]): void;
	/** All items of a debate as a JSON list, by kind and then id. */
	readonly read: Read;
}

/** Prepares every statement once. */
export function tables(raw: Database, db: BetterSQLite3Database): Tables {
	const upserts = each((kind) => upsert(db, TABLES[kind], ['debate', 'id']));
	const removals = each((kind) => {
		const table = TABLES[kind];
		return db
			.delete(table)
			.where(and(eq(table.debate, sql.placeholder('debate')), eq(table.id, sql.placeholder('id'))))
			.prepare();
	});
	const lists = { premise: list(db, premise), step: list(db, argumentStep) };

	function put(id: Id, debate: Debate, item: Item): void {
		const kindOf = (other: Id) => debate.get(other)?.kind;
		upserts[item.kind].run(toRow(id, item, kindOf));
		if (item.kind === 'relation') lists.premise.replace(id, item.id, toPremises(id, item, kindOf));
		if (item.kind === 'argument') lists.step.replace(id, item.id, toSteps(id, item));
	}

	return {
		write(id, debate, back) {
			for (const [item, kinds] of changed(back)) {
				const now = debate.get(item);
				for (const kind of kinds) if (kind !== now?.kind) removals[kind].run({ debate: id, id: item });
				if (now) put(id, debate, now);
			}
		},
		read: reading(raw)
	};
}

/** The items that the steps name, each with its kinds: within one change, an id can pass from one to another. */
function changed(back: readonly Step[]): Map<Id, Set<Kind>> {
	const found = new Map<Id, Set<Kind>>();
	const note = (id: Id, kind: Kind) => {
		const kinds = found.get(id);
		if (kinds) kinds.add(kind);
		else found.set(id, new Set([kind]));
	};
	for (const step of back) {
		if (step.do === 'add') note(step.item.id, step.item.kind);
		if (step.do === 'set') note(step.id, step.kind);
		if (step.do === 'remove' && step.was) note(step.id, step.was.kind);
	}
	return found;
}

function list(db: BetterSQLite3Database, table: typeof premise | typeof argumentStep) {
	const key = and(eq(table.debate, sql.placeholder('debate')), eq(table.of, sql.placeholder('of')));
	const clear = db.delete(table).where(key).prepare();
	const insert = db.insert(table).values(placeholders(table)).prepare();
	return {
		replace(debate: Id, of: Id, rows: readonly Row[]): void {
			clear.run({ debate, of });
			for (const row of rows) insert.run(row);
		}
	};
}

function upsert(db: BetterSQLite3Database, table: (typeof TABLES)[Kind], key: readonly string[]) {
	const columns = Object.entries(getTableColumns(table));
	const set = Object.fromEntries(
		columns
			.filter(([name]) => !key.includes(name))
			.map(([name, column]) => [name, sql.raw(`excluded."${column.name}"`)])
	);
	return db
		.insert(table)
		.values(placeholders(table))
		.onConflictDoUpdate({ target: [table.debate, table.id], set })
		.prepare();
}

function placeholders(table: SQLiteTable): never {
	const names = Object.keys(getTableColumns(table));
	return Object.fromEntries(names.map((name) => [name, sql.placeholder(name)])) as never;
}

function each<T>(make: (kind: Kind) => T): Record<Kind, T> {
	return Object.fromEntries(KINDS.map((kind) => [kind, make(kind)])) as Record<Kind, T>;
}
