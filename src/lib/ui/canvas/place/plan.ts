import { asIf } from '#lib/core/edit/asIf.ts';
import type { Step } from '#lib/core/edit/step.ts';
import type { Debate } from '#lib/core/model/debate.ts';
import type { Id, Point } from '#lib/core/model/item.ts';
import { layout } from '#lib/draw/layout/layout.ts';
import type { Box, CardBox, JointBox, Layout, Line } from '#lib/draw/layout/types.ts';
import { Grid, type Tiles } from './visible.ts';
import type { Place } from './walk.ts';

/** Where everything lies: a layout, with the questions that the map asks of it. */
export class Plan {
	readonly cards: ReadonlyMap<Id, CardBox>;
	readonly joints: ReadonlyMap<Id, JointBox>;
	readonly bounds: Box | null;
	/** Cards and joints: what arrow keys reach. */
	readonly stops: ReadonlyMap<Id, Place>;
	readonly #lines = new Map<string, Line>();
	readonly #labels = new Map<Id, Place>();
	readonly #stopGrid: Grid;
	readonly #lineGrid: Grid;

	constructor({ cards, joints, lines, bounds }: Layout) {
		this.cards = cards;
		this.joints = joints;
		this.bounds = bounds;
		this.stops = new Map<Id, Place>([...cards, ...joints]);
		this.#stopGrid = new Grid(this.stops.values());
		const spans: Place[] = [];
		for (const line of lines) {
			const { key, relation, label, points } = line;
			this.#lines.set(key, line);
			if (label) this.#labels.set(relation, { id: relation, ...label, width: 0, height: 0 });
			spans.push({ id: key, ...boxAround(points) });
		}
		this.#lineGrid = new Grid(spans);
	}

	/** Where a card, a joint, or the line of an inference lies; nothing for what is folded away. */
	placeOf(id: Id): Place | undefined {
		return this.stops.get(id) ?? this.#labels.get(id);
	}

	/** The cards and joints that touch these tiles. */
	stopsWithin(tiles: Tiles): Set<Id> {
		return this.#stopGrid.within(tiles);
	}

	/** The lines that may touch these tiles. */
	linesWithin(tiles: Tiles): Line[] {
		return [...this.#lineGrid.within(tiles)].map((key) => this.#lines.get(key)!);
	}

	/** Every line. */
	get lines(): Iterable<Line> {
		return this.#lines.values();
	}
}

export const EMPTY_PLAN = new Plan({ cards: new Map(), joints: new Map(), lines: [], bounds: null });

function boxAround(points: readonly Point[]): Box {
	const [first, ...rest] = points;
	let [left, top, right, bottom] = [first!.x, first!.y, first!.x, first!.y];
	for (const { x, y } of rest) {
		left = Math.min(left, x);
		right = Math.max(right, x);
		top = Math.min(top, y);
		bottom = Math.max(bottom, y);
	}
	return { x: left, y: top, width: right - left, height: bottom - top };
}

/** Lays the map out again and again: what has not changed stays where it was, and costs little. */
export class Planner {
	#before: Layout | undefined;
	/** What has changed since then. */
	readonly #touched = new Set<Id>();
	/** What was changed only to look at it, and is back as it was. */
	#previewed: ReadonlySet<Id> = new Set();

	/** Something has changed: `touched` as `apply` tells it. */
	touch(touched: ReadonlySet<Id>): void {
		for (const id of touched) this.#touched.add(id);
	}

	/** Composes the whole anew next time. */
	forget(): void {
		this.#before = undefined;
	}

	/** The plan of what is not folded, as it would be after `preview`, in a shape that suits a screen of this width to height. */
	plan(debate: Debate, preview: readonly Step[], folded: ReadonlySet<Id>, ratio: number, text = 1): Plan {
		return asIf(debate, preview, (now, touchedNow) => {
			const touched = new Set([...this.#touched, ...this.#previewed, ...touchedNow]);
			const before = this.#before;
			this.#before = layout(now, { folded, ratio, text, ...(before && { before, touched }) });
			this.#touched.clear();
			this.#previewed = touchedNow;
			return new Plan(this.#before);
		});
	}
}
