import fc from 'fast-check';
import { expect, test } from 'vitest';
import { copy, state } from '#tests/support/debates.ts';
import { anyEdit, anyLoneStep } from '#tests/support/edits.ts';
import { decode } from '../decode.ts';
import { claim } from '../model/make.ts';
import { apply } from './apply.ts';
import { MOST, step, steps } from './step.ts';

const wire = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

test('[E12] every step comes back from JSON and the decoder as it was', () => {
	fc.assert(
		fc.property(anyLoneStep, (value) => {
			expect(decode(step, wire(value))).toEqual({ ok: true, value });
		})
	);
});

test('[E12] steps that went over the wire do the same, and so does their undo', () => {
	fc.assert(
		fc.property(anyEdit, ({ before, steps: sent }) => {
			const [here, there] = [copy(before), copy(before)];
			const received = decode(steps, wire(sent));
			if (!received.ok) throw new Error(`${received.error.path} ${received.error.message}`);
			const done = apply(here, sent);
			const same = apply(there, received.value);
			expect(same.ok).toBe(done.ok);
			if (!done.ok || !same.ok) return;
			expect(state(there)).toEqual(state(here));
			const undo = decode(steps, wire(done.value.undo));
			expect(undo.ok && apply(there, undo.value).ok).toBe(true);
			expect(state(there)).toEqual(state(before));
		})
	);
});

const item = claim({ id: 'a', text: 'A' });

test.each<[what: string, value: unknown, path: string, message: string]>([
	['no list', {}, '', 'must be a list'],
	['an empty list', [], '', 'must have 1 entries or more'],
	['no object', [7], '[0]', 'must be an object'],
	['an unknown step', [{ do: 'drop' }], '[0].do', 'must be one of: add, remove, set, describe'],
	['an unknown key', [{ do: 'remove', id: 'a', force: true }], '[0].force', 'is not a known key'],
	[
		'an item that does not fit its kind',
		[{ do: 'add', item: { ...item, sense: 'attack' } }],
		'[0].item.sense',
		'is not a known key'
	],
	[
		'a text too long',
		[{ do: 'add', item: { ...item, text: 'x'.repeat(9_000) } }],
		'[0].item.text',
		'must not be longer than 8192 bytes'
	],
	[
		'a set without a kind',
		[{ do: 'set', id: 'a', to: {} }],
		'[0].kind',
		'must be one of: claim, argument, relation, evidence, source, group'
	],
	[
		'a set of another name',
		[{ do: 'set', kind: 'claim', id: 'a', to: { id: 'b' } }],
		'[0].to.id',
		'is not a known key'
	],
	[
		'a set of a strange field',
		[{ do: 'set', kind: 'source', id: 's', to: { text: 'x' } }],
		'[0].to.text',
		'is not a known key'
	],
	[
		'a later step',
		[
			{ do: 'remove', id: 'a' },
			{ do: 'describe', to: { title: 3 } }
		],
		'[1].to.title',
		'must be text'
	],
	[
		'a was of another form',
		[{ do: 'set', kind: 'claim', id: 'a', to: {}, was: { txt: '' } }],
		'[0].was.txt',
		'is not a known key'
	]
])('[E13] %s is refused at its place', (_what, value, path, message) => {
	expect(decode(steps, value)).toEqual({ ok: false, error: { path, message } });
});

test('[E13] a list of steps is bounded', () => {
	const many = Array.from({ length: MOST.steps + 1 }, () => ({ do: 'remove', id: 'a' }));
	expect(decode(steps, many)).toMatchObject({ ok: false, error: { path: '' } });
	expect(decode(steps, many.slice(1)).ok).toBe(true);
});
