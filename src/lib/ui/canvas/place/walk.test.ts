import fc from 'fast-check';
import { expect, test } from 'vitest';
import { neighbour, type Direction, type Place } from './walk.ts';

function at(id: string, x: number, y: number, width = 100, height = 50): Place {
	return { id, x, y, width, height };
}

const top = at('top', 200, 0);
const left = at('left', 100, 100);
const right = at('right', 300, 100);
const far = at('far', 900, 100);
const all = [top, left, right, far];

test('[K1] down leads to the first reason even when another lies nearer', () => {
	expect(neighbour(top, 'down', [far, left, right], all)).toBe('far');
});

test('[K1] up leads to what the card bears on, sideways to its siblings', () => {
	expect(neighbour(left, 'up', [top, right], all)).toBe('top');
	expect(neighbour(left, 'right', [top, right, far], all)).toBe('right');
	expect(neighbour(right, 'left', [top, left, far], all)).toBe('left');
});

test('[K1] in a column of siblings down leads from one to the next', () => {
	const column = [at('a', 40, 100), at('b', 40, 180), at('c', 40, 260)];
	expect(neighbour(column[0]!, 'down', [column[1]!, column[2]!], column)).toBe('b');
	expect(neighbour(column[2]!, 'up', [column[0]!, column[1]!], column)).toBe('b');
});

test('[K2] where nothing tied lies that way, the nearest that does is next, or nothing', () => {
	expect(neighbour(right, 'right', [], all)).toBe('far');
	expect(neighbour(top, 'up', [left], all)).toBeNull();
	expect(neighbour(left, 'left', [top, right], all)).toBeNull();
});

test('[K2] a step never stays where it is, and always leads in its direction', () => {
	const place = fc.record({
		x: fc.nat(2000),
		y: fc.nat(2000),
		width: fc.constant(100),
		height: fc.constant(50)
	});
	const directions = fc.constantFrom<Direction[]>('up', 'down', 'left', 'right');
	fc.assert(
		fc.property(
			fc.array(place, { minLength: 1, maxLength: 30 }),
			directions,
			fc.nat(),
			(spots, direction, tied) => {
				const places = spots.map((spot, nth) => ({ id: `p${nth}`, ...spot }));
				const here = places[0]!;
				const next = neighbour(here, direction, places.slice(0, tied % places.length), places);
				if (next === null) return;
				const there = places.find(({ id }) => id === next)!;
				expect(there).not.toBe(here);
				const [dx, dy] = [there.x - here.x, there.y - here.y];
				expect({ up: -dy, down: dy, left: -dx, right: dx }[direction]).toBeGreaterThan(0);
			}
		)
	);
});
