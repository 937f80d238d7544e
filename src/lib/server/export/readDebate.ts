import { decode } from '#lib/core/decode.ts';
import { Debate } from '#lib/core/model/debate.ts';
import type { Id } from '#lib/core/model/item.ts';
import { snapshot } from '#lib/core/sync/message.ts';
import type { Store } from '../store/store.ts';

/** The debate as it is now; `null` where there is none of this id. Throws when the store's own words make no sense. */
export async function readDebate(store: Pick<Store, 'snapshot'>, id: Id): Promise<Debate | null> {
	const found = await store.snapshot(id);
	if (!found.ok) return null;
	const read = decode(snapshot, JSON.parse(Buffer.from(found.value.json).toString()));
	if (!read.ok) throw new Error(`debate ${id}: ${read.error.path} ${read.error.message}`);
	const debate = new Debate();
	debate.about = read.value.about;
	for (const item of read.value.items) debate.set(item);
	return debate;
}
