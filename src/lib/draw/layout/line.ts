import type { Id, Point } from '#lib/core/model/item.ts';
import type { Line, Part, Sense } from './types.ts';

/** What a line says, before it has its corners. */
export interface Course {
	readonly relation: Id;
	readonly sense: Sense;
	readonly part: Part;
	readonly from: Id;
	readonly to: Id;
	readonly isInLoop: boolean;
}

/** A line of the map. Its path is written when it is first asked for: most lines of a big map are never drawn. */
export class DrawnLine implements Line {
	readonly key: string;
	readonly relation: Id;
	readonly sense: Sense;
	readonly part: Part;
	readonly from: Id;
	readonly to: Id;
	readonly isInLoop: boolean;
	readonly points: readonly Point[];
	readonly label: Point | null;
	#path: string | null = null;

	constructor(
		{ relation, sense, part, from, to, isInLoop }: Course,
		points: readonly Point[],
		label: Point | null
	) {
		this.key = `${relation} ${from} ${to}`;
		this.relation = relation;
		this.sense = sense;
		this.part = part;
		this.from = from;
		this.to = to;
		this.isInLoop = isInLoop;
		this.points = points;
		this.label = label;
	}

	get path(): string {
		return (this.#path ??= rounded([...this.points].reverse()));
	}

	get end(): Line['end'] {
		if (this.part === 'premise') return null;
		const end = this.points.at(-1)!;
		const before = this.points.at(-2) ?? end;
		return { x: end.x, y: end.y, angle: (Math.atan2(end.y - before.y, end.x - before.x) * 180) / Math.PI };
	}
}

const RADIUS = 8;

/** A path through the points with round corners. */
function rounded(points: readonly Point[]): string {
	let path = `M${written(points[0]!)}`;
	for (let at = 1; at < points.length - 1; at++) {
		const corner = points[at]!;
		path += `L${written(towards(corner, points[at - 1]!))}Q${written(corner)} ${written(towards(corner, points[at + 1]!))}`;
	}
	return `${path}L${written(points.at(-1)!)}`;
}

/** From a corner towards its neighbour, at most half the way. */
function towards(corner: Point, neighbour: Point): Point {
	const dx = neighbour.x - corner.x;
	const dy = neighbour.y - corner.y;
	const length = Math.hypot(dx, dy) || 1;
	const share = Math.min(RADIUS, length / 2) / length;
	return { x: corner.x + dx * share, y: corner.y + dy * share };
}

function written({ x, y }: Point): string {
	return `${Math.round(x * 10) / 10},${Math.round(y * 10) / 10}`;
}
