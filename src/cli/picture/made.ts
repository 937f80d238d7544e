import type { Debate } from '#lib/core/model/debate.ts';
import type { Id } from '#lib/core/model/item.ts';
import { fail, ok, type Result } from '#lib/core/result.ts';
import { drawing } from '#lib/draw/drawing.ts';
import type { Part } from '#lib/draw/part.ts';
import { MOST_PIXELS } from '#lib/draw/pixels.ts';
import { drawingWords } from '#lib/i18n/drawing.ts';
import { missingWords, unfitWords } from '#lib/i18n/picture.ts';
import { t } from '#lib/i18n/t.ts';
import { raster } from '#lib/server/picture/raster.ts';
import type { Asked } from './asked.ts';
import { named } from './named.ts';

export interface Made {
	readonly content: string | Buffer;
	/** What is to be said of it. */
	readonly remarks: readonly string[];
}

/** Draws; or says why that cannot be. */
export async function made(debate: Debate, { kind, look, size }: Asked): Promise<Result<Made, string>> {
	const part = meant(debate, look.part ?? 'all');
	if (!part.ok) return part;
	const drawn = drawing(debate, drawingWords(), { ...look, part: part.value });
	if (drawn.isEmpty) return fail(t('export.empty'));
	if (kind === 'svg') return ok({ content: drawn.svg, remarks: [] });
	const { width, height } = drawn;
	const done = await raster({ width, height, text: drawn.plain }, size, MOST_PIXELS.command);
	if (!done.ok) return fail(unfitWords(done.error));
	const { png, missing } = done.value;
	return ok({ content: png, remarks: missing.length > 0 ? [missingWords(missing)] : [] });
}

/** The part by the ids of what is named, or a sentence about the first name that is not clear. */
function meant(debate: Debate, part: Part): Result<Part, string> {
	if (part === 'all') return ok(part);
	const ids: Id[] = [];
	for (const said of 'branch' in part ? [part.branch] : part.selection) {
		const found = named(debate, said);
		if (!found.ok) return found;
		ids.push(found.value);
	}
	return ok('branch' in part ? { branch: ids[0]! } : { selection: ids });
}
