import { eq } from 'drizzle-orm';
import { decode } from '#lib/core/decode.ts';
import { apply, equal } from '#lib/core/edit/apply.ts';
import { steps as stepsDecoder } from '#lib/core/edit/step.ts';
import { Debate } from '#lib/core/model/debate.ts';
import type { Id } from '#lib/core/model/item.ts';
import { ASKED, type Question } from '#lib/core/model/judgement/rating.ts';
import { fail, ok, type Result } from '#lib/core/result.ts';
import { seal, type Entry } from './append.ts';
import { atOnce, type Base } from './base.ts';
import { importedBy } from './items/imported.ts';
import { sealOf } from './people/ratings.ts';
import { rating } from './schema.ts';

export interface Damage {
	/** The place in the log; 0 when the rows differ from what the whole log says. */
	readonly at: number;
	readonly message: string;
}

/**
 * Rebuilds a debate from its log, checks numbers and seals on the way, and compares the outcome with the rows. What
 * people rated is in no log: it must be as it was sealed, and about what was there once.
 */
export function verify(base: Base, id: Id): Result<{ changes: number }, Damage> {
	try {
		return atOnce(base.raw, () => rebuilt(base, id));
	} catch (error) {
		return fail({ at: 0, message: `cannot be read: ${error instanceof Error ? error.message : error}` });
	}
}

function rebuilt(base: Base, id: Id): Result<{ changes: number }, Damage> {
	const { raw, tables } = base;
	const debate = new Debate();
	const asked: Asked = new Set();
	let seq = 0;
	let before: Uint8Array | null = null;
	const entries = raw
		.prepare<[Id], Entry & { hash: Buffer }>('SELECT * FROM log WHERE debate = ? ORDER BY seq')
		.iterate(id);
	for (const entry of entries) {
		if (entry.seq !== ++seq) return fail({ at: seq, message: `change ${seq} is missing` });
		const hash = seal(before, entry);
		if (!hash.equals(entry.hash)) return fail({ at: seq, message: 'the seal does not fit what is written' });
		before = hash;
		const problem = redo(debate, entry.steps, asked);
		if (problem !== null) return fail({ at: seq, message: problem });
	}
	const head = raw
		.prepare<[Id], { head: number; title: string; summary: string }>(
			'SELECT head, title, summary FROM debate WHERE id = ?'
		)
		.get(id);
	if (head?.head !== seq)
		return fail({ at: seq, message: `the log ends at ${seq}, the debate at ${head?.head}` });
	const { title, summary, imported } = debate.about;
	if (!equal(imported ?? null, importedBy(base, id)))
		return fail({ at: 0, message: 'the text that it was read from differs' });
	if (title !== head.title || summary !== head.summary)
		return fail({ at: 0, message: 'title or summary differ' });
	const unanswered = strayAnswer(raw, id);
	if (unanswered !== null) return fail({ at: unanswered, message: 'the answer that was kept is another' });
	const flaw = flawedRating(base, id, asked);
	if (flaw !== null) return fail({ at: 0, message: flaw });
	const rows: unknown = JSON.parse(tables.read(id));
	return compare(debate, Array.isArray(rows) ? rows : [], seq);
}

/** The first change whose kept answer is missing or of another place: sent again, it would be done twice or lost. */
function strayAnswer(raw: Base['raw'], id: Id): number | null {
	return (
		raw
			.prepare<{ id: Id }, number>(
				`SELECT coalesce(log.seq, ack.seq) FROM (SELECT * FROM log WHERE debate = @id) log
				FULL JOIN (SELECT * FROM ack WHERE debate = @id AND seq IS NOT NULL) ack
				ON log.client = ack.client AND log.n = ack.n
				WHERE log.seq IS NOT ack.seq ORDER BY 1 LIMIT 1`
			)
			.pluck()
			.get({ id }) ?? null
	);
}

/** What people could ever be asked in a debate: a question and an item. */
type Asked = Set<`${Question} ${Id}`>;

function redo(debate: Debate, text: string, asked: Asked): string | null {
	const steps = decode(stepsDecoder, JSON.parse(text));
	if (!steps.ok) return `${steps.error.path} ${steps.error.message}`;
	for (const step of steps.value)
		if (step.do === 'add')
			for (const question of ASKED[step.item.kind]) asked.add(`${question} ${step.item.id}`);
	const applied = apply(debate, steps.value);
	return applied.ok ? null : `step ${applied.error.at} ${applied.error.refusal}`;
}

function flawedRating({ db }: Base, id: Id, asked: Asked): string | null {
	const known: ReadonlySet<string> = asked;
	for (const row of db.select().from(rating).where(eq(rating.debate, id)).all()) {
		const { item, question, hash } = row;
		if (!sealOf(row).equals(hash)) return `a rating of ${item} is not as it was given`;
		if (!known.has(`${question} ${item}`)) return `a rating is about ${item}, of which this was never asked`;
	}
	return null;
}

function compare(
	debate: Debate,
	rows: readonly unknown[],
	changes: number
): Result<{ changes: number }, Damage> {
	for (const row of rows) {
		const id = typeof row === 'object' && row !== null && 'id' in row ? String(row.id) : '';
		if (!equal(row, debate.get(id))) return fail({ at: 0, message: `${id} differs from what the log says` });
	}
	return rows.length === debate.size
		? ok({ changes })
		: fail({ at: 0, message: `${debate.size} items by the log, ${rows.length} rows` });
}
