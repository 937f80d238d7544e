import { decode, list, nullable, object, text, type Decoder } from '#lib/core/decode.ts';
import { steps, type Step } from '#lib/core/edit/step.ts';
import type { Id } from '#lib/core/model/item.ts';

/** Steps that lead back from one thing a person did. Entries with one `topic` in a row are undone together. */
interface Entry {
	readonly steps: readonly Step[];
	readonly topic: string | null;
}

const MOST_ENTRIES = 200;
const MOST_CHARACTERS = 2_000_000;

interface Kept {
	readonly undo: readonly Entry[];
	readonly redo: readonly Entry[];
}

const entries = list(object<Entry>({ steps, topic: nullable(text(256)) }), MOST_ENTRIES);
const decoder: Decoder<Kept> = object<Kept>({ undo: entries, redo: entries });

/** What an earlier page of this tab kept; nothing, if an older program wrote it in another form. */
function read(kept: string | null): Kept {
	const decoded = decode(decoder, kept === null ? null : (JSON.parse(kept) as unknown));
	return decoded.ok ? decoded.value : { undo: [], redo: [] };
}

/** What one person can undo and redo in one tab; it survives a reload of that tab. */
export class Past {
	#undo = $state.raw<readonly Entry[]>([]);
	#redo = $state.raw<readonly Entry[]>([]);
	readonly #key: string;

	constructor(debate: Id) {
		this.#key = `past:${debate}`;
		const kept = read(sessionStorage.getItem(this.#key));
		this.#undo = kept.undo;
		this.#redo = kept.redo;
	}

	get canUndo(): boolean {
		return this.#undo.length > 0;
	}

	/** Stands for what would be undone next: as long as it is the same value, nothing was done since. */
	get last(): unknown {
		return this.#undo.at(-1);
	}

	get canRedo(): boolean {
		return this.#redo.length > 0;
	}

	/** Remembers the way back from something just done; what could be redone until now cannot any more. */
	done(back: readonly Step[], topic: string | null = null): void {
		const last = this.#undo.at(-1);
		const merges = topic !== null && last?.topic === topic;
		const entry = merges ? { steps: [...back, ...last.steps], topic } : { steps: back, topic };
		this.#undo = [...(merges ? this.#undo.slice(0, -1) : this.#undo), entry].slice(-MOST_ENTRIES);
		this.#redo = [];
		this.#keep();
	}

	/** Closes the topic, so that what follows is undone by itself. */
	pause(): void {
		const last = this.#undo.at(-1);
		if (last?.topic != null) this.#undo = [...this.#undo.slice(0, -1), { steps: last.steps, topic: null }];
	}

	/** Takes the last entry off one side; `run` carries it out and returns the way back, or null if it had no place. */
	turn(side: 'undo' | 'redo', run: (steps: readonly Step[]) => readonly Step[] | null): boolean {
		const entry = (side === 'undo' ? this.#undo : this.#redo).at(-1);
		if (!entry) return false;
		const back = run(entry.steps);
		const returned = back ? [{ steps: back, topic: null }] : [];
		if (side === 'undo') {
			this.#undo = this.#undo.slice(0, -1);
			this.#redo = [...this.#redo, ...returned];
		} else {
			this.#redo = this.#redo.slice(0, -1);
			this.#undo = [...this.#undo, ...returned];
		}
		this.#keep();
		return back !== null;
	}

	/** What does not fit is left out, the oldest entries first: a full session storage never loses work. */
	#keep(): void {
		const redo = fitting(this.#redo, MOST_CHARACTERS);
		const undo = fitting(this.#undo, MOST_CHARACTERS - redo.length);
		try {
			sessionStorage.setItem(this.#key, `{"undo":${undo},"redo":${redo}}`);
		} catch {
			sessionStorage.removeItem(this.#key);
		}
	}
}

/** Entries do not change; each is written once, however often the past is kept. */
const written = new WeakMap<Entry, string>();

function textOf(entry: Entry): string {
	let text = written.get(entry);
	if (text === undefined) written.set(entry, (text = JSON.stringify(entry)));
	return text;
}

/** As many of the latest entries as fit in so many characters, as a list. */
function fitting(all: readonly Entry[], most: number): string {
	const texts: string[] = [];
	let length = 2;
	for (let at = all.length - 1; at >= 0; at--) {
		const text = textOf(all[at]!);
		length += text.length + 1;
		if (length > most) break;
		texts.unshift(text);
	}
	return `[${texts.join()}]`;
}
