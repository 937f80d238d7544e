import { expect, test } from 'vitest';
import { keyNames } from './keyNames.ts';

test.each([
	['Ctrl+Shift+Z', ['Ctrl', 'Shift', 'Z'], ['⌘', '⇧', 'Z']],
	['+', ['+'], ['+']],
	['Ctrl++', ['Ctrl', '+'], ['⌘', '+']],
	['ArrowUp', ['↑'], ['↑']],
	['?', ['?'], ['?']]
])('[U13] keys are named as they are printed: %s', (chord, names, onMac) => {
	expect(keyNames(chord, false)).toEqual(names);
	expect(keyNames(chord, true)).toEqual(onMac);
});
