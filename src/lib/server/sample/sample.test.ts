import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { apply } from '#lib/core/edit/apply.ts';
import { decode } from '#lib/core/decode.ts';
import { steps as decoder } from '#lib/core/edit/step.ts';
import { evaluate } from '#lib/core/evaluate/standings.ts';
import { Debate } from '#lib/core/model/debate.ts';
import { evidenceOn, every, relationsOn, roots, uses } from '#lib/core/model/questions.ts';
import { sample } from './sample.ts';

const SEED = new URL('../../../../../shared/seed/', import.meta.url);
const CENTRAL = ['integration', 'bridge', 'multi-vector'];

function planted(): Debate {
	const debate = new Debate();
	expect(apply(debate, sample().steps)).toMatchObject({ ok: true });
	return debate;
}

test('the sample is made of steps that any debate could take', () => {
	expect(decode(decoder, JSON.parse(JSON.stringify(sample().steps)))).toMatchObject({ ok: true });
	expect(planted().count.claim).toBeGreaterThanOrEqual(30);
});

test('the sample has one contention, carried by three central claims', () => {
	const debate = planted();
	expect(roots(debate).map(({ id }) => id)).toEqual(['contention']);
	const reasons = relationsOn(debate, 'contention').flatMap(({ premises }) => premises.map(({ id }) => id));
	expect(reasons).toEqual(expect.arrayContaining(CENTRAL));
});

test.each(CENTRAL)('the central claim %s has evidence for and against, with sources', (id) => {
	const evidence = evidenceOn(planted(), id);
	expect(new Set(evidence.map(({ bearing }) => bearing))).toEqual(new Set(['for', 'against']));
	expect(evidence.every(({ source }) => source !== null)).toBe(true);
});

test('the sample shows joined premises, an undercut, answered evidence, a reused and an unstated claim', () => {
	const debate = planted();
	const relations = every(debate, 'relation');
	const hits = (kind: string) =>
		relations.some(({ target }) => target !== null && debate.get(target)?.kind === kind);
	expect(relations.some(({ premises }) => premises.length > 1)).toBe(true);
	expect(hits('relation')).toBe(true);
	expect(hits('evidence')).toBe(true);
	expect(every(debate, 'claim').some(({ id }) => uses(debate, id) > 1)).toBe(true);
	expect(every(debate, 'claim').some(({ unstated }) => unstated)).toBe(true);
});

test('one central claim of the sample is open, two stand by answers to the evidence against them, a reply falls', () => {
	const standings = evaluate(planted());
	expect([...CENTRAL, 'contention', 'easier'].map((id) => standings.get(id))).toMatchObject([
		{ standing: 'stands', reason: 'answered' },
		{ standing: 'open', reason: 'contested' },
		{ standing: 'stands', reason: 'answered' },
		{ standing: 'stands', reason: 'answered' },
		{ standing: 'falls', reason: 'refuted' }
	]);
	for (const id of ['integration-against', 'multi-vector-against'])
		expect(standings.get(id)).toMatchObject({ standing: 'falls', reason: 'refuted' });
});

test('every claim of the sample is one sentence that fits on a card', () => {
	for (const { text } of every(planted(), 'claim')) {
		expect(text).toMatch(/^[A-Z].*\.$/);
		expect(text.length).toBeLessThanOrEqual(140);
	}
});

test('every quotation of the address stands in its text word for word', async ({ annotate }) => {
	if (!existsSync(SEED)) {
		await annotate('The text of the address is not beside the project: nothing was compared.');
		return;
	}
	const text = readdirSync(SEED)
		.map((file) => readFileSync(new URL(file, SEED), 'utf8'))
		.join('\n');
	const quotations = every(planted(), 'evidence').filter(
		({ form, source }) => form === 'quotation' && source === 'address'
	);
	expect(quotations.length).toBeGreaterThan(6);
	for (const { text: quotation } of quotations) expect(text).toContain(quotation);
});
