import type { Id, Point } from '#lib/core/model/item.ts';
import type { Box, Layout } from '#lib/draw/layout/types.ts';

/** What of a map is not as it should be: cards apart, lines off them, ends of lines at what they tie. */
export function faults(plan: Layout): string[] {
	const cards = [...plan.cards.values()];
	const all: (Box & { id: Id })[] = [...cards, ...plan.joints.values()];
	const byId = new Map(all.map((box) => [box.id, box]));
	const found: string[] = [];
	for (const [at, one] of all.entries())
		for (const other of all.slice(at + 1))
			if (overlap(one, other) > 0) found.push(`${one.id} lies on ${other.id}`);
	for (const { key, points, from, to } of plan.lines) {
		for (const [at, point] of points.slice(1).entries())
			for (const card of cards)
				if (overlap(around(points[at]!, point), inner(card)) > 0) found.push(`${key} meets ${card.id}`);
		if (!touches(points[0]!, byId.get(from)!)) found.push(`${key} begins nowhere`);
		if (!touches(points.at(-1)!, byId.get(to)!)) found.push(`${key} ends nowhere`);
	}
	return found;
}

/** How far into `b` the box `a` reaches; 0 where they are apart. */
export function overlap(a: Box, b: Box): number {
	const x = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
	const y = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
	return x > 0 && y > 0 ? Math.min(x, y) : 0;
}

function around(a: Point, b: Point): Box {
	const [x, y] = [Math.min(a.x, b.x), Math.min(a.y, b.y)];
	return { x, y, width: Math.abs(a.x - b.x) + 0.01, height: Math.abs(a.y - b.y) + 0.01 };
}

function touches({ x, y }: Point, box: Box): boolean {
	return overlap({ x: x - 0.6, y: y - 0.6, width: 1.2, height: 1.2 }, box) > 0;
}

function inner({ x, y, width, height }: Box): Box {
	return { x: x + 0.5, y: y + 0.5, width: width - 1, height: height - 1 };
}
