import { newId } from '#lib/client/id.ts';
import type { Session } from '#lib/client/session.svelte.ts';
import type { View } from '#lib/client/view.svelte.ts';
import { reword } from '#lib/core/edit/amend.ts';
import type { Step } from '#lib/core/edit/step.ts';
import type { Id } from '#lib/core/model/item.ts';
import { asWords, draftSteps, nextDraft, type Draft } from './draft.ts';

const PAUSE = 400;

/** Writes words in place: of claims that are there, and of drafts, which join the debate with their first words. */
export class Pen {
	/** The card that is being written and is not in the debate yet. */
	draft = $state.raw<Draft | null>(null);
	/** The words as they stand in the editor. */
	words = $state('');
	readonly #session: Session;
	readonly #view: View;
	/** The draft that became the claim being written: where Enter goes on from. */
	#written: Draft | null = null;
	#timer: ReturnType<typeof setTimeout> | undefined;

	constructor(session: Session, view: View) {
		this.#session = session;
		this.#view = view;
	}

	/** Opens the editor on a claim that is there. */
	rewords(id: Id): void {
		this.finish();
		const item = this.#session.debate.get(id);
		if (item?.kind !== 'claim') return;
		this.words = item.text;
		this.#view.edit(id);
	}

	/** Opens the editor on a new card. */
	begin(draft: Draft): void {
		this.finish();
		this.words = '';
		this.draft = draft;
		this.#view.edit(draft.claim);
	}

	/** The words changed; they are saved after a pause, where one may edit. */
	type(text: string): void {
		this.words = text;
		clearTimeout(this.#timer);
		if (this.#session.canEdit) this.#timer = setTimeout(() => this.#save(this.words), PAUSE);
	}

	/** Saves and closes the editor. A draft without words is gone, and the selection returns to its origin. */
	finish(): void {
		const id = this.#view.editing;
		if (id === null) return;
		this.#save(this.words.trim());
		this.#session.past.pause();
		const { draft } = this;
		this.draft = null;
		this.#written = null;
		this.#view.editing = null;
		if (draft && this.#view.selected.has(draft.claim)) this.#view.select(draft.origin);
	}

	/** Saves, and goes on to a sibling if the card was made in a row; a card without words ends the row. */
	goOn(): void {
		this.#save(this.words.trim());
		const written = this.#written;
		this.finish();
		if (written?.isInRow && this.#session.debate.has(written.claim)) this.begin(nextDraft(written, newId));
	}

	/** What would make the debate as it looks while words are being written. */
	preview(placeholder: string): Step[] {
		const id = this.#view.editing;
		if (id === null) return [];
		const text = asWords(this.words).trim() || placeholder;
		const { debate } = this.#session;
		return this.draft ? draftSteps(debate, this.draft, text) : reword(debate, id, text);
	}

	#save(text: string): void {
		clearTimeout(this.#timer);
		const id = this.#view.editing;
		const words = asWords(text);
		if (id === null || words.trim() === '') return;
		const topic = `words:${id}`;
		if (!this.draft) {
			this.#session.doWithin(topic, reword, id, words);
			return;
		}
		const done = this.#session.doWithin(topic, draftSteps, this.draft, words);
		if (!done.ok) return;
		this.#written = this.draft;
		this.draft = null;
	}
}
