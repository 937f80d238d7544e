import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import { and, eq, getTableColumns, sql } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { Debate } from '#lib/core/model/debate.ts';
import type { Step } from '#lib/core/edit/step.ts';
import type { Id, Item, Kind } from '#lib/core/model/item.ts';
import { fromRow, toPremises, toRow, toSteps, type Row } from './rows.ts';
import { argument, argumentStep, claim, evidence, grouping, premise, relation, source } from './schema.ts';

const TABLES = { claim, argument, relation, evidence, source, group: grouping } as const;
const KINDS = Object.keys(TABLES) as Kind[];

/** The rows of debates' items: written as steps touch them, read whole. */
export interface Tables {
	/** Brings the rows in line with `debate`, given the steps that would lead back to what they are now. */
	write(id: Id, debate: Debate, back: readonly Step[]): void;
	/** All items of a debate, by kind and then id, each as the plain value that a snapshot holds. */
	read(id: Id): unknown[];
}

/** Prepares every statement once. */
export function tables(db: BetterSQLite3Database): Tables {
	const upserts = each((kind) => upsert(db, TABLES[kind], ['debate', 'id']));
	const removals = each((kind) => {
		const table = TABLES[kind];
		return db
			.delete(table)
			.where(and(eq(table.debate, sql.placeholder('debate')), eq(table.id, sql.placeholder('id'))))
			.prepare();
	});
	const selects = each((kind) => {
		const table = TABLES[kind];
		return db
			.select()
			.from(table)
			.where(eq(table.debate, sql.placeholder('debate')))
			.orderBy(table.id)
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
			for (const [item, kind] of changed(back)) {
				const now = debate.get(item);
				if (now) put(id, debate, now);
				else removals[kind].run({ debate: id, id: item });
			}
		},
		read(id) {
			const premises = lists.premise.read(id);
			const steps = lists.step.read(id);
			return KINDS.flatMap((kind) =>
				(selects[kind].all({ debate: id }) as Row[]).map((row) => {
					const of = String(row['id']);
					return fromRow(kind, row, premises.get(of) ?? [], steps.get(of) ?? []);
				})
			);
		}
	};
}

/** The items that the steps name, with their kinds; each once. */
function changed(back: readonly Step[]): Map<Id, Kind> {
	const found = new Map<Id, Kind>();
	for (const step of back) {
		if (step.do === 'add') found.set(step.item.id, step.item.kind);
		if (step.do === 'set') found.set(step.id, step.kind);
		if (step.do === 'remove' && step.was) found.set(step.id, step.was.kind);
	}
	return found;
}

function list(db: BetterSQLite3Database, table: typeof premise | typeof argumentStep) {
	const key = and(eq(table.debate, sql.placeholder('debate')), eq(table.of, sql.placeholder('of')));
	const clear = db.delete(table).where(key).prepare();
	const insert = db.insert(table).values(placeholders(table)).prepare();
	const select = db
		.select()
		.from(table)
		.where(eq(table.debate, sql.placeholder('debate')))
		.orderBy(table.of, table.position)
		.prepare();
	return {
		replace(debate: Id, of: Id, rows: readonly Row[]): void {
			clear.run({ debate, of });
			for (const row of rows) insert.run(row);
		},
		read(debate: Id): Map<string, Row[]> {
			const found = new Map<string, Row[]>();
			for (const row of select.all({ debate }) as Row[]) {
				const known = found.get(String(row['of']));
				if (known) known.push(row);
				else found.set(String(row['of']), [row]);
			}
			return found;
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
