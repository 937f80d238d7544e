import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { adding, copy, debate, state } from '#tests/support/debates.ts';
import { apply } from '#lib/core/edit/apply.ts';
import type { Step } from '#lib/core/edit/step.ts';
import type { Id } from '#lib/core/model/item.ts';
import { Verdicts, type Judged } from './verdicts.svelte.ts';

let kept: Map<string, string>;

beforeEach(() => {
	vi.useFakeTimers();
	kept = new Map();
	vi.stubGlobal('localStorage', {
		getItem: (key: string) => kept.get(key) ?? null,
		setItem: (key: string, value: string) => kept.set(key, value),
		removeItem: (key: string) => kept.delete(key)
	});
});

afterEach(() => {
	vi.unstubAllGlobals();
	vi.useRealTimers();
});

/** A debate that can be changed, and tells. */
function opened(...words: string[]): { judged: Judged; take: (...steps: Step[]) => Step[] } {
	const made = debate(...words);
	const listeners: ((touched: ReadonlySet<Id>) => void)[] = [];
	const listen = (listener: (touched: ReadonlySet<Id>) => void) => {
		listeners.push(listener);
		return () => undefined;
	};
	const take = (...steps: Step[]) => {
		const done = apply(made, steps);
		if (!done.ok) throw new RangeError(done.error.refusal);
		for (const listener of listeners) listener(done.value.touched);
		return done.value.undo;
	};
	return { judged: { id: 'd', debate: made, listen }, take };
}

test('[C13] how claims stand follows every change at once, and every undo', () => {
	const { judged, take } = opened('t', 'a', 'a>t');
	const verdicts = new Verdicts(judged);
	expect(verdicts.get('t')).toBe('stands');
	const undo = take(adding('b'), adding('b-a'));
	expect([verdicts.get('t'), verdicts.get('a'), verdicts.get('b')]).toEqual(['falls', 'falls', 'stands']);
	const redo = take(...undo);
	expect([verdicts.get('t'), verdicts.get('b')]).toEqual(['stands', null]);
	take(...redo);
	expect(verdicts.get('t')).toBe('falls');
});

test('[C14] after a change that took long to evaluate the next waits a moment, and then has all that was changed since', () => {
	const { judged, take } = opened('t', 'a', 'a>t');
	let now = 0;
	vi.stubGlobal('performance', { now: () => (now += 50) });
	const verdicts = new Verdicts(judged);
	take(adding('b'));
	expect(verdicts.get('b')).toBe('stands');
	take(adding('b-a'));
	expect(verdicts.get('t')).toBe('stands');
	vi.advanceTimersByTime(100);
	expect([verdicts.get('t'), verdicts.get('b')]).toEqual(['falls', 'stands']);
});

test('[C15] what is supposed changes verdicts and not the debate, and ends with a reset or with its claim', () => {
	const { judged, take } = opened('t', 'a', 'a>t');
	const verdicts = new Verdicts(judged);
	const before = state(copy(judged.debate));
	verdicts.suppose('a', false);
	expect([verdicts.get('a'), verdicts.get('t'), verdicts.supposed.size]).toEqual(['falls', 'falls', 1]);
	expect(state(judged.debate)).toEqual(before);
	verdicts.reset();
	expect([verdicts.get('a'), verdicts.get('t'), verdicts.supposed.size]).toEqual(['stands', 'stands', 0]);
	take(adding('b'));
	verdicts.suppose('b', false);
	take({ do: 'remove', id: 'b' });
	expect(verdicts.supposed.size).toBe(0);
});

test('[C16] hidden verdicts stay hidden in this browser, for this debate, until they are shown', () => {
	const { judged, take } = opened('t', 'a', 'a>t');
	const verdicts = new Verdicts(judged);
	verdicts.isHidden = true;
	expect([verdicts.get('t'), verdicts.standings]).toEqual([null, null]);
	take(adding('b'), adding('b-a'));
	expect(new Verdicts(judged).isHidden).toBe(true);
	expect(new Verdicts({ ...judged, id: 'other' }).isHidden).toBe(false);
	verdicts.isHidden = false;
	expect([verdicts.get('t'), verdicts.get('b')]).toEqual(['falls', 'stands']);
	expect(new Verdicts(judged).isHidden).toBe(false);
});
