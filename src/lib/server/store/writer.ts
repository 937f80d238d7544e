import type Database from 'better-sqlite3';
import { fail, type Result } from '#lib/core/result.ts';
import { isUnwritable } from './base.ts';
import type { StoreRefusal } from './store.ts';

interface Job {
	readonly run: () => Result<unknown, StoreRefusal>;
	readonly done: (result: Result<unknown, StoreRefusal>) => void;
	readonly failed: (error: unknown) => void;
}

/**
 * Everything that writes waits here for the end of the current turn of the event loop and then goes into one
 * transaction with all that came in the same turn, so many appends share one flush to disk.
 */
export class Writer {
	readonly #raw: Database.Database;
	readonly #settle: (isCommitted: boolean) => void;
	#jobs: Job[] = [];

	/** `settle` is told of the end of each transaction, before anybody gets an answer. */
	constructor(raw: Database.Database, settle: (isCommitted: boolean) => void) {
		this.#raw = raw;
		this.#settle = settle;
	}

	/** Does `run` in a transaction, and answers with what it said once that is on disk; rejects only where it throws. */
	write<T>(run: () => Result<T, StoreRefusal>): Promise<Result<T, StoreRefusal>> {
		return new Promise((resolve, reject) => {
			this.#jobs.push({ run, done: resolve as Job['done'], failed: reject });
			if (this.#jobs.length === 1) setImmediate(() => this.flush());
		});
	}

	/** Writes what waits, at once. */
	flush(): void {
		const jobs = this.#jobs;
		this.#jobs = [];
		if (!this.#raw.open) refuse(jobs);
		else if (jobs.length > 0) this.#commit(jobs);
	}

	/** All jobs in one transaction; if it fails for the sake of one, each in its own. */
	#commit(jobs: readonly Job[]): void {
		let results: Result<unknown, StoreRefusal>[];
		try {
			this.#raw.exec('BEGIN IMMEDIATE');
			results = jobs.map(({ run }) => run());
			this.#raw.exec('COMMIT');
		} catch (error) {
			if (this.#raw.inTransaction) this.#raw.exec('ROLLBACK');
			this.#settle(false);
			return this.#failed(jobs, error);
		}
		this.#settle(true);
		for (const [at, { done }] of jobs.entries()) done(results[at]!);
	}

	#failed(jobs: readonly Job[], error: unknown): void {
		if (isUnwritable(error)) refuse(jobs);
		else if (jobs.length > 1) for (const job of jobs) this.#commit([job]);
		else jobs[0]!.failed(error);
	}
}

function refuse(jobs: readonly Job[]): void {
	for (const { done } of jobs) done(fail({ why: 'unwritable' }));
}
