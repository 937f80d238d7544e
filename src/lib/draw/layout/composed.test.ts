import { expect, test } from 'vitest';
import { crossings, ours } from '#tests/support/beside.ts';
import { grown } from '#tests/support/grown.ts';
import { layout } from './layout.ts';

test('[L16] premises with wide branches stand in columns, so that a map of many joints keeps its proportion', () => {
	const { width, height } = layout(
		grown({ claims: 120, seed: 5, links: 0, joints: 0.8, undercuts: 0 })
	).bounds!;
	expect(width / height).toBeGreaterThan(0.5);
	expect(width / height).toBeLessThan(3);
});

test('[L17] links that turn together do not cross each other', () => {
	// With the lanes in any other order there are some 320.
	expect(crossings(ours(layout(grown({ claims: 1_000, seed: 9 }))))).toBeLessThan(260);
});
