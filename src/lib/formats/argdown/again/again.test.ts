import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { debate as debateIn } from '#tests/support/debates.ts';
import { anyDebate, anySteps } from '#tests/support/edits.ts';
import { addReason } from '#lib/core/edit/addReason.ts';
import { apply } from '#lib/core/edit/apply.ts';
import { discard } from '#lib/core/edit/discard.ts';
import type { Step } from '#lib/core/edit/step.ts';
import type { Debate } from '#lib/core/model/debate.ts';
import { argument, premise, relation } from '#lib/core/model/make.ts';
import { between } from '#lib/core/model/order.ts';
import { every } from '#lib/core/model/questions.ts';
import { debateOf } from '../../debateOf.ts';
import { told } from '../../told.ts';
import { readArgdown } from '../read.ts';
import { writeArgdown } from '../write/write.ts';
import { writeKept } from './write.ts';

const FERRY = `===
title: Ferries
note: kept   # as it is
===

// The question of the council.
[Free]:   Ferries should be *free* for islanders.
    + <Commuters>: They have no other way. #need
        /* weak? */
        - [Bridge]: There will be a bridge.
    - [Budget]: The council   cannot pay {source: council}

# Money

<Grants>

(1) The state pays for half.   // since 2019
(2) Fees pay for a quarter.
-----
(3) The council pays a quarter.
    -> [Budget]

* A list stays
* a list
`;

function read(text: string): Debate {
	const reading = readArgdown(text);
	if (!reading.ok) throw new Error('refused');
	return debateOf(reading.value);
}

function edited(steps: (debate: Debate) => readonly Step[]): string {
	const debate = read(FERRY);
	expect(apply(debate, steps(debate))).toMatchObject({ ok: true });
	const { text, lost } = writeKept(debate);
	expect(lost).not.toContain('layout');
	return text;
}

function idOf(debate: Debate, words: string): string {
	return every(debate, 'claim').find(({ text }) => text.includes(words))!.id;
}

/** The lines of `text` that are not in the ferry's, and those of the ferry's that are not in it. */
function difference(text: string): { come: string[]; gone: string[] } {
	const [before, after] = [FERRY.split('\n'), text.split('\n')];
	return {
		come: after.filter((line) => !before.includes(line)),
		gone: before.filter((line) => !after.includes(line))
	};
}

test('[F23] a text that nobody changed is written to the letter', () => {
	expect(writeKept(read(FERRY))).toEqual({ text: FERRY, lost: [] });
	fc.assert(
		fc.property(anyDebate, (debate) => {
			const { text } = writeArgdown(debate);
			expect(writeKept(read(text)).text).toBe(text);
		}),
		{ numRuns: 60 }
	);
});

describe('one change touches only its own lines', () => {
	test('[F24] other words take the place of those before', () => {
		const text = edited((debate) => [
			{
				do: 'set',
				kind: 'claim',
				id: idOf(debate, 'Ferries should'),
				to: { text: 'Boats [all] should be free' }
			}
		]);
		expect(difference(text)).toEqual({
			come: ['[Free]:   Boats \\[all\\] should be free'],
			gone: ['[Free]:   Ferries should be *free* for islanders.']
		});
	});

	test('[F24] a reason gets a line below what it bears on, indented as its siblings are', () => {
		const text = edited((debate) =>
			addReason(debate, {
				target: idOf(debate, 'Ferries should'),
				claim: 'new',
				relation: 'newer',
				text: 'Roads are free too',
				sense: 'support'
			})
		);
		expect(difference(text)).toEqual({ come: ['    <+ Roads are free too'], gone: [] });
	});

	test('[F24] a reason for what has none yet is indented below it', () => {
		const text = edited((debate) =>
			addReason(debate, {
				target: idOf(debate, 'There will be'),
				claim: 'new',
				relation: 'newer',
				text: 'No money is left',
				sense: 'attack'
			})
		);
		expect(difference(text)).toEqual({ come: ['          <- No money is left'], gone: [] });
	});

	test('[F24] what is gone is cut out with its line', () => {
		const text = edited((debate) => discard(debate, [idOf(debate, 'There will be')]));
		expect(difference(text)).toEqual({
			come: [],
			gone: ['        - [Bridge]: There will be a bridge.']
		});
	});

	test('[F24] a new claim of its own stands with its section', () => {
		const text = edited(() => [
			{
				do: 'add',
				item: {
					...every(read(FERRY), 'claim')[0]!,
					id: 'new',
					title: '',
					text: 'Something else',
					order: 'z',
					group: null,
					ext: {},
					tags: []
				}
			}
		]);
		expect(difference(text)).toEqual({ come: ['Something else'], gone: [] });
		expect(text.indexOf('Something else')).toBeLessThan(text.indexOf('# Money'));
	});

	test('[F24] another title of the debate changes the front matter alone', () => {
		const text = edited(() => [{ do: 'describe', to: { title: 'Boats' } }]);
		expect(text.slice(text.indexOf('// The question'))).toBe(FERRY.slice(FERRY.indexOf('// The question')));
		expect(read(text).about).toMatchObject({ title: 'Boats' });
	});
});

test('[F25] an order that steps of a new argument upset, because they speak of a later one, is lost and said to be', () => {
	const debate = debateIn('first argues', 'second argues', 'c', 'r:c>second');
	const item = argument({ id: 'new', title: 'new', steps: ['r'], order: between(null, 'a0') });
	expect(writeArgdown(debate).lost).toEqual([]);
	expect(apply(debate, [{ do: 'add', item }])).toMatchObject({ ok: true });
	const { text, lost } = writeArgdown(debate);
	const titles = every(read(text), 'argument').map(({ title }) => title);
	expect([titles, lost]).toEqual([['new', 'second', 'first'], ['order']]);
});

test('[F25] so is that of inferences that bear on nothing, where one becomes a step', () => {
	const debate = debateIn('c', 'd', 'x argues');
	const bare = { sense: 'support', target: null, scheme: 'bare' } as const;
	for (const [id, order] of [
		['p', 'a5'],
		['q', 'a6']
	] as const)
		apply(debate, [
			{ do: 'add', item: relation({ id, order, premises: [premise('c'), premise('d')], ...bare }) }
		]);
	expect(writeArgdown(debate).lost).toEqual([]);
	expect(apply(debate, [{ do: 'set', kind: 'argument', id: 'x', to: { steps: ['q'] } }])).toMatchObject({
		ok: true
	});
	expect(writeArgdown(debate).lost).toEqual(['order']);
});

const anyChange = anyDebate
	.map((debate) => writeArgdown(debate).text)
	.chain((from) => anySteps(read(from)).map((steps) => ({ from, steps })));

test('[F25] after any change the text reads back as the debate, and where the layout is lost that is said', () => {
	fc.assert(
		fc.property(anyChange, ({ from, steps }) => {
			const debate = read(from);
			for (const step of steps) apply(debate, [step]);
			const { text, lost } = writeKept(debate);
			const again = readArgdown(text);
			if (!again.ok) throw new Error(text);
			expect(told(again.value, lost)).toEqual(told({ about: debate.about, items: debate.items() }, lost));
		}),
		{ numRuns: 100 }
	);
});
