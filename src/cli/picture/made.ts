import type { Debate } from '#lib/core/model/debate.ts';
import type { Id } from '#lib/core/model/item.ts';
import { fail, ok, type Result } from '#lib/core/result.ts';
import { drawing } from '#lib/draw/drawing.ts';
import type { Part } from '#lib/draw/part.ts';
import { MOST_PIXELS } from '#lib/draw/pixels.ts';
import { drawingWords } from '#lib/i18n/drawing.ts';
import { missingWords, unfitWords } from '#lib/i18n/picture.ts';
import { raster } from '#lib/server/picture/raster.ts';
import type { Asked } from './asked.ts';

export interface Made {
	readonly content: string | Buffer;
	/** What is to be said of it. */
	readonly remarks: readonly string[];
}

/** Draws; or says why that cannot be. */
export async function made(debate: Debate, { kind, look, size }: Asked): Promise<Result<Made, string>> {
	const stranger = named(look.part ?? 'all').find((id) => !isDrawn(debate, id));
	if (stranger !== undefined) return fail(`There is no claim ${stranger} in this debate.`);
	const drawn = drawing(debate, drawingWords(), look);
	if (kind === 'svg') return ok({ content: drawn.svg, remarks: [] });
	const { width, height } = drawn;
	const done = await raster({ width, height, text: drawn.plain }, size, MOST_PIXELS.command);
	if (!done.ok) return fail(unfitWords(done.error));
	const { png, missing } = done.value;
	return ok({ content: png, remarks: missing.length > 0 ? [missingWords(missing)] : [] });
}

function named(part: Part): readonly string[] {
	if (part === 'all') return [];
	return 'branch' in part ? [part.branch] : part.selection;
}

function isDrawn(debate: Debate, id: Id): boolean {
	const kind = debate.get(id)?.kind;
	return kind === 'claim' || kind === 'argument';
}
