import type { Debate } from '#lib/core/model/debate.ts';
import type { Id, Item } from '#lib/core/model/item.ts';
import { wordsOf } from '#lib/core/model/words.ts';
import { isRecord } from '../sample.ts';

/** Formats in which things have short names: one that a thing was read with serves in the others too. */
const KIN = ['af-apx', 'qbaf', 'af-tgf', 'aba-tweety', 'aspic'];
const LETTER = { claim: 'a', argument: 'a', relation: 'r', evidence: 'e', source: 's', group: 'g' } as const;

/** What `format` keeps of an item. */
export function carriedOf(item: Item | undefined, format: string): Readonly<Record<string, unknown>> {
	const carried = item?.ext[format];
	return isRecord(carried) ? carried : {};
}

/**
 * Short names for things: the one that a thing was read with, else its words where they are a name already, else a
 * letter and a number. Never the same twice.
 */
export class Names {
	readonly #debate: Debate;
	readonly #format: string;
	readonly #isName: (name: string) => boolean;
	readonly #names = new Map<Id, string>();
	readonly #taken = new Set<string>();
	readonly #count: Record<string, number> = {};

	/** `isName` says what the format can read as a name; names that were read come first, in the order of `ids`. */
	constructor(debate: Debate, format: string, isName: (name: string) => boolean, ids: readonly Id[]) {
		this.#debate = debate;
		this.#format = format;
		this.#isName = isName;
		for (const id of ids) {
			const { id: own } = carriedOf(debate.get(id), format);
			if (typeof own === 'string') this.#take(id, own);
		}
		for (const id of ids) this.of(id);
	}

	of(id: Id): string {
		const known = this.#names.get(id);
		if (known !== undefined) return known;
		const item = this.#debate.get(id);
		const spoken = item?.kind === 'claim' || item?.kind === 'argument' ? [wordsOf(item)] : [];
		const others = KIN.filter((name) => name !== this.#format).map((name) => carriedOf(item, name)['id']);
		for (const name of [...others, ...spoken])
			if (typeof name === 'string' && /^[a-z]\w{0,40}$/.test(name) && this.#take(id, name)) return name;
		const letter = LETTER[item?.kind ?? 'claim'];
		for (;;) {
			const next = (this.#count[letter] ?? 0) + 1;
			this.#count[letter] = next;
			if (this.#take(id, `${letter}${next}`)) return `${letter}${next}`;
		}
	}

	/** A name that begins with `base` and is nobody's. */
	beside(base: string): string {
		let name = base;
		for (let next = 2; this.#taken.has(name); next++) name = `${base}_${next}`;
		this.#taken.add(name);
		return name;
	}

	#take(id: Id, name: string): boolean {
		if (this.#names.has(id) || this.#taken.has(name) || !this.#isName(name)) return false;
		this.#names.set(id, name);
		this.#taken.add(name);
		return true;
	}
}
