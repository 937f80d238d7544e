import { getContext, setContext } from 'svelte';
import type { Id } from '#lib/core/model/item.ts';
import type { Answer, Question } from '#lib/core/model/judgement/rating.ts';
import { judgement, judgements, type Judgement, type Opinion } from '#lib/core/model/judgement/tally.ts';
import { wordingOf } from '#lib/core/model/judgement/wording.ts';
import { fail, type Result } from '#lib/core/result.ts';
import { ask, type Unavailable } from '../ask.ts';
import type { Session } from '../session.svelte.ts';

/** So often, so many ms apart, is looked whether all is saved before the server is asked about it. */
const [TIMES, PAUSE] = [100, 50];

/** What is judged: an open debate. */
export type Read = Pick<Session, 'id' | 'debate' | 'revision' | 'hasUnsent'>;

/**
 * What the person at this page answered about claims and inferences, and what the server says that all answered. None
 * of it is part of the debate, computed, or kept in the browser: an answer counts once the server has it.
 */
export class Ratings {
	/** Whether the inspector asks for answers; `null` while nobody said. */
	isOpen = $state<boolean | null>(null);
	/** Whether strengths begin from what people answered. */
	isFed = $state(false);
	/** Why the last thing asked of the server was not done. */
	trouble = $state<Unavailable | null>(null);
	#known = $state.raw<ReadonlyMap<Id, Judgement>>(new Map());
	/** How often the server was asked about an item: a late answer does not take the place of a newer one. */
	readonly #turns = new Map<Id, number>();
	readonly #session: Read;

	constructor(session: Read) {
		this.#session = session;
	}

	/** What is known about an item; undefined until the server was asked. */
	of(item: Id): Judgement | undefined {
		return this.#known.get(item);
	}

	/** The fingerprint of what an item says as it is shown here, tracked. */
	wording(item: Id): string | null {
		void this.#session.revision;
		return wordingOf(this.#session.debate, item);
	}

	/** What everybody answered on average to how likely claims are, where oneself has answered, about the words as they are. */
	get means(): ReadonlyMap<Id, number> {
		const found = new Map<Id, number>();
		for (const [item, { likely }] of this.#known) {
			const mean = likely?.all?.mean ?? null;
			if (mean !== null && likely?.wording === this.wording(item)) found.set(item, mean);
		}
		return found;
	}

	/** Asks the server what is known about an item. */
	look(item: Id): Promise<boolean> {
		return this.#ask(item, 'GET');
	}

	/** Asks the server for everything that this person has answered in the debate. */
	async lookAll(): Promise<boolean> {
		const found = (await this.#isSaved())
			? await ask(judgements, 'GET', `/api/debates/${this.#session.id}/ratings`)
			: fail('away' as const);
		this.trouble = found.ok ? null : found.error;
		if (found.ok) this.#known = new Map(found.value.map(({ item, judgement }) => [item, judgement]));
		return found.ok;
	}

	/** Answers a question about an item as it is shown here, in place of the answer before. */
	rate(item: Id, question: Question, answer: Answer): Promise<boolean> {
		return this.#ask(item, 'PUT', { question, answer, wording: wordingOf(this.#session.debate, item) });
	}

	/** Takes an answer back; what others answered is then hidden again. */
	unrate(item: Id, question: Question): Promise<boolean> {
		return this.#ask(item, 'DELETE', { question });
	}

	async #ask(item: Id, method: string, body?: unknown): Promise<boolean> {
		const turn = (this.#turns.get(item) ?? 0) + 1;
		this.#turns.set(item, turn);
		const path = `/api/debates/${this.#session.id}/ratings/${item}`;
		const found: Result<Judgement, Unavailable> = (await this.#isSaved())
			? await ask(judgement, method, path, body)
			: fail('away');
		if (this.#turns.get(item) !== turn) return found.ok;
		this.trouble = found.ok ? null : found.error;
		if (found.ok) this.#known = new Map(this.#known).set(item, found.value);
		return found.ok;
	}

	/** The server knows only what is saved: a claim that was typed just now gets there first. */
	async #isSaved(): Promise<boolean> {
		for (let times = 0; times < TIMES && this.#session.hasUnsent; times++)
			await new Promise((resolve) => setTimeout(resolve, PAUSE));
		return !this.#session.hasUnsent;
	}
}

/** Whether an answer is about these words. */
export function isAbout(opinion: Opinion, wording: string | null): boolean {
	return opinion.wording === wording;
}

const KEY = Symbol('ratings');

/** Makes the ratings known to all components below. */
export function setRatings(ratings: Ratings): void {
	setContext(KEY, ratings);
}

/** The ratings of the page; throws outside of an open debate. */
export function getRatings(): Ratings {
	const ratings = getContext<Ratings | undefined>(KEY);
	if (!ratings) throw new TypeError('no debate is open here');
	return ratings;
}
