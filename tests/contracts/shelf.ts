import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { claim, premise, relation } from '#lib/core/model/make.ts';
import type { Engine } from '#lib/server/store/engine.ts';
import { openStore, type Opening } from '#lib/server/store/open.ts';
import { value } from './store/place.ts';

/** A folder for the database of one test, and what is opened in it. */
export class Shelf {
	readonly folder = mkdtempSync(join(tmpdir(), 'argosy-'));
	readonly file = join(this.folder, 'argosy.db');
	#now = 0;

	/** The store, which must open. */
	open(mode: Opening['mode'] = 'serve', file = this.file): Engine {
		return value(openStore({ file, clock: () => ++this.#now, mode }));
	}

	/** Why the store does not open; `opened` when it does. */
	why(mode: Opening['mode'] = 'serve', file = this.file): string {
		const store = openStore({ file, clock: () => ++this.#now, mode });
		if (!store.ok) return store.error.why;
		store.value.close();
		return 'opened';
	}

	/** A store with the debate `d`, in which `b` supports `a`. */
	async filled(): Promise<Engine> {
		const store = this.open();
		const items = [
			claim({ id: 'a', text: 'The first claim' }),
			claim({ id: 'b', text: 'The second claim' }),
			relation({ id: 'r', sense: 'support', premises: [premise('b')], target: 'a' })
		];
		const steps = items.map((item) => ({ do: 'add', item }) as const);
		value(await store.create({ id: 'd', owner: null, steps, at: 1 }));
		return store;
	}

	/** Takes the folder away. */
	clear(): void {
		rmSync(this.folder, { recursive: true });
	}
}
