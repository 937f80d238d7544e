import { equal } from '#lib/core/edit/apply.ts';
import type { Debate } from '#lib/core/model/debate.ts';
import type { Claim, Id, Item } from '#lib/core/model/item.ts';
import { sayable } from '../write/escape.ts';
import { blockAt, type Origin } from './origin.ts';

/** Words in the place of those between two offsets. */
export interface Patch {
	readonly start: number;
	readonly end: number;
	readonly words: string;
}

/** What must become of a text, so that it says what a debate says. */
export interface Plan {
	/** Blocks that are written anew. */
	readonly dirty: ReadonlySet<number>;
	/** Words and lines that change in the others. */
	readonly patches: readonly Patch[];
	/** Claims and arguments that get lines below them. */
	readonly below: readonly Id[];
}

/** `null` where nothing has changed, or sections have: then the text stays, or must be written as a whole. */
export function planOf(origin: Origin, debate: Debate): Plan | 'same' | 'other' {
	const planner = new Planner(origin, debate);
	return planner.plan();
}

/** Where lines below a claim or an argument go: below its last words in its own section. `null` where it has none. */
export function placeBelow(origin: Origin, debate: Debate, id: Id): number | null {
	const item = debate.get(id);
	const { defining = [] } = origin.spoken.get(id) ?? {};
	if (item?.kind !== 'claim' && item?.kind !== 'argument') return null;
	const isHome = (offset: number): boolean => origin.groups[blockAt(origin, offset)] === item.group;
	return defining.findLast((offset) => origin.members.has(offset) && isHome(offset)) ?? null;
}

class Planner {
	readonly #origin: Origin;
	readonly #debate: Debate;
	readonly #dirty = new Set<number>();
	readonly #patches: Patch[] = [];
	readonly #below = new Set<Id>();

	constructor(origin: Origin, debate: Debate) {
		this.#origin = origin;
		this.#debate = debate;
	}

	plan(): Plan | 'same' | 'other' {
		const { items, about } = this.#origin;
		const changed: { readonly was: Item; readonly is: Item }[] = [];
		const gone: Item[] = [];
		for (const [id, was] of items) {
			const is = this.#debate.get(id);
			if (is?.kind !== was.kind) gone.push(was);
			else if (!equal(is, was)) changed.push({ was, is });
		}
		const added = [...this.#debate.items()].filter((item) => items.get(item.id)?.kind !== item.kind);
		const all = [...changed.map(({ is }) => is), ...gone, ...added];
		const { title, summary } = this.#debate.about;
		const isSaid = title === (about.title ?? '') && summary === (about.summary ?? '');
		if (all.length === 0 && isSaid) return 'same';
		if (this.#origin.isRegrouped || all.some(({ kind }) => kind === 'group')) return 'other';
		// Evidence is written as a part of what it is about.
		for (const item of all) if (item.kind === 'evidence') this.#mark(item.target);
		for (const change of changed) this.#change(change.was, change.is);
		for (const item of added) if (item.kind === 'relation') this.#add(item);
		this.#remove(gone);
		this.#close();
		const isClean = (offset: number): boolean => !this.#dirty.has(blockAt(this.#origin, offset));
		const below = [...this.#below].filter((id) => this.#origin.spoken.get(id)!.defining.every(isClean));
		return { dirty: this.#dirty, patches: this.#patches.filter(({ start }) => isClean(start)), below };
	}

	/** The blocks that say an item's words are written anew; with `isWhole` all that speak of it. */
	#mark(id: Id, isWhole = false): void {
		const spoken = this.#origin.spoken.get(id);
		for (const offset of (isWhole ? spoken?.all : spoken?.defining) ?? [])
			this.#dirty.add(blockAt(this.#origin, offset));
	}

	#change(was: Item, is: Item): void {
		if (was.kind === 'claim' && is.kind === 'claim' && equal({ ...was, text: is.text }, is)) {
			const patch = this.#reworded(is);
			if (patch) this.#patches.push(patch);
			else this.#mark(is.id);
			return;
		}
		const isRenamed = 'title' in was && 'title' in is && was.title !== is.title;
		this.#mark(is.id, isRenamed);
		if (is.kind === 'relation') this.#add(is);
	}

	/** Other words in the place of a claim's words, where it says them once and a line can hold them. */
	#reworded({ id, text, tags }: Claim): Patch | null {
		const [at, ...more] = this.#origin.spoken.get(id)?.defining ?? [];
		const words = at === undefined || more.length > 0 ? null : this.#origin.members.get(at)?.words;
		const said = sayable(text, tags);
		if (!words || said === null) return null;
		const before = this.#origin.text.slice(words.start, words.end);
		const [lead, trail] = [/^\s*/.exec(before)![0], /\s*$/.exec(before)![0]];
		return { ...words, words: lead + said + trail };
	}

	/** A new relation stands below its target; what it speaks of must have a title by then. */
	#add({ target, premises }: Extract<Item, { kind: 'relation' }>): void {
		const { spoken, members } = this.#origin;
		for (const { id } of premises) if (spoken.get(id)?.title === null) this.#mark(id, true);
		if (target === null || !spoken.has(target)) return;
		const at = placeBelow(this.#origin, this.#debate, target);
		if (at !== null && members.has(at)) this.#below.add(target);
		else this.#mark(target);
	}

	/** Lines of relations that are gone are cut out, with all below them, if all of that is gone too. */
	#remove(gone: readonly Item[]): void {
		const { spoken, lines } = this.#origin;
		const ids = new Set(gone.map(({ id }) => id));
		const cuts = gone
			.flatMap(({ id }) => spoken.get(id)?.all ?? [])
			.flatMap((offset) => lines.get(offset) ?? [])
			.sort((a, b) => a.start - b.start)
			.filter(
				(line, at, all) => at === 0 || line.start >= Math.max(...all.slice(0, at).map(({ end }) => end))
			);
		const kept = cuts.filter((cut) => this.#isGone(cut, ids));
		const isCut = (offset: number): boolean => kept.some(({ start, end }) => offset >= start && offset < end);
		for (const { start, end } of kept) this.#patches.push(this.#line(start, end));
		for (const id of ids)
			for (const offset of spoken.get(id)?.all ?? [])
				if (!isCut(offset)) this.#dirty.add(blockAt(this.#origin, offset));
	}

	#isGone({ start, end }: { start: number; end: number }, gone: ReadonlySet<Id>): boolean {
		for (const [id, { defining }] of this.#origin.spoken)
			if (!gone.has(id) && defining.some((offset) => offset >= start && offset < end)) return false;
		return true;
	}

	/** Whole lines, from the break before them. */
	#line(start: number, end: number): Patch {
		const { text } = this.#origin;
		const from = text.lastIndexOf('\n', start - 1);
		return {
			start: Math.max(from, 0),
			end: end - (/\r?\n$/.exec(text.slice(start, end))?.[0].length ?? 0),
			words: ''
		};
	}

	/** Blocks that belong together are written anew together: all that say the words of one claim, an argument and its steps. */
	#close(): void {
		const { spoken, blocks } = this.#origin;
		for (let before = -1; before !== this.#dirty.size;) {
			before = this.#dirty.size;
			for (const { defining } of spoken.values()) {
				const places = defining.map((offset) => blockAt(this.#origin, offset));
				if (places.some((at) => this.#dirty.has(at))) for (const at of places) this.#dirty.add(at);
			}
			for (const [at, { is }] of blocks.entries()) {
				if (is !== 'structure' || blocks[at - 1]?.is !== 'argument') continue;
				if (this.#dirty.has(at - 1) || this.#dirty.has(at)) this.#dirty.add(at).add(at - 1);
			}
		}
	}
}
