import { randomBytes } from 'node:crypto';
import type { Id } from '#lib/core/model/item.ts';
import { ok, type Result } from '#lib/core/result.ts';
import type { Store, StoreRefusal } from '../store/store.ts';
import { hashed } from './hashedAdapter.ts';

/** A new secret that leads back to the person, in place of the one before; it is not kept and cannot be shown again. */
export async function newRecovery(store: Store, who: Id): Promise<Result<{ token: string }, StoreRefusal>> {
	const token = randomBytes(24).toString('base64url');
	const kept = await store.setRecovery(who, hashed(token));
	return kept.ok ? ok({ token }) : kept;
}

/** The person that the secret leads to. */
export function recovered(store: Store, token: string): Promise<Id | null> {
	return store.recovered(hashed(token));
}
