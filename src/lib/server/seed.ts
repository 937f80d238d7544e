import { ok, type Result } from '#lib/core/result.ts';
import { sample } from './sample/sample.ts';
import type { Store, StoreRefusal } from './store/store.ts';

/** Puts the sample debate in, once for each database: when it is removed it does not come back. */
export async function seed(store: Store, at: number): Promise<Result<null, StoreRefusal>> {
	if (await store.isSeeded()) return ok(null);
	const { id, steps } = sample();
	const made = await store.create({ id, owner: null, steps, at, sample: true });
	if (!made.ok && made.error.why !== 'already exists') return made;
	return store.markSeeded();
}
