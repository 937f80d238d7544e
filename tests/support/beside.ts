import { Graph, layout as dagreLayout } from '@dagrejs/dagre';
import ELK, { type ElkExtendedEdge, type ElkNode } from 'elkjs/lib/elk.bundled.js';
import type { Point } from '#lib/core/model/item.ts';
import type { Box, Layout } from '#lib/draw/layout/types.ts';

/** A drawing as it can be compared: boxes, and polylines between two of them. */
export interface Drawn {
	readonly boxes: ReadonlyMap<string, Box>;
	readonly lines: readonly {
		readonly from: string;
		readonly to: string;
		readonly points: readonly Point[];
	}[];
}

/** What a layout of ours draws. */
export function ours({ cards, joints, lines }: Layout): Drawn {
	return { boxes: new Map<string, Box>([...cards, ...joints]), lines };
}

/** The same boxes and lines, laid out by dagre (layered, after Gansner et al. 1993). */
export function byDagre({ boxes, lines }: Drawn): Drawn {
	const graph = new Graph({ multigraph: true });
	graph.setGraph({ rankdir: 'BT', nodesep: 24, ranksep: 64 });
	for (const [id, { width, height }] of boxes) graph.setNode(id, { width, height });
	for (const [at, { from, to }] of lines.entries()) graph.setEdge(from, to, {}, String(at));
	dagreLayout(graph);
	const placed = [...boxes.keys()].map((id): [string, Box] => {
		const { x, y, width, height } = graph.node(id) as Box;
		return [id, { x: x - width / 2, y: y - height / 2, width, height }];
	});
	const drawn = lines.map(({ from, to }, at) => {
		const edge = graph.edge(from, to, String(at)) as { points?: Point[] };
		return { from, to, points: edge.points ?? [] };
	});
	return { boxes: new Map(placed), lines: drawn };
}

/** The same boxes and lines, laid out by ELK's layered algorithm with orthogonal lines. */
export async function byElk({ boxes, lines }: Drawn): Promise<Drawn> {
	const graph: ElkNode = {
		id: 'root',
		layoutOptions: {
			'elk.algorithm': 'layered',
			'elk.direction': 'UP',
			'elk.edgeRouting': 'ORTHOGONAL'
		},
		children: [...boxes].map(([id, { width, height }]) => ({ id, width, height })),
		edges: lines.map(({ from, to }, at) => ({ id: `e${at}`, sources: [from], targets: [to] }))
	};
	const { children = [], edges = [] } = await new ELK().layout(graph);
	const placed = children.map(({ id, x = 0, y = 0, width = 0, height = 0 }): [string, Box] => [
		id,
		{ x, y, width, height }
	]);
	return { boxes: new Map(placed), lines: edges.map(lineOf) };
}

function lineOf({ sources, targets, sections = [] }: ElkExtendedEdge): Drawn['lines'][number] {
	const points = sections.flatMap((section) => [
		section.startPoint,
		...(section.bendPoints ?? []),
		section.endPoint
	]);
	return { from: sources[0]!, to: targets[0]!, points };
}

/** How many pairs of boxes overlap. */
export function overlaps({ boxes }: Drawn): number {
	const sorted = [...boxes.values()].sort((a, b) => a.x - b.x);
	let count = 0;
	for (const [at, a] of sorted.entries())
		for (let other = at + 1; other < sorted.length && sorted[other]!.x < a.x + a.width; other++) {
			const b = sorted[other]!;
			if (a.y < b.y + b.height && b.y < a.y + a.height) count++;
		}
	return count;
}

/**
 * At how many points lines cross that share no end, as a reader sees them: lines that run together cross another in
 * one point. Where they only touch is not counted.
 */
export function crossings({ lines }: Drawn): number {
	const pieces = lines.flatMap(({ from, to, points }) =>
		points.slice(1).map((end, at) => ({ from, to, a: points[at]!, b: end }))
	);
	pieces.sort((p, q) => Math.min(p.a.x, p.b.x) - Math.min(q.a.x, q.b.x));
	const points = new Set<string>();
	for (const [at, p] of pieces.entries()) {
		const right = Math.max(p.a.x, p.b.x);
		for (let other = at + 1; other < pieces.length; other++) {
			const q = pieces[other]!;
			if (Math.min(q.a.x, q.b.x) > right) break;
			const shares = p.from === q.from || p.to === q.to || p.from === q.to || p.to === q.from;
			if (!shares && cross(p.a, p.b, q.a, q.b)) points.add(meeting(p.a, p.b, q.a, q.b));
		}
	}
	return points.size;
}

function cross(a: Point, b: Point, c: Point, d: Point): boolean {
	return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
}

/** Where two lines cross, to the whole unit. */
function meeting(a: Point, b: Point, c: Point, d: Point): string {
	const along = (b.x - a.x) * (d.y - c.y) - (b.y - a.y) * (d.x - c.x);
	const share = ((c.x - a.x) * (d.y - c.y) - (c.y - a.y) * (d.x - c.x)) / along;
	return `${Math.round(a.x + share * (b.x - a.x))},${Math.round(a.y + share * (b.y - a.y))}`;
}

/** On which side of the line from `a` to `b` a point lies. */
function side(a: Point, b: Point, p: Point): number {
	return Math.sign((b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x));
}
