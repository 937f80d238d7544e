import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { adding, copy, debate, faces, idOf, state } from '#tests/support/debates.ts';
import { anyEdit } from '#tests/support/edits.ts';
import { Debate } from '../model/debate.ts';
import { argument, claim, evidence, group, premise, relation, source } from '../model/make.ts';
import { apply, equal, type Applied } from './apply.ts';
import { MOST, type Refusal, type Step } from './step.ts';

/** `a` supports `b`, which `u` undercuts; evidence `e` from `s` on `a`; `c` in the group `h` within `g`; argument `x`. */
function small(): Debate {
	return debate(
		'a',
		'b',
		'a>b',
		'u',
		'u-(a>b)',
		's source',
		'e for a in s',
		'g group',
		'h group g',
		'c@h',
		'x argues a>b'
	);
}

function taken(debate: Debate, steps: readonly Step[]): Applied {
	const done = apply(debate, steps);
	if (!done.ok) throw new Error(`step ${done.error.at}: ${done.error.refusal}`);
	return done.value;
}

const relating = (target: string | null, ...premises: string[]): Step => ({
	do: 'add',
	item: relation({ id: 'new', sense: 'attack', premises: premises.map(premise), target })
});
const placing = (item: Extract<Step, { do: 'add' }>['item']): Step => ({ do: 'add', item });
const AB = idOf('a>b');

test.each<[rule: string, step: Step, refusal: Refusal]>([
	['[E1] an id is used once', adding('a'), 'already exists'],
	['[E1] an id is used once, whatever the kind', adding('a source'), 'already exists'],
	['[E2] a relation needs its target', relating('nowhere', 'a'), 'would dangle'],
	['[E2] a relation needs its premises', relating('a', 'b', 'nowhere'), 'would dangle'],
	['[E2] evidence needs what it bears on', adding('f for nowhere'), 'would dangle'],
	['[E2] evidence needs the source that it names', adding('f for a in nowhere'), 'would dangle'],
	['[E2] a claim needs its group', adding('d@nowhere'), 'would dangle'],
	['[E2] an argument needs its steps', adding('y argues nowhere'), 'would dangle'],
	[
		'[E2] a changed reference needs its place',
		{ do: 'set', kind: 'relation', id: AB, to: { target: 'nowhere' } },
		'would dangle'
	],
	['[E3] a source is nothing to argue against', relating('s', 'a'), 'does not fit'],
	['[E3] a group is no premise', relating('a', 'g'), 'does not fit'],
	['[E3] evidence bears on no evidence', adding('f for e'), 'does not fit'],
	[
		'[E3] evidence cites sources only',
		placing(evidence({ id: 'f', target: 'a', bearing: 'for', source: 'b' })),
		'does not fit'
	],
	[
		'[E3] an argument is spelled out in relations',
		placing(argument({ id: 'y', title: '', steps: ['a'] })),
		'does not fit'
	],
	['[E3] a claim belongs to groups only', placing(claim({ id: 'd', text: '', group: 'a' })), 'does not fit'],
	['[E3] a group lies in groups only', placing(group({ id: 'i', title: '', parent: 'a' })), 'does not fit'],
	[
		'[E3] a set is of the right kind',
		{ do: 'set', kind: 'claim', id: 's', to: { text: '' } },
		'does not fit'
	],
	['[E4] nothing bears on itself', { do: 'set', kind: 'relation', id: AB, to: { target: AB } }, 'would loop'],
	[
		'[E4] nothing is its own premise',
		{ do: 'set', kind: 'relation', id: AB, to: { premises: [premise(AB)] } },
		'would loop'
	],
	['[E4] no group holds itself', { do: 'set', kind: 'group', id: 'g', to: { parent: 'g' } }, 'would loop'],
	[
		'[E4] no group holds itself through others',
		{ do: 'set', kind: 'group', id: 'g', to: { parent: 'h' } },
		'would loop'
	],
	['[E5] a claim stays while a relation starts from it', { do: 'remove', id: 'a' }, 'would dangle'],
	['[E5] a claim stays while a relation bears on it', { do: 'remove', id: 'b' }, 'would dangle'],
	['[E5] a relation stays while it is undercut', { do: 'remove', id: AB }, 'would dangle'],
	['[E5] a source stays while it is cited', { do: 'remove', id: 's' }, 'would dangle'],
	['[E5] a group stays while it has a member', { do: 'remove', id: 'h' }, 'would dangle'],
	[
		'[E6] nothing is removed that has changed',
		{ do: 'remove', id: 'e', was: source({ id: 'e', title: '' }) },
		'stale'
	],
	[
		'[E6] nothing is changed that has changed',
		{ do: 'set', kind: 'claim', id: 'a', to: { text: 'x' }, was: { text: 'other' } },
		'stale'
	],
	[
		'[E6] no title is changed that has changed',
		{ do: 'describe', to: { title: 'x' }, was: { title: 'other' } },
		'stale'
	],
	['[E7] what is not there cannot be removed', { do: 'remove', id: 'nowhere' }, 'does not exist'],
	[
		'[E7] what is not there cannot be changed',
		{ do: 'set', kind: 'claim', id: 'nowhere', to: {} },
		'does not exist'
	]
])('%s', (_rule, step, refusal) => {
	const before = small();
	expect(apply(before, [step])).toEqual({ ok: false, error: { at: 0, refusal } });
	expect(state(before)).toEqual(state(small()));
});

describe('what is allowed', () => {
	test('[E4] claims may support each other in a circle, and attack what they rest on', () => {
		taken(small(), [adding('b>a'), adding('a-(a>b)')]);
	});

	test('[E3] an import may leave out a premise or a target', () => {
		taken(small(), [relating(null)]);
	});

	test('[E3] a reason may answer evidence, an argument, an attack, and be spelled out of any of them', () => {
		taken(small(), [
			adding('a-e'),
			adding('x-b'),
			adding('c-x'),
			adding('c-(u-(a>b))'),
			adding('e>c'),
			adding(`${AB}-c`)
		]);
	});

	test('[E6] a true `was` does not stand in the way, whatever the order of its keys', () => {
		const pin = { y: 2, x: 1 };
		const before = small();
		taken(before, [
			{ do: 'set', kind: 'claim', id: 'a', to: { pin: { x: 1, y: 2 } }, was: { pin: null, text: 'a' } }
		]);
		taken(before, [{ do: 'set', kind: 'claim', id: 'a', to: { pin: null }, was: { pin } }]);
	});

	test('[E6] a position of -0, which becomes 0 on its way, is not stale', () => {
		expect(equal({ x: -0 }, { x: 0 })).toBe(true);
		expect(equal(NaN, NaN)).toBe(true);
		expect(
			equal([1, 2], [1, 2, 3]) || equal({}, []) || equal(null, {}) || equal({ a: undefined }, { b: 1 })
		).toBe(false);
	});
});

describe('all or none', () => {
	test('[E8] a refusal names the step that does not fit, and nothing has changed', () => {
		const before = small();
		const steps: Step[] = [
			adding('d'),
			{ do: 'remove', id: 'c' },
			{ do: 'describe', to: { title: 'T' } },
			adding('a')
		];
		expect(apply(before, steps)).toEqual({ ok: false, error: { at: 3, refusal: 'already exists' } });
		expect(state(before)).toEqual(state(small()));
	});

	test('[E8] whatever is refused leaves the debate exactly as it was', () => {
		fc.assert(
			fc.property(anyEdit, ({ before, steps }) => {
				const debate = copy(before);
				const done = apply(debate, [...steps, adding('last'), adding('last')]);
				expect(done.ok).toBe(false);
				expect(state(debate)).toEqual(state(before));
			})
		);
	});
});

describe('undo', () => {
	test('[E9] undo restores the debate exactly, and undoing that brings the change back', () => {
		fc.assert(
			fc.property(anyEdit, ({ before, steps }) => {
				const debate = copy(before);
				const done = apply(debate, steps);
				fc.pre(done.ok);
				const after = state(debate);
				const { undo } = taken(debate, done.value.undo);
				expect(state(debate)).toEqual(state(before));
				taken(debate, undo);
				expect(state(debate)).toEqual(after);
			})
		);
	});

	test('[E10] undo never runs over later work: it is refused as stale, or touches nothing of it', () => {
		const debate = small();
		const { undo } = taken(debate, [{ do: 'set', kind: 'claim', id: 'a', to: { text: 'mine', title: 'T' } }]);
		taken(debate, [{ do: 'set', kind: 'claim', id: 'a', to: { notes: 'theirs' } }]);
		const other = copy(debate);
		taken(other, [{ do: 'set', kind: 'claim', id: 'a', to: { text: 'theirs' } }]);
		expect(apply(other, undo)).toMatchObject({ error: { refusal: 'stale' } });
		taken(debate, undo);
		expect(debate.get('a')).toMatchObject({ text: 'a', title: '', notes: 'theirs' });
	});

	test('[E10] a new item that somebody changed is not taken away by undo', () => {
		const debate = small();
		const { undo } = taken(debate, [adding('d')]);
		taken(debate, [{ do: 'set', kind: 'claim', id: 'd', to: { text: 'better' } }]);
		expect(apply(debate, undo)).toMatchObject({ error: { refusal: 'stale' } });
	});
});

describe('bookkeeping', () => {
	test('[E11] indexes and counts are those of a debate built anew', () => {
		fc.assert(
			fc.property(anyEdit, ({ before, steps }) => {
				const debate = copy(before);
				for (const step of steps) apply(debate, [step]);
				expect(state(debate)).toEqual(state(copy(debate)));
			})
		);
	});

	test('[E14] touched names every id whose item or referrers changed', () => {
		fc.assert(
			fc.property(anyEdit, ({ before, steps }) => {
				const debate = copy(before);
				const done = apply(debate, steps);
				fc.pre(done.ok);
				const [then, now] = [faces(before), faces(debate)];
				for (const id of new Set([...then.keys(), ...now.keys()]))
					if (!equal(then.get(id), now.get(id))) expect(done.value.touched).toContain(id);
			})
		);
	});

	test('[E15] items and steps are never changed in place', () => {
		fc.assert(
			fc.property(anyEdit, ({ before, steps }) => {
				for (const value of [...before.items(), before.about, ...steps]) freeze(value);
				const done = apply(copy(before), steps);
				if (done.ok) apply(copy(before), freeze(done.value.undo));
			})
		);
	});
});

test('[E16] a debate is bounded in its claims and in all its items', () => {
	const debate = new Debate();
	for (let at = 0; at < MOST.claims; at++) debate.set(claim({ id: `c${at}`, text: '' }));
	expect(apply(debate, [adding('last')])).toMatchObject({ error: { refusal: 'too many' } });
	for (let at = MOST.claims; at < MOST.items; at++) debate.set(source({ id: `s${at}`, title: '' }));
	expect(apply(debate, [adding('last source')])).toMatchObject({ error: { refusal: 'too many' } });
	taken(debate, [{ do: 'remove', id: 'c0' }, adding('last')]);
});

function freeze<T>(value: T): T {
	if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(freeze);
	return value;
}
