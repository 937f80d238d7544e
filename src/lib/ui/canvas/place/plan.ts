import { asIf } from '#lib/core/edit/asIf.ts';
import type { Step } from '#lib/core/edit/step.ts';
import { Debate } from '#lib/core/model/debate.ts';
import type { Id } from '#lib/core/model/item.ts';
import { layout } from '#lib/draw/layout/layout.ts';
import type { Box, CardBox, JointBox, Layout, Line } from '#lib/draw/layout/types.ts';
import { areaOf, type Tiles } from './visible.ts';
import type { Place } from './walk.ts';

const HOLDS = 20;

/** Where everything lies: a layout, with the questions that the map asks of it. */
export class Plan {
	readonly cards: ReadonlyMap<Id, CardBox>;
	readonly joints: ReadonlyMap<Id, JointBox>;
	readonly #layout: Layout;

	constructor(layout: Layout) {
		this.#layout = layout;
		this.cards = layout.cards;
		this.joints = layout.joints;
	}

	get bounds(): Box | null {
		return this.#layout.bounds;
	}

	/** A card or a joint: what arrow keys reach. */
	stopOf(id: Id): CardBox | JointBox | undefined {
		return this.cards.get(id) ?? this.joints.get(id);
	}

	/** All cards and joints. */
	*stops(): Generator<CardBox | JointBox> {
		yield* this.cards.values();
		yield* this.joints.values();
	}

	/** Where a card, a joint, or the line of an inference lies; nothing for what is folded away. */
	placeOf(id: Id): Place | undefined {
		const stop = this.stopOf(id);
		if (stop) return stop;
		const label = this.#layout.lineOf(id)?.label;
		return label ? { id, ...label, width: 0, height: 0 } : undefined;
	}

	/** Where these lie, and a few of the first cards: what can be held on to when the map is drawn anew. */
	holds(first: readonly (Id | null)[]): ReadonlyMap<Id, Place> {
		const ids = first.filter((id) => id !== null);
		for (const id of this.cards.keys()) if (ids.push(id) > HOLDS) break;
		const places = ids.flatMap((id) => this.placeOf(id) ?? []);
		return new Map(places.map((place) => [place.id, place]));
	}

	/** The cards and joints that touch these tiles. */
	stopsWithin(tiles: Tiles): (CardBox | JointBox)[] {
		return this.#layout.stopsWithin(areaOf(tiles));
	}

	/** The lines that may touch these tiles. */
	linesWithin(tiles: Tiles): Line[] {
		return this.#layout.linesWithin(areaOf(tiles));
	}

	/** The cards that touch an area of the map. */
	cardsWithin(area: Box): CardBox[] {
		return this.#layout.stopsWithin(area).filter((stop): stop is CardBox => 'lines' in stop);
	}
}

export const EMPTY_PLAN = new Plan(layout(new Debate()));

/** Lays the map out again and again: what has not changed stays where it was, and costs little. */
export class Planner {
	#before: Layout | undefined;
	#plan: Plan = EMPTY_PLAN;
	/** What that was made for, besides the debate. */
	#folded: ReadonlySet<Id> = new Set();
	#ratio = 0;
	#text = 0;
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

	/**
	 * The plan of what is not folded, as it would be after `preview`, in a shape that suits a screen of this width to
	 * height. The same as before where nothing is otherwise.
	 */
	plan(debate: Debate, preview: readonly Step[], folded: ReadonlySet<Id>, ratio: number, text = 1): Plan {
		return asIf(debate, preview, (now, touchedNow) => {
			const touched = new Set([...this.#touched, ...this.#previewed, ...touchedNow]);
			const before = this.#before;
			const isSameWish = ratio === this.#ratio && text === this.#text && areSame(folded, this.#folded);
			if (before && isSameWish && touched.size === 0) return this.#plan;
			this.#before = layout(now, { folded, ratio, text, ...(before && { before, touched }) });
			this.#touched.clear();
			this.#previewed = touchedNow;
			if (!isSameWish) [this.#folded, this.#ratio, this.#text] = [new Set(folded), ratio, text];
			return (this.#plan = new Plan(this.#before));
		});
	}
}

function areSame(a: ReadonlySet<Id>, b: ReadonlySet<Id>): boolean {
	if (a.size !== b.size) return false;
	for (const id of a) if (!b.has(id)) return false;
	return true;
}
