import type { Debate } from '#lib/core/model/debate.ts';
import { drawing, type Drawing } from '#lib/draw/drawing.ts';
import { MOST_PIXELS } from '#lib/draw/pixels.ts';
import type { Query } from '#lib/draw/query.ts';
import { drawingWords } from '#lib/i18n/drawing.ts';
import { unfitWords } from '#lib/i18n/picture.ts';
import { day } from '#lib/i18n/speak.ts';
import { t } from '#lib/i18n/t.ts';
import { refusal } from '../http/refusal.ts';
import { raster } from './raster.ts';
import { Turns } from './turns.ts';

/** Each takes up to half a gigabyte and some seconds. */
const turns = new Turns(6);

/** The picture that is asked for, as a response; `date` is when that is. */
export async function pictured(
	debate: Debate,
	query: Query,
	date: number,
	signal: AbortSignal
): Promise<Response> {
	const { kind, hasDate, ...look } = query;
	const drawn = drawing(debate, drawingWords(), { ...look, date: hasDate ? day(date) : null });
	if (drawn.isEmpty) return refusal('malformed', { message: t('export.empty'), path: 'select' });
	if (kind === 'svg')
		return new Response(drawn.svg, { headers: { ...SEALED, 'content-type': 'image/svg+xml' } });
	const done = await turns.take(() => rastered(drawn, query), signal);
	if (done.ok) return done.value;
	return refusal('too-many', { message: t('picture.busy'), wait: 10 });
}

/** A drawing that somebody opens as a page must do nothing there. */
const SEALED = { 'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox" };

async function rastered({ width, height, plain }: Drawing, query: Query): Promise<Response> {
	const size = query.size ?? { scale: 1 };
	const done = await raster({ width, height, text: plain }, size, MOST_PIXELS.page);
	if (!done.ok) return refusal('too-large', { message: unfitWords(done.error), path: Object.keys(size)[0]! });
	const { png, missing } = done.value;
	const headers = {
		...SEALED,
		'content-type': 'image/png',
		'x-missing': missing.map(({ script, count }) => `${script} ${count}`).join(', ')
	};
	return new Response(new Uint8Array(png), { headers });
}
