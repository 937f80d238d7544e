import { eq } from 'drizzle-orm';
import type { Imported } from '#lib/core/model/debate.ts';
import type { Id } from '#lib/core/model/item.ts';
import type { Base } from '../base.ts';
import { imported } from '../schema.ts';

/** The text that the debate was read from, as its row has it; `null` where none is kept. */
export function importedBy({ db }: Base, id: Id): Imported | null {
	const { format, text } = imported;
	return db.select({ format, text }).from(imported).where(eq(imported.debate, id)).get() ?? null;
}
