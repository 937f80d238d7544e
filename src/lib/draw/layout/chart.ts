import type { Id, Point } from '#lib/core/model/item.ts';
import type { Node } from '../forest/node.ts';
import { Drawing } from '../lines/drawing.ts';
import { turnedCorner, turnedLine } from './turned.ts';
import { joined } from '../family/arrangement.ts';
import { boundsOf, touch } from './bounds.ts';
import type { Composition } from './composition.ts';
import type { Reach } from './place.ts';
import { Seen } from './seen.ts';
import { headLeft } from './settle.ts';
import type { Box, CardBox, JointBox, Layout, Line } from './types.ts';

/** From so many lines of a family on, those that run on each other are shown as one. */
const MANY = 60;

/** The lines that begin in an area, and of those that only pass it one for each way that they take together. */
function apart(lines: readonly Line[], area: Box): Line[] {
	const passed = new Set<string>();
	return lines.filter((line) => {
		const { points, sense } = line;
		if (points.length < 3 || touch(boundsOf([], [{ points: points.slice(0, 2) }])!, area)) return true;
		const way = `${sense} ${points[1]!.x < points[2]!.x} ${points
			.slice(2)
			.map(({ x, y }) => `${x},${y}`)
			.join(' ')}`;
		if (passed.has(way)) return false;
		passed.add(way);
		return true;
	});
}

/**
 * A composition as it is seen: places on the map instead of places in a family. They are worked out when they are asked
 * for, so that what nobody looks at costs nothing. What has not moved since it was last seen is the same object again.
 */
export class Chart implements Layout {
	readonly cards: ReadonlyMap<Id, CardBox>;
	readonly joints: ReadonlyMap<Id, JointBox>;
	readonly #composition: Composition;
	readonly #drawing: Drawing;
	readonly #version: number;
	#lines: readonly Line[] | null = null;
	#bounds: Box | null | undefined;

	constructor(composition: Composition, drawing: Drawing) {
		this.#composition = composition;
		this.#drawing = drawing;
		this.#version = composition.version;
		this.cards = new Seen(composition.forest, 'card', (node) => this.#card(node));
		this.joints = new Seen(composition.forest, 'joint', (node) => this.#joint(node));
	}

	get lines(): readonly Line[] {
		if (this.#lines) return this.#lines;
		const lines = this.#current.drawing.all();
		const turn = (line: Line) =>
			turnedLine(
				line,
				(id) => this.cards.get(id),
				(id) => this.joints.get(id)
			);
		return (this.#lines = this.#isTurned ? lines.map(turn) : lines);
	}

	get bounds(): Box | null {
		return (this.#bounds ??= this.#isFlat ? boundsOf(this.#boxes(), this.lines) : this.#reach());
	}

	lineOf(relation: Id): Line | undefined {
		if (this.#isFlat) return this.lines.find((line) => line.relation === relation);
		const { composition, drawing } = this.#current;
		const node = composition.forest.byRelation.get(relation);
		const family = node?.parent ? drawing.below(node.parent) : [];
		return (
			family.find((line) => line.relation === relation) ??
			drawing.links().find((line) => line.relation === relation)
		);
	}

	stopsWithin(area: Box): (CardBox | JointBox)[] {
		if (this.#isFlat) return [...this.#boxes()].filter((box) => touch(box, area));
		const found: (CardBox | JointBox)[] = [];
		this.#meet(area, (node, corner) => {
			const { width, height } = node.place;
			const head = { x: corner.x + headLeft(node), y: corner.y, width, height };
			if (touch(head, area)) found.push(this.#box(node));
		});
		return found;
	}

	linesWithin(area: Box): Line[] {
		const isNear = (line: Line) => touch(boundsOf([], [line])!, area);
		if (this.#isFlat) return this.lines.filter(isNear);
		const { drawing } = this.#current;
		const found: Line[] = [];
		this.#meet(area, (node) => {
			const family = drawing.below(node).filter(isNear);
			found.push(...(family.length > MANY ? apart(family, area) : family));
		});
		for (const line of drawing.links()) if (isNear(line)) found.push(line);
		return found;
	}

	/** A layout that another one has gone on from knows no more where things are. */
	get #current(): { composition: Composition; drawing: Drawing } {
		if (this.#composition.version !== this.#version)
			throw new TypeError('this layout was gone on from: ask the one that came after it');
		return { composition: this.#composition, drawing: this.#drawing };
	}

	get #isTurned(): boolean {
		return this.#composition.purpose.isTurned;
	}

	/** Branches do not lie in rectangles of their own: everything is asked by itself. */
	get #isFlat(): boolean {
		return this.#isTurned || this.#composition.pinned.size > 0;
	}

	/** Takes every node whose branch touches an area. */
	#meet(area: Box, take: (node: Node, corner: Point) => void): void {
		const { composition } = this.#current;
		const queue: { node: Node; x: number; y: number }[] = [];
		const add = (node: Node, { x, y }: Point) => {
			const { place } = node;
			const { width, height } = place.form!;
			const branch = { x: x + place.x, y: y + place.y, width, height };
			if (touch(branch, area)) queue.push({ node, x: branch.x, y: branch.y });
		};
		for (const root of composition.arrangement.roots) add(root, composition.origin);
		for (let next = queue.pop(); next; next = queue.pop()) {
			take(next.node, next);
			for (const child of next.node.place.family) add(child, next);
		}
	}

	*#boxes(): Iterable<CardBox | JointBox> {
		for (const node of this.#current.composition.forest.walk()) yield this.#box(node);
	}

	/** How far branches and links reach. */
	#reach(): Box | null {
		const { composition, drawing } = this.#current;
		const { origin, arrangement } = composition;
		const none: Reach = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
		const reach = arrangement.roots.reduce((all, { place }) => joined(all, place), none);
		if (reach.left === Infinity) return null;
		const [x, y] = [origin.x + reach.left, origin.y + reach.top];
		const box = { x, y, width: reach.right - reach.left, height: reach.bottom - reach.top };
		return boundsOf([box], drawing.links());
	}

	#box(node: Node): CardBox | JointBox {
		return node.kind === 'card' ? this.#card(node) : this.#joint(node);
	}

	#card(node: Node): CardBox {
		const { hidden: folds } = this.#composition.forest;
		const { x, y } = this.#corner(node);
		const known = node.place.box as CardBox | null;
		const card = node.place.card!;
		const hidden = folds.get(node.id) ?? 0;
		const isInLoop = this.#composition.circles.has(node.id);
		const isSame =
			known?.lines === card.lines &&
			known.x === x &&
			known.y === y &&
			known.height === card.height &&
			known.hidden === hidden &&
			known.isInLoop === isInLoop;
		if (isSame) return known;
		const { id, kind, lines, isCut, isRoot, hasMarks, width, height } = card;
		const made = { id, kind, lines, isCut, isRoot, hasMarks, width, height, x, y, hidden, isInLoop };
		return (node.place.box = made);
	}

	#joint(node: Node): JointBox {
		const { x, y } = this.#corner(node);
		const { width, height, box } = node.place;
		if (box?.x === x && box.y === y) return box;
		return (node.place.box = { id: node.id, x, y, width, height });
	}

	#corner(node: Node): Point {
		const { composition } = this.#current;
		const { x, y } = composition.boxOf(node);
		const corner = { x: x + composition.origin.x, y: y + composition.origin.y };
		if (!this.#isTurned) return corner;
		return node.kind === 'card' ? turnedCorner(corner) : { x: corner.y, y: corner.x };
	}
}
