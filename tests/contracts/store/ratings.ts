import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Step } from '#lib/core/edit/step.ts';
import { premise, relation } from '#lib/core/model/make.ts';
import type { Answer, Question, Rating } from '#lib/core/model/judgement/rating.ts';
import { sha256 } from '#lib/core/model/judgement/sha256.ts';
import { tally, type Judged, type Judgement } from '#lib/core/model/judgement/tally.ts';
import { wordingOf } from '#lib/core/model/judgement/wording.ts';
import { Debate } from '#lib/core/model/debate.ts';
import { adding, refusal, rewording, value, type Place } from './place.ts';

const STALE = sha256('other words');
const PEOPLE = ['ann', 'bob', 'cem'] as const;

/** People's own judgement: given, changed, taken back, and counted. */
export function ratings(at: Place): void {
	/** The fingerprint of what an item says now. */
	const wording = async (item: string, id = 'd') => {
		const { items } = await at.snapshot(id);
		const debate = new Debate();
		for (const each of items) debate.set(each);
		return wordingOf(debate, item)!;
	};
	const likely = async (answer: number, item = 'top'): Promise<Rating> => ({
		question: 'likely',
		answer,
		wording: await wording(item)
	});
	const letIn = async (id = 'd') => {
		const { token } = value(await at.store.link(id, 'ann', 'read'));
		value(await at.store.follow(token, 'bob'));
	};

	describe('ratings', () => {
		test('[D44] an answer comes back as it was given, can be changed, and taken back', async () => {
			const all = (answer: number) => ({ likely: { answer, all: tally([answer], 0) } });
			for (const answer of [0, 0.1, 1, 0.30000000000000004]) {
				expect(value(await at.store.rate('d', 'ann', 'top', await likely(answer)))).toMatchObject(
					all(answer)
				);
				expect(value(await at.store.judgement('d', 'ann', 'top'))).toMatchObject(all(answer));
			}
			const verdict: Rating = { question: 'verdict', answer: 'open', wording: await wording('top') };
			const both = value(await at.store.rate('d', 'ann', 'top', verdict));
			expect(both).toMatchObject({ verdict: { answer: 'open', all: tally(['open'], 0) } });
			expect(value(await at.store.unrate('d', 'ann', 'top', 'likely'))).toEqual({ verdict: both.verdict });
			expect(value(await at.store.unrate('d', 'ann', 'top', 'likely'))).toEqual({ verdict: both.verdict });
			expect(value(await at.store.unrate('d', 'ann', 'top', 'verdict'))).toEqual({});
		});

		test('[D46] what others answered is not said before one has answered the same, nor after that was taken back', async () => {
			await letIn();
			value(await at.store.rate('d', 'ann', 'top', await likely(0.25)));
			expect(value(await at.store.judgement('d', 'bob', 'top'))).toEqual({});
			const verdict: Rating = { question: 'verdict', answer: 'falls', wording: await wording('top') };
			expect(value(await at.store.rate('d', 'bob', 'top', verdict))).toEqual({
				verdict: { answer: 'falls', wording: verdict.wording, all: tally(['falls'], 0) }
			});
			const seen = value(await at.store.rate('d', 'bob', 'top', await likely(0.75)));
			expect(seen.likely).toMatchObject({ answer: 0.75, all: tally([0.25, 0.75], 0) });
			expect(Object.keys(value(await at.store.unrate('d', 'bob', 'top', 'likely')))).toEqual(['verdict']);
			expect(value(await at.store.judgement('d', 'ann', 'top')).likely?.all).toEqual(tally([0.25], 0));
		});

		test('[D47] an answer about other words is not counted and opens nothing, until they are back or it is given anew', async () => {
			await letIn();
			value(await at.store.rate('d', 'ann', 'top', await likely(0.25)));
			value(await at.store.rate('d', 'bob', 'top', await likely(0.5)));
			value(await at.send('x', [rewording('top', 'Other')]));
			const kept = value(await at.store.judgement('d', 'ann', 'top'));
			expect(kept).toMatchObject({ likely: { answer: 0.25, all: null } });
			const anew = value(await at.store.rate('d', 'bob', 'top', await likely(0.75)));
			expect(anew.likely?.all).toEqual(tally([0.75], 1));
			value(await at.send('x', [rewording('top', 'top')]));
			expect(value(await at.store.judgement('d', 'ann', 'top')).likely?.all).toEqual(tally([0.25], 1));
			const unheard: Rating = { question: 'likely', answer: 0.5, wording: STALE };
			expect(value(await at.store.rate('d', 'ann', 'top', unheard)).likely?.all).toBeNull();
		});

		test('[D48] only who may read may judge, and only what is there, and what is asked about it', async () => {
			const given = await likely(0.5);
			const carries: Rating = { ...given, question: 'carries', answer: 0.5 };
			value(
				await at.send('x', [
					{
						do: 'add',
						item: relation({ id: 'r', sense: 'support', premises: [premise('top')], target: null })
					}
				])
			);
			for (const id of ['d', 'none']) {
				expect(await at.store.rate(id, 'bob', 'top', given)).toEqual(refusal('no such debate'));
				expect(await at.store.unrate(id, 'bob', 'top', 'likely')).toEqual(refusal('no such debate'));
				expect(await at.store.judgement(id, 'bob', 'top')).toEqual(refusal('no such debate'));
				expect(await at.store.judgements(id, 'bob')).toEqual(refusal('no such debate'));
			}
			expect(await at.store.rate('d', null, 'top', given)).toEqual(refusal('forbidden'));
			for (const [item, rating] of [
				['none', given],
				['top', carries],
				['r', given]
			] as const)
				expect(await at.store.rate('d', 'ann', item, rating)).toEqual(refusal('no such item'));
			expect(await at.store.unrate('d', 'ann', 'none', 'likely')).toEqual(refusal('no such item'));
			expect(await at.store.judgement('d', 'ann', 'none')).toEqual(refusal('no such item'));
			expect(value(await at.store.rate('d', 'ann', 'r', carries))).toMatchObject({
				carries: { answer: 0.5 }
			});
		});

		test('[D49] ratings are no change of the debate; they outlast the removal of what they are about, and go with the debate', async () => {
			value(await at.send('x', [adding('a')]));
			const before = await at.snapshot();
			value(await at.store.rate('d', 'ann', 'a', await likely(0.5, 'a')));
			expect(await at.snapshot()).toEqual(before);
			expect(value(await at.store.verify('d'))).toEqual({ changes: 2 });
			value(await at.send('x', [{ do: 'remove', id: 'a' }]));
			expect(value(await at.store.verify('d'))).toEqual({ changes: 3 });
			value(await at.send('x', [adding('a')]));
			expect(value(await at.store.judgement('d', 'ann', 'a'))).toMatchObject({ likely: { answer: 0.5 } });
			value(await at.send('x', [{ do: 'remove', id: 'a' }]));
			expect(value(await at.store.judgements('d', 'ann'))).toEqual([]);
			expect(value(await at.store.unrate('d', 'ann', 'a', 'likely'))).toEqual({});
			value(await at.store.rate('d', 'ann', 'top', await likely(0.5)));
			value(await at.store.remove('d', 'ann'));
			value(await at.store.create({ id: 'd', owner: 'ann', steps: [adding('top')], at: 9 }));
			expect(value(await at.store.judgement('d', 'ann', 'top'))).toEqual({});
		});

		test('[D52] what one person answered another takes along, the later answer to a question counts; nobody who answered is forgotten', async () => {
			await letIn();
			value(await at.store.addPerson({ id: 'cem', local: false, at: 3 }));
			value(await at.store.follow(value(await at.store.link('d', 'ann', 'edit')).token, 'cem'));
			value(await at.store.rate('d', 'cem', 'top', await likely(0.9)));
			const open: Rating = { question: 'verdict', answer: 'open', wording: await wording('top') };
			value(await at.store.rate('d', 'bob', 'top', open));
			value(await at.store.rate('d', 'cem', 'top', { ...open, answer: 'stands' }));
			value(await at.store.rate('d', 'bob', 'top', await likely(0.1)));
			value(await at.store.takeAlong('cem', 'bob'));
			value(await at.store.takeAlong('bob', 'bob'));
			expect(value(await at.store.judgement('d', 'bob', 'top'))).toMatchObject({
				likely: { answer: 0.1, all: { count: 1 } },
				verdict: { answer: 'stands', all: { count: 1 } }
			});
			expect(value(await at.store.judgement('d', 'cem', 'top'))).toEqual({});
			expect(await at.store.verify('d')).toMatchObject({ ok: true });
			value(await at.store.revoke('d', 'ann', 'read'));
			value(await at.store.revoke('d', 'ann', 'edit'));
			value(await at.store.sweep());
			value(await at.store.rate('d', 'ann', 'top', open));
			expect(value(await at.store.judgement('d', 'ann', 'top')).verdict?.all?.count).toBe(2);
		});

		test('[D46] whatever people do in whatever order, each hears what was answered to what they have answered, and no more', async () => {
			value(await at.store.addPerson({ id: 'cem', local: false, at: 3 }));
			let count = 0;
			await fc.assert(
				fc.asyncProperty(fc.array(anyDeed, { minLength: 1, maxLength: 14 }), async (deeds) => {
					const id = `p${count++}`;
					value(await at.store.create({ id, owner: 'ann', steps: START, at: 3 }));
					const { token } = value(await at.store.link(id, 'ann', 'edit'));
					for (const who of ['bob', 'cem']) value(await at.store.follow(token, who));
					const { epoch } = value(await at.store.head(id));
					const told = new Map<string, { answer: Answer; wording: string }>();
					let n = 0;
					for (const deed of deeds) {
						if (deed.do === 'reword') {
							const changes = [
								{ n: ++n, steps: [rewording(deed.item === 'r' ? 'a' : deed.item, deed.words)] }
							];
							value(await at.store.append(id, 'ann', { client: 'x', epoch, since: 1, changes }));
							continue;
						}
						const { who, item, question } = deed;
						const key = `${item} ${question} ${who}`;
						const words = deed.isStale ? STALE : await wording(item, id);
						const answer = question === 'verdict' ? ('falls' as const) : deed.score;
						const rating = { question, answer, wording: words } as Rating;
						const isAsked = (item === 'r') === (question === 'carries');
						const done =
							deed.do === 'rate'
								? await at.store.rate(id, who, item, rating)
								: await at.store.unrate(id, who, item, question);
						expect(done.ok).toBe(isAsked || deed.do === 'unrate');
						if (deed.do === 'rate' && isAsked) told.set(key, { answer, wording: words });
						if (deed.do === 'unrate') told.delete(key);
					}
					for (const who of PEOPLE) {
						const all: Judged[] = [];
						for (const item of ['a', 'b', 'r']) {
							const heard = value(await at.store.judgement(id, who, item));
							expect(heard).toEqual(expected(told, who, item, await wording(item, id)));
							if (Object.keys(heard).length > 0) all.push({ item, judgement: heard });
						}
						expect(value(await at.store.judgements(id, who))).toEqual(all);
					}
					expect(await at.store.verify(id)).toMatchObject({ ok: true });
					value(await at.store.remove(id, 'ann'));
				}),
				{ numRuns: 25 }
			);
		});
	});
}

const START: readonly Step[] = [
	adding('a'),
	adding('b'),
	{ do: 'add', item: relation({ id: 'r', sense: 'support', premises: [premise('a')], target: 'b' }) }
];

const anyDeed = fc.record({
	do: fc.oneof(
		{ weight: 6, arbitrary: fc.constant('rate' as const) },
		{ weight: 1, arbitrary: fc.constantFrom('unrate' as const, 'reword' as const) }
	),
	who: fc.constantFrom(...PEOPLE),
	item: fc.constantFrom('a', 'r', 'b'),
	question: fc.constantFrom<Question>('likely', 'verdict', 'carries'),
	score: fc.constantFrom(0, 0.2, 0.5, 1),
	words: fc.constantFrom('a', 'A', 'Ä'),
	isStale: fc.integer({ min: 0, max: 9 }).map((one) => one === 0)
});

/** What `who` shall hear about `item`, from everything that everybody told. */
function expected(
	told: ReadonlyMap<string, { answer: Answer; wording: string }>,
	who: string,
	item: string,
	now: string
): Judgement {
	const found: { [Q in Question]?: Judgement[Q] } = {};
	for (const question of item === 'r' ? (['carries'] as const) : (['likely', 'verdict'] as const)) {
		const own = told.get(`${item} ${question} ${who}`);
		if (!own) continue;
		const all = PEOPLE.flatMap((each) => told.get(`${item} ${question} ${each}`) ?? []);
		const counted = all.filter(({ wording }) => wording === now);
		const answers = counted.map(({ answer }) => answer);
		found[question] = {
			...own,
			all: own.wording === now ? tally(answers, all.length - counted.length) : null
		};
	}
	return found;
}
