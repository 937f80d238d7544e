import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Step } from '#lib/core/edit/step.ts';
import { Past } from './past.svelte.ts';

const kept = new Map<string, string>();

beforeEach(() => {
	kept.clear();
	vi.stubGlobal('sessionStorage', {
		getItem: (key: string) => kept.get(key) ?? null,
		setItem: (key: string, value: string) => kept.set(key, value),
		removeItem: (key: string) => kept.delete(key)
	});
});
afterEach(() => void vi.unstubAllGlobals());

function back(text: string): Step[] {
	return [{ do: 'set', kind: 'claim', id: 'top', to: { text } }];
}

test('[C5] of a past that is too long what happened last survives a reload, in order', () => {
	const past = new Past('d');
	past.done(Array.from({ length: 150 }, () => back('x'.repeat(15_000))).flat());
	for (const text of ['One', 'Two', 'Three', 'Four']) past.done(back(text));
	past.turn('undo', (steps) => steps);
	expect(kept.get('past:d')!.length).toBeLessThan(2_100_000);
	const reloaded = new Past('d');
	const seen: (readonly Step[])[] = [];
	const run = (steps: readonly Step[]) => (seen.push(steps), steps);
	reloaded.turn('redo', run);
	while (reloaded.canUndo) reloaded.turn('undo', run);
	expect(seen).toEqual(['Four', 'Four', 'Three', 'Two', 'One'].map(back));
});
