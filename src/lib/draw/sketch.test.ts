import { expect, test } from 'vitest';
import type { Debate } from '#lib/core/model/debate.ts';
import { claim } from '#lib/core/model/make.ts';
import { debate as debateOf } from '#tests/support/debates.ts';
import { miniature } from './miniature.ts';

const SIZE = { width: 360, height: 180 };

/** Every corner that a small picture has of a kind. */
function corners(svg: string, kind: string): [x: number, y: number][] {
	const [, path = ''] = new RegExp(`class="${kind}" d="([^"]*)"`).exec(svg) ?? [];
	return [...path.matchAll(/[ML]([-\d.]+),([-\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)]);
}

function expectInside(debate: Debate, cards: number): void {
	const svg = miniature(debate, SIZE);
	expect(corners(svg, 'card')).toHaveLength(cards);
	for (const kind of ['card', 'support', 'attack', 'undercut', 'words'])
		for (const [x, y] of corners(svg, kind)) {
			expect(x > 0 && x < SIZE.width, `${kind} at ${x}`).toBe(true);
			expect(y > 0 && y < SIZE.height, `${kind} at ${y}`).toBe(true);
		}
}

test('[L54] a small picture has all of a small map inside its frame, also the trunks of columns', () => {
	const reasons = ['b', 'c', 'd', 'e', 'f', 'g', 'h'];
	const debate = debateOf(
		'a',
		...reasons,
		...reasons.map((id, at) => (at % 2 ? `${id}>a` : `${id}-a`)),
		'a>a'
	);
	for (const id of reasons) debate.set(claim({ id, text: 'Words that go on and on '.repeat(3) }));
	expectInside(debate, 8);
});

test('[L54] a pin far away does not push a map out of its small picture', () => {
	const debate = debateOf('a', 'b', 'c', 'b>a', 'c>a');
	debate.set(claim({ id: 'b', text: 'b', pin: { x: 900_000, y: -900_000 } }));
	expectInside(debate, 3);
});

test('[L54] of a map that would be a thread the top is shown', () => {
	const ids = Array.from({ length: 90 }, (_, at) => `c${at}`);
	const debate = debateOf(...ids, ...ids.slice(1).map((id, at) => `${id}>c${at}`));
	const xs = corners(miniature(debate, SIZE), 'card').map(([x]) => x);
	expect(Math.min(...xs)).toBeLessThan(SIZE.width / 2 - 6);
});
