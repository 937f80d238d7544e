import { expect, test } from 'vitest';
import { ACTIONS } from '../actions.ts';
import { chordOf, type Press } from './keys.ts';

function press(key: string, held: Partial<Press> = {}): Press {
	return { key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...held };
}

test.each([
	['+', press('+', { shiftKey: true })],
	['-', press('-')],
	['F', press('f')],
	['F', press('F', { shiftKey: true })],
	['Space', press(' ')],
	['Enter', press('Enter')],
	['Shift+Tab', press('Tab', { shiftKey: true })],
	['Shift+F10', press('F10', { shiftKey: true })],
	['Ctrl+Z', press('z', { ctrlKey: true })],
	['Ctrl+Z', press('z', { metaKey: true })],
	['Ctrl+Shift+Z', press('Z', { ctrlKey: true, shiftKey: true })],
	['Ctrl+Alt+ArrowUp', press('ArrowUp', { ctrlKey: true, altKey: true })]
])('[K3] %s is the name of that key press', (name, event) => {
	expect(chordOf(event)).toBe(name);
});

test('[K3] no two actions share a key', () => {
	const keys = ACTIONS.flatMap((action) => action.keys);
	expect(new Set(keys).size).toBe(keys.length);
	expect(new Set(ACTIONS.map(({ id }) => id)).size).toBe(ACTIONS.length);
});
