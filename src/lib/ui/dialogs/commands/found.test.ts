import { expect, test } from 'vitest';
import { found } from './found.ts';

const all = ['Undo', 'Add a reason', 'Add an objection', 'Read aloud', 'Remove'].map((label) => ({
	label,
	whyNotNow: label === 'Undo' ? 'Nothing to undo' : null
}));

test.each([
	['', ['Add a reason', 'Add an objection', 'Read aloud', 'Remove', 'Undo']],
	['add', ['Add a reason', 'Add an objection']],
	['OBJ', ['Add an objection']],
	['re', ['Read aloud', 'Remove', 'Add a reason']],
	['rea add', ['Add a reason']],
	['zzz', []]
])('[U14] a command is found by what its words begin with: %j', (typed, labels) => {
	expect(found(all, typed).map(({ label }) => label)).toEqual(labels);
});
