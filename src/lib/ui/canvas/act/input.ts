import { newId } from '#lib/client/id.ts';
import { graft } from '#lib/core/edit/branch.ts';
import { relationOf } from '#lib/core/model/questions.ts';
import type { Id, Item, Point } from '#lib/core/model/item.ts';
import { t } from '#lib/i18n/t.ts';
import { ACTIONS, perform } from '../actions.ts';
import type { Board } from './board.svelte.ts';
import { itemsFrom, itemsFromOutline, itemsText, MEDIA, outlineOf, tops } from './clipboard.ts';
import { addRoot } from './edits.ts';
import { idAt } from './hit.ts';
import { onHold } from './hold.ts';
import { go, leave } from './moves.ts';
import { chordOf } from './keys.ts';
import { removeNow } from './remove.ts';
import { choicesOfAll, moved, pinAll } from './several.ts';

const BY_KEY = new Map(ACTIONS.flatMap((action) => action.keys.map((key) => [key, action] as const)));
const ARROWS = { ArrowUp: 'up', ArrowDown: 'down', ArrowLeft: 'left', ArrowRight: 'right' } as const;

/** What happens on the map's element, told to the board. The words of a card in place take their keys first. */
export class MapInput {
	readonly #board: Board;

	readonly #bringIn: (text: string) => void;

	/** `bringIn` shows what a text in one of the formats holds, before it is stored. */
	constructor(board: Board, bringIn: (text: string) => void) {
		this.#board = board;
		this.#bringIn = bringIn;
	}

	readonly key = (event: KeyboardEvent): void => {
		const board = this.#board;
		if (event.defaultPrevented || event.isComposing) return;
		const chord = chordOf(event);
		const action = BY_KEY.get(chord);
		if (chord === 'Enter' && board.carried !== null) this.#put();
		else if (isArrow(event.key) && chord !== event.key)
			void go(board, ARROWS[event.key], chord.startsWith('Shift') ? 'add' : 'focus');
		else if (action) perform(action, board);
		else return;
		event.preventDefault();
		event.stopPropagation();
	};

	readonly doubleClick = (event: MouseEvent): void => {
		const { pen } = this.#board;
		const id = idAt([event.target]);
		if (id !== null) pen.rewords(id);
		else if (isGround(event.target)) addRoot(this.#board);
	};

	/** A click on free ground leaves off; from afar it may be on a painted card. */
	click(event: MouseEvent): void {
		const found = this.#board.cardAt({ x: event.clientX, y: event.clientY });
		if (found === null) leave(this.#board);
		else this.#board.pick(found, event);
	}

	/** Opens the menu of all that can be done with a card. */
	menu(id: Id, event: MouseEvent): void {
		if (event.target instanceof HTMLTextAreaElement) return;
		event.preventDefault();
		const { view } = this.#board;
		if (!view.selected.has(id)) view.select(id);
		this.#board.menu = { x: event.clientX, y: event.clientY };
	}

	/** A finger that rests on a card does what the right button does. */
	readonly hold = onHold(
		(target) => idAt([target]) !== null && !(target instanceof Element && target.closest('button, textarea')),
		(event) => this.menu(idAt([event.target])!, event)
	);

	drag(id: Id, event: MouseEvent | TouchEvent): void {
		const board = this.#board;
		board.dragged = id;
		const [x, y] = pointOf(event);
		board.aim(id, { x, y });
		if (board.dropOn === null || !board.view.selected.has(id)) return;
		const { debate } = board.session;
		if (this.#aimed?.on !== board.dropOn) {
			const possible = choicesOfAll(debate, moved(board.view, board.plan, id), board.dropOn);
			this.#aimed = { on: board.dropOn, takes: possible.length > 0 };
		}
		if (!this.#aimed.takes) board.dropOn = null;
	}

	/** What several cards were dragged over last, and whether it can take them all: that is not asked at every move. */
	#aimed: { readonly on: Id; readonly takes: boolean } | null = null;

	/** On a card, joint or line it is asked what shall become of it; on free ground of the map the card is pinned. */
	drop({ id, position }: { id: Id; position: Point }, event: MouseEvent | TouchEvent): void {
		const board = this.#board;
		const { session, view, plan } = board;
		const [x, y] = pointOf(event);
		const on = board.dropOn;
		const ids = moved(view, plan, id);
		board.dropOn = null;
		board.dragged = null;
		this.#aimed = null;
		if (ids.length === 1) view.select(id);
		if (on !== null) board.asked = { id, on, at: { x, y }, others: ids.slice(1) };
		else if (isOverMap(x, y)) session.do(pinAll, plan, ids, position);
		board.redraw();
	}

	readonly copy = (event: ClipboardEvent): void => {
		if (this.#take(event)) this.#board.tell(t('map.copied'));
	};

	readonly cut = (event: ClipboardEvent): void => {
		if (this.#take(event)) removeNow(this.#board, [...this.#board.view.selected], t('map.cut'));
	};

	/** Puts what is selected on the clipboard, with its branches. */
	#take(event: ClipboardEvent): boolean {
		const { session, view } = this.#board;
		const ids = tops(session.debate, [...view.selected]);
		if (ids.length === 0 || !event.clipboardData) return false;
		event.preventDefault();
		event.clipboardData.setData('text/plain', outlineOf(session.debate, ids));
		event.clipboardData.setData(MEDIA, itemsText(session.debate, ids));
		return true;
	}

	readonly paste = (event: ClipboardEvent): void => {
		const data = event.clipboardData;
		if (!data) return;
		const kept = itemsFrom(data.getData(MEDIA));
		const text = data.getData('text/plain');
		if (!kept && text.trim() === '') return;
		event.preventDefault();
		if (kept) this.#graft(kept);
		else void this.#pasteText(text);
	};

	/** A few plain lines are claims at once; what is written in a format is looked at first. */
	async #pasteText(text: string): Promise<void> {
		if (/[\n\r]|^\s*[[{<@]/.test(text)) {
			const { recognised } = await import('#lib/formats/registry.ts');
			const format = recognised(text);
			if (format && format.name !== 'outline') return this.#bringIn(text);
		}
		this.#graft(itemsFromOutline(text, newId));
	}

	#graft(items: readonly Item[]): void {
		if (items.length === 0) return;
		const { session, view } = this.#board;
		const target = view.current;
		const sense = target !== null && relationOf(session.debate, target) ? 'attack' : 'support';
		const done = session.do(graft, items, { target, sense, newId });
		if (!done.ok || !session.canEdit) return;
		const claims = items.filter(({ kind }) => kind === 'claim' || kind === 'argument').length;
		this.#board.tell(t('map.pasted', { claims }), true);
		if (target !== null) view.folded.delete(target);
	}

	#put(): void {
		const board = this.#board;
		const [id, on] = [board.carried, board.stop];
		if (id === null || on === null) return;
		board.ask(id, on);
	}
}

function isArrow(key: string): key is keyof typeof ARROWS {
	return key in ARROWS;
}

/** What is let go of beside the map, over a panel, stays where it was. */
function isOverMap(x: number, y: number): boolean {
	return document.elementsFromPoint(x, y).some((element) => element.classList.contains('svelte-flow'));
}

function isGround(target: EventTarget | null): boolean {
	return target instanceof Element && target.classList.contains('svelte-flow__pane');
}

function pointOf(event: MouseEvent | TouchEvent): [x: number, y: number] {
	const point = 'clientX' in event ? event : event.changedTouches[0];
	return [point?.clientX ?? 0, point?.clientY ?? 0];
}
