import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Store } from '#lib/server/store/store.ts';
import { appending } from './appending.ts';
import { debates } from './debates.ts';
import { people } from './people.ts';
import { adding, Place, rewording, value } from './place.ts';
import { ratings } from './ratings.ts';
import { rights } from './rights.ts';
import { searching } from './searching.ts';

/** What every store promises (rules D… of `server/store/RULES.md`), whatever it is made of. */
export function describeStore(name: string, open: () => Promise<Store>): void {
	describe(name, () => {
		const at = new Place();

		beforeEach(async () => at.begin(await open()));
		afterEach(() => at.store.close());

		debates(at);
		appending(at);
		rights(at);
		people(at);
		ratings(at);
		searching(at);

		test('[D50] every debate can be rebuilt from its log', async () => {
			const words = { do: 'describe', to: { title: 'T' } } as const;
			value(await at.send('x', [adding('a')], [rewording('a', 'A')], [adding('top')], [words]));
			expect(value(await at.store.verify('d'))).toEqual({ changes: 4 });
		});
	});
}
