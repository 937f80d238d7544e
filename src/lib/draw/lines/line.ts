import { pathRound } from 'd3';
import type { Id, Point } from '#lib/core/model/item.ts';
import type { Line, Part, Sense } from '../layout/types.ts';

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

/** A path through the points with round corners, as round as the shorter side of each allows. */
function rounded(points: readonly Point[]): string {
	const path = pathRound(1);
	path.moveTo(points[0]!.x, points[0]!.y);
	for (let at = 1; at < points.length - 1; at++) {
		const [before, corner, after] = [points[at - 1]!, points[at]!, points[at + 1]!];
		const radius = Math.min(RADIUS, distance(before, corner) / 2, distance(corner, after) / 2);
		path.arcTo(corner.x, corner.y, after.x, after.y, radius);
	}
	path.lineTo(points.at(-1)!.x, points.at(-1)!.y);
	return path.toString();
}

function distance(a: Point, b: Point): number {
	return Math.hypot(a.x - b.x, a.y - b.y);
}
