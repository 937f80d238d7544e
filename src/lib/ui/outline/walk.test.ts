import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Session } from '#lib/client/session.svelte.ts';
import type { Id } from '#lib/core/model/item.ts';
import { adding, debate } from '#tests/support/debates.ts';
import { Walk } from './walk.svelte.ts';

beforeEach(() => {
	vi.useFakeTimers();
	vi.stubGlobal('sessionStorage', { getItem: () => null, setItem: () => undefined });
	vi.stubGlobal('fetch', () => Promise.reject(new TypeError('refused')));
});

afterEach(() => {
	vi.useRealTimers();
	vi.unstubAllGlobals();
});

/** A walk through a debate, and what shows of it. */
function walking(...words: readonly string[]) {
	const { about, items } = { about: debate().about, items: [...debate(...words).items()] };
	const snapshot = { id: 'd', seq: 1, epoch: 'e', about, items };
	const session = new Session({ snapshot, right: 'owner', outbox: null, onReadOnly: () => undefined });
	const walk = new Walk(session);
	walk.follow();
	const to = (id: Id) => walk.go(walk.rows.findIndex((row) => row.id === id));
	const shown = () => walk.rows.map(({ id }, at) => (at === walk.at ? `[${id}]` : id)).join(' ');
	return { session, walk, to, shown };
}

test('[O7] one stays at a row whatever comes and goes above it', () => {
	const { session, to, shown } = walking('a', 'b', 'c', 'b>a', 'c>a');
	to('c');
	session.take([adding('n', 'a0'), adding('n>a', 'a0')]);
	expect(shown()).toBe('a n b [c]');
	session.take([
		{ do: 'remove', id: 'b_a' },
		{ do: 'remove', id: 'b' }
	]);
	expect(shown()).toBe('a n [c]');
});

test('[O7] when the row is gone, one is at what has come in its place, or at the last', () => {
	const { session, to, shown } = walking('a', 'b', 'c', 'd', 'b>a', 'c>a', 'd>a');
	to('c');
	session.take([
		{ do: 'remove', id: 'c_a' },
		{ do: 'remove', id: 'c' }
	]);
	expect(shown()).toBe('a b [d]');
	session.take([
		{ do: 'remove', id: 'd_a' },
		{ do: 'remove', id: 'd' }
	]);
	expect(shown()).toBe('a [b]');
});

test('[O7] who is in a branch that closes is at its row then; who is elsewhere stays', () => {
	const { walk, to, shown } = walking('a', 'b', 'c', 'b>a', 'c>b', 'z');
	walk.turn(walk.rows[1]!, true);
	to('c');
	walk.turn(walk.rows[0]!, false);
	expect(shown()).toBe('[a] z');
	walk.turn(walk.rows[0]!, true);
	to('z');
	walk.turn(walk.rows[0]!, false);
	expect(shown()).toBe('a [z]');
});

test('[O3] what is sought shows in full, and what was open stays so; who is at another row of it stays there', () => {
	const { walk, shown } = walking('a', 'b', 'c', 'd', 'b>a', 'c>b', 'd>c', 'x', 'y', 'x>a', 'y>x');
	walk.turn(
		walk.rows.find(({ id }) => id === 'x')!,
		true
	);
	expect(walk.seek('d')).toBe(true);
	expect(shown()).toBe('a b c [d] x y');
	expect(walk.seek('nothing')).toBe(false);
	const twice = walking('a', 'b', 'c', 'b>a', 'c>b', 'c>a');
	twice.walk.turn(twice.walk.rows[1]!, true);
	expect(twice.shown()).toBe('[a] b c c');
	twice.walk.seek('c');
	expect(twice.shown()).toBe('a b c [c]');
	twice.walk.go(2);
	twice.walk.seek('c');
	expect(twice.shown()).toBe('a b [c] c');
});

test('[O7] one goes no further than the first and the last row', () => {
	const { walk, shown } = walking('a', 'b', 'b>a');
	walk.go(-5);
	expect(shown()).toBe('[a] b');
	walk.go(100);
	expect(shown()).toBe('a [b]');
	expect(walk.above(1)).toBe(0);
	expect(walk.above(0)).toBe(0);
});
