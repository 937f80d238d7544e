import { expect, test } from 'vitest';
import { Typed } from './typed.ts';

const WORDS = ['Roads', 'reason 1', 'Reason 12', 'İstanbul grows', 'reason 2', 'Aa and bb', '20 trams'];

/** Where one comes from `at` by keys, each so many ms after the one before. */
function gone(at: number, keys: string, pause = 100): number | null {
	const typed = new Typed();
	let place: number | null = at;
	for (const [nth, key] of [...keys].entries()) {
		if (!typed.takes(key, nth * pause)) continue;
		place = typed.find(key, nth * pause, place ?? at, WORDS.length, (row) => WORDS[row]!) ?? place;
	}
	return place;
}

test('[O6] a letter leads to the next row that begins so, around the end, and the same again to the one after', () => {
	expect(gone(0, 'r')).toBe(1);
	expect(gone(4, 'r')).toBe(0);
	expect(gone(0, 'rrr')).toBe(4);
	expect(gone(0, 'x')).toBe(0);
});

test('[O6] what is typed at once is one word, whatever its case, accents and script', () => {
	expect(gone(0, 'REASON 12')).toBe(2);
	expect(gone(0, 'reason 2')).toBe(4);
	expect(gone(0, 'ist')).toBe(3);
	expect(gone(0, '20')).toBe(6);
});

test('[O6] another key ends a word', () => {
	const typed = new Typed();
	const find = (key: string) => typed.find(key, 0, 0, 3, (row) => ['open', 'rain', 'sun'][row]!);
	expect(find('r')).toBe(1);
	typed.end();
	expect(find('s')).toBe(2);
});

test('[O6] after a pause a word begins anew, and a space is no part of one', () => {
	expect(gone(0, 'ri', 2000)).toBe(3);
	const typed = new Typed();
	expect(typed.takes(' ', 0)).toBe(false);
	typed.find('r', 0, 0, WORDS.length, (row) => WORDS[row]!);
	expect(typed.takes(' ', 100)).toBe(true);
	expect(typed.takes(' ', 5000)).toBe(false);
	expect(typed.takes('+', 100)).toBe(false);
});
