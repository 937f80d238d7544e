import type { Debate } from '#lib/core/model/debate.ts';
import type { Id, Point } from '#lib/core/model/item.ts';
import { cardOf, isMarked, type Card } from '../card.ts';
import { Bearings } from './bearings.ts';
import { drawn } from '../lines/drawn.ts';
import { forestOf, type Forest } from './forest.ts';
import { linesOf, type Drawing } from '../lines/lines.ts';
import { loopsIn } from './looped.ts';
import { place } from './place.ts';
import { shapesOf } from './shapes.ts';
import { turned, turnedSize } from './turned.ts';
import type { Box, CardBox, JointBox, Layout, LayoutOptions, Line } from './types.ts';

/** A screen with the panels at its sides open. */
const RATIO = 1.6;
const NONE: ReadonlySet<Id> = new Set();

/** What a layout leaves for the next one. */
interface Memory {
	readonly debate: Debate;
	readonly text: number;
	readonly bearings: Bearings;
	readonly faces: Map<Id, Face>;
	readonly shapes: Map<Id, readonly Id[] | null>;
	readonly drawings: ReadonlyMap<Id, Drawing>;
}

/** What a card looks like, and what that was made from. */
interface Face {
	readonly card: Card;
	readonly pin: Point | null;
	readonly isMarked: boolean;
}

const memories = new WeakMap<Layout, Memory>();

/**
 * Where the cards of a debate go: roots on top, what bears on them below, supports before attacks in the author's
 * order, joined premises side by side under their joint, undercuts beside what they hit. Wide families stand in
 * columns, so that the whole comes near the wished ratio. Cards never overlap, and no line meets a card that it does
 * not end at. After `before`, families stand as they stood, and most of the map stays in its place. To the right, all
 * of it is laid on its side.
 */
export function layout(debate: Debate, options: LayoutOptions = {}): Layout {
	const { folded = NONE, root = null, ratio = RATIO, most = Infinity } = options;
	const isTurned = options.direction === 'right';
	const before = isTurned ? undefined : options.before;
	const memory = recall(debate, { ...options, before });
	const forest = forestOf(debate, memory.bearings, { folded, root, most });
	const looped = loopsIn(debate, forest, folded);
	const faces = facesOf(debate, forest, (id) => forest.hidden.has(id) || looped.has(id), memory);
	const placed = place(forest, {
		size: ({ index }) => (isTurned ? turnedSize(faces[index]!.card) : faces[index]!.card),
		pin: ({ index }) => (isTurned ? null : faces[index]!.pin),
		ratio: isTurned ? 1 / ratio : ratio,
		shapes: memory.shapes,
		before: (id) => before?.cards.get(id)
	});
	const cards = new Map<Id, CardBox>();
	const joints = new Map<Id, JointBox>();
	for (const { id, kind, index } of forest.nodes) {
		const box = placed.boxes[index]!;
		if (kind === 'joint') joints.set(id, jointBox(id, box, before));
		else cards.set(id, cardBox(faces[index]!.card, box, forest.hidden.get(id) ?? 0, looped.has(id), before));
	}
	const isInLoop = (from: Id, to: Id) =>
		looped.size > 0 && looped.has(from) && looped.get(from) === looped.get(to);
	const drawings = linesOf(forest, placed, isInLoop, memory.drawings);
	const lines = drawn(forest, placed, isInLoop, drawings.values());
	if (isTurned) {
		const side = turned({ cards, joints, lines });
		return { ...side, bounds: boundsOf([...side.cards.values(), ...side.joints.values()], side.lines) };
	}
	const made = {
		cards,
		joints,
		lines,
		bounds: boundsOf(placed.boxes, lines.slice(forest.nodes.length - forest.roots.length))
	};
	const shapes = shapesOf({ ...placed, nodes: forest.nodes }, memory.shapes);
	memories.set(made, { ...memory, shapes, drawings });
	return made;
}

/** What is still true of what was known. */
function recall(debate: Debate, { before, touched, text = 1 }: LayoutOptions): Memory {
	const known = before && memories.get(before);
	if (!known || known.debate !== debate || known.text !== text) {
		const shapes = new Map(known?.shapes);
		return { debate, text, bearings: new Bearings(debate), faces: new Map(), shapes, drawings: new Map() };
	}
	if (!touched) return { ...known, bearings: new Bearings(debate), faces: new Map() };
	known.bearings.forget(touched);
	for (const id of touched) known.faces.delete(id);
	return known;
}

function cardBox(
	face: Card,
	{ x, y }: Box,
	hidden: number,
	isInLoop: boolean,
	before: Layout | undefined
): CardBox {
	const known = before?.cards.get(face.id);
	const isSame =
		known?.lines === face.lines &&
		known.x === x &&
		known.y === y &&
		known.height === face.height &&
		known.hidden === hidden &&
		known.isInLoop === isInLoop;
	if (isSame) return known;
	const { id, kind, lines, isCut, isRoot, hasMarks, width, height } = face;
	return { id, kind, lines, isCut, isRoot, hasMarks, width, height, x, y, hidden, isInLoop };
}

function jointBox(id: Id, { x, y, width, height }: Box, before: Layout | undefined): JointBox {
	const known = before?.joints.get(id);
	return known?.x === x && known.y === y ? known : { id, x, y, width, height };
}

/** The smallest rectangle around boxes and lines; `null` around nothing. */
export function boundsOf(boxes: Iterable<Box>, lines: Iterable<Pick<Line, 'points'>>): Box | null {
	let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
	for (const { x, y, width, height } of boxes) {
		left = Math.min(left, x);
		top = Math.min(top, y);
		right = Math.max(right, x + width);
		bottom = Math.max(bottom, y + height);
	}
	for (const { points } of lines)
		for (const { x, y } of points) {
			left = Math.min(left, x);
			top = Math.min(top, y);
			right = Math.max(right, x);
			bottom = Math.max(bottom, y);
		}
	return left === Infinity ? null : { x: left, y: top, width: right - left, height: bottom - top };
}

/** The faces of all cards, by their nodes; those of which nothing has changed are as they were. */
function facesOf(
	debate: Debate,
	{ nodes }: Forest,
	isSpecial: (id: Id) => boolean,
	{ faces: known, text }: Pick<Memory, 'faces' | 'text'>
): (Face | undefined)[] {
	return nodes.map(({ id, kind, parent }) => {
		if (kind === 'joint') return undefined;
		const face = known.get(id);
		const special = isSpecial(id);
		const isRoot = parent === null;
		if (face && face.card.isRoot === isRoot && face.card.hasMarks === (face.isMarked || special)) return face;
		const item = debate.get(id)!;
		const marked = face?.isMarked ?? isMarked(debate, item);
		const pin = item.kind === 'claim' || item.kind === 'argument' ? item.pin : null;
		const made = { card: cardOf(item, isRoot, marked || special, text), pin, isMarked: marked };
		known.set(id, made);
		return made;
	});
}
