import { getContext, setContext, tick } from 'svelte';
import type { Session } from '#lib/client/session.svelte.ts';
import type { Toast, Toasts } from '#lib/client/toasts.svelte.ts';
import type { Verdicts } from '#lib/client/judging/verdicts.svelte.ts';
import type { View } from '#lib/client/view.svelte.ts';
import type { Step } from '#lib/core/edit/step.ts';
import type { Id, Point } from '#lib/core/model/item.ts';
import { claimOf, relationsOn } from '#lib/core/model/questions.ts';
import { broken } from '#lib/draw/card.ts';
import { t } from '#lib/i18n/t.ts';
import { closeUp, kept, open, reveal, ZOOM, type Shot, type Size } from '../place/camera.ts';
import { textSize } from '../../shell/textSize.svelte.ts';
import { choices } from './drops.ts';
import { idAt } from './hit.ts';
import { Pen } from './pen.svelte.ts';
import { around, hiding } from '../place/linked.ts';
import { nearestTo, type Place } from '../place/walk.ts';
import { inference, namedBy } from '../place/spoken.ts';
import { EMPTY_PLAN, Planner, type Plan } from '../place/plan.ts';

/** Something put on something else, and where on the page it happened: a menu asks what shall become of it. */
export interface Drop {
	readonly id: Id;
	readonly on: Id;
	readonly at: { readonly x: number; readonly y: number };
	/** What was dragged along with it. */
	readonly others?: readonly Id[];
}

/** What the map needs of the element that it is drawn on. */
export interface Stage {
	shot(): Shot;
	size(): Size;
	move(to: Shot, isGlide: boolean): void;
	/** Puts the focus on something that can be selected, or on the map itself. */
	focus(id: Id | null): void;
	/** The middle of the lower edge of something, in pixels of the page. */
	pointOn(id: Id): Point;
	/** From pixels of the page to map units. */
	toMap(point: Point): Point;
}

/** The map of one open debate: what lies where, what is being done to it, and what part of it is on screen. */
export class Board {
	readonly session: Session;
	readonly view: View;
	readonly toasts: Toasts;
	readonly verdicts: Verdicts;
	readonly pen: Pen;
	plan = $state.raw<Plan>(EMPTY_PLAN);
	/** The card that was picked up by key or menu and waits for the place where it shall go. */
	carried = $state.raw<Id | null>(null);
	/** Where keys are: the tab stop of the map, when something else than the last selected. */
	at = $state.raw<Id | null>(null);
	/** What the pointer is over. */
	hovered = $state.raw<Id | null>(null);
	/** What is being dragged, and what would receive it. */
	dragged = $state.raw<Id | null>(null);
	dropOn = $state.raw<Id | null>(null);
	/** From a card to the pointer that shall link it, in pixels of the page. */
	thread = $state.raw<{ readonly from: Point; readonly to: Point } | null>(null);
	asked = $state.raw<Drop | null>(null);
	/** Where the menu of all actions is open, in pixels of the page. */
	menu = $state.raw<{ readonly x: number; readonly y: number } | null>(null);
	/** How many claims would go, while it is asked whether they shall. */
	doomed = $state.raw<readonly Id[] | null>(null);
	stage: Stage | null = null;
	readonly #planner = new Planner();
	/** The size of text that the plan was made for. */
	#text = 1;
	#told: Toast | null = null;
	/** Which use of a claim was shown last. */
	lastUse: Id | null = null;

	/** The inferences on and from what the pointer is over, or else what is selected: drawn above the others. */
	readonly lifted = $derived.by(() => {
		const id = this.hovered ?? this.view.lit ?? this.view.current;
		return id === null ? new Set<Id>() : around(this.session.debate, this.session.watch(id));
	});

	/** How many lines the words being written take: the map is drawn anew when that changes, not at every key. */
	readonly written = $derived.by(() => {
		const { editing } = this.view;
		if (editing === null) return 0;
		const isRoot = this.plan.cards.get(editing)?.isRoot ?? false;
		return broken(this.pen.words, isRoot, this.life).lines.length;
	});

	constructor(session: Session, view: View, toasts: Toasts, verdicts: Verdicts) {
		this.session = session;
		this.verdicts = verdicts;
		this.toasts = toasts;
		this.view = view;
		this.pen = new Pen(session, view);
		session.listen((touched) => this.#planner.touch(touched));
	}

	/** The zoom at which the map is as large as the reader's text. */
	get life(): number {
		return textSize.scale;
	}

	/** Draws the map anew. What is selected stays where it is on screen, and the others find their place around it. */
	redraw(): void {
		const { debate } = this.session;
		const preview = this.pen.preview(t('map.draft'));
		const gone = [...this.view.selected].filter((id) => !debate.has(id));
		const before = this.plan.holds([this.view.current, this.pen.draft?.origin ?? null, ...gone]);
		const grown = this.life / this.#text;
		if (grown !== 1) this.#planner.forget();
		const plan = this.#drawn(preview);
		const successor = this.#keepSelection(plan, before);
		this.plan = plan;
		if (!this.stage) return;
		if (before.size === 0) return this.open();
		const anchor = [...before.values()].find(({ id }) => plan.placeOf(id));
		const isPinned = anchor && claimOf(debate, anchor.id)?.pin != null;
		const isFixed = !anchor || (isPinned && grown === 1);
		const shot = this.stage.shot();
		const same = isFixed ? shot : kept(shot, anchor, plan.placeOf(anchor.id)!, grown);
		const shown = this.view.editing ?? successor;
		this.stage.move(shown === null ? same : this.#showing(shown, same, plan), true);
	}

	#showing(id: Id, shot: Shot, plan: Plan): Shot {
		const place = plan.placeOf(id);
		if (!place) return shot;
		const size = this.stage!.size();
		const isTooSmall = id === this.view.editing && shot.zoom < ZOOM.legible * this.life;
		return isTooSmall ? closeUp(size, place, this.life) : reveal(shot, size, place, this.life);
	}

	/** The plan of the debate after `preview`, for the text and the screen that there are. */
	#drawn(preview: readonly Step[]): Plan {
		this.#text = this.life;
		return this.#planner.plan(this.session.debate, preview, this.view.folded, this.#ratio(), this.life);
	}

	#ratio(): number {
		const { width, height } = this.stage?.size() ?? { width: 0, height: 0 };
		return width > 0 && height > 0 ? width / height : 1.6;
	}

	/** What was selected and is gone is selected no more; the nearest succeeds it, so that keys go on from there. */
	#keepSelection(plan: Plan, before: ReadonlyMap<Id, Place>): Id | null {
		const { selected } = this.view;
		const isGone = (id: Id) => !plan.placeOf(id) && !this.session.debate.has(id);
		const gone = [...selected].filter(isGone);
		for (const id of gone) selected.delete(id);
		const last = before.get(gone.at(-1) ?? '');
		if (selected.size > 0 || !last) return null;
		const successor = nearestTo(last, plan.cards.values());
		this.view.select(successor);
		return successor;
	}

	/** Where the tab stop of the map is: what keys are about, else what is selected, else the first card. */
	get stop(): Id | null {
		for (const id of [this.at, this.view.current, this.#first()])
			if (id !== null && this.plan.placeOf(id)) return id;
		return null;
	}

	#first(): Id | null {
		return this.plan.cards.keys().next().value ?? null;
	}

	/** Selects, brings into view and focuses. Whatever is folded above it opens. */
	async visit(id: Id, isAdded = false): Promise<void> {
		if (isAdded) this.view.selected.delete(id);
		else this.view.selected.clear();
		this.view.selected.add(id);
		await this.show(id);
		this.stage?.focus(id);
	}

	/** Brings into view what lies on the map, and leaves the focus where it is. */
	reveal(id: Id): void {
		const place = this.plan.placeOf(id);
		const { stage } = this;
		if (place && stage) stage.move(reveal(stage.shot(), stage.size(), place, this.life), true);
	}

	/** Brings into view, as little as needed; whatever is folded above it opens. */
	async show(id: Id): Promise<void> {
		this.at = id;
		for (const folded of hiding(this.session.debate, this.plan, id)) this.view.folded.delete(folded);
		await tick();
		this.reveal(id);
		await tick();
	}

	/** Selects what was clicked; with Ctrl or Shift it is added or taken out. What was tapped comes into view whole. */
	pick(id: Id, event: MouseEvent | TouchEvent): void {
		if (this.pen.draft?.claim !== id) this.pen.finish();
		if (this.carried !== null && this.carried !== id) return this.ask(this.carried, id);
		if (event.ctrlKey || event.metaKey || event.shiftKey) this.view.toggle(id);
		else this.view.select(id);
		this.at = id;
		this.stage?.focus(id);
		if ('pointerType' in event && event.pointerType === 'touch') void this.show(id);
	}

	/** What under this point of the page would receive `id`. */
	aim(id: Id, { x, y }: Point): void {
		const on = idAt(document.elementsFromPoint(x, y), id);
		this.dropOn = on !== null && choices(this.session.debate, id, on).length > 0 ? on : null;
	}

	/** Asks what shall become of `id` on `on`, or says that nothing can. */
	ask(id: Id, on: Id): void {
		const at = this.stage?.pointOn(on);
		if (at && choices(this.session.debate, id, on).length > 0) this.asked = { id, on, at };
		else this.tell(t('map.why.drop'));
	}

	/** Opens the menu of all that can be done with what is selected. */
	openMenu(): void {
		if (this.stop !== null) this.menu = this.stage?.pointOn(this.stop) ?? null;
	}

	/** One change for several items. */
	each<T>(items: readonly T[], steps: (item: T) => readonly Step[]): void {
		this.session.take(items.flatMap(steps));
	}

	/** What an inference is called, anew when anything that it names is said otherwise. */
	inferenceName(id: Id): string {
		const relation = this.session.relation(id);
		if (!relation) return '';
		for (const named of namedBy(this.session.debate, relation)) this.session.watch(named);
		return inference(this.session.debate, relation);
	}

	/** The card at a point of the page, whether it is an element there or only painted. */
	cardAt(point: Point): Id | null {
		const spot = this.stage?.toMap(point);
		if (!spot) return null;
		return this.plan.cardsWithin({ ...spot, width: 0, height: 0 })[0]?.id ?? null;
	}

	/**
	 * Puts the focus where keys are heard. What asks for it may be just going, and whoever goes still reads what was:
	 * where the map is left is looked up afterwards.
	 */
	focusMap(): void {
		void tick().then(() => this.stage?.focus(this.stop));
	}

	/** Says what was done or why not, in the place of what was said before; what was done can be undone from there. */
	tell(words: string, canUndo = false): void {
		const { session } = this;
		const { last } = session.past;
		const act = { label: t('map.do.undo'), run: () => (session.undo(), this.focusMap()) };
		const toast = canUndo ? { words, act, isCurrent: () => session.past.last === last } : { words };
		this.hush();
		this.toasts.tell(toast);
		this.#told = toast;
	}

	/** Takes back what was said last. */
	hush(): void {
		if (this.#told) this.toasts.dismiss(this.#told);
		this.#told = null;
	}

	/**
	 * The first view: the main claim selected, at life size, at the top. Where the whole does not fit on the screen
	 * only roots and what bears on them is shown, and the rest is folded.
	 */
	open(): void {
		const { stage, view } = this;
		const { bounds } = this.plan;
		if (!stage || !bounds) return;
		const { width, height } = stage.size();
		if (bounds.width * this.life > width || bounds.height * this.life > height) {
			for (const { id, isRoot } of this.plan.cards.values())
				if (!isRoot && relationsOn(this.session.debate, id).length > 0) view.folded.add(id);
			this.#planner.forget();
			this.plan = this.#drawn([]);
		}
		if (view.current === null) view.select(this.#first());
		const first = this.stop === null ? undefined : this.plan.placeOf(this.stop);
		if (first) stage.move(open(stage.size(), first, this.plan.bounds!, this.life), false);
	}
}

const KEY = Symbol('board');

/** Makes the board known to all components below. */
export function setBoard(board: Board): void {
	setContext(KEY, board);
}

/** The board of the page; throws outside of an open debate. */
export function getBoard(): Board {
	const board = getContext<Board | undefined>(KEY);
	if (!board) throw new TypeError('no map is open here');
	return board;
}
