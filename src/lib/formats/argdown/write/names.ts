import type { Debate } from '#lib/core/model/debate.ts';
import type { Argument, Claim, Id } from '#lib/core/model/item.ts';
import { isTitle, plainTitle } from './escape.ts';

const KINDS = { claim: 'Claim', argument: 'Argument' } as const;

/**
 * Whether a title stands for none: the reference parser says `Untitled 3`, our writer, where its front matter says so,
 * `Claim 3` and `Argument 3`.
 */
export function isUntitled(title: string | null, areNumbered: boolean): boolean {
	if (title === null || /^Untitled \d+$/.test(title)) return true;
	return areNumbered && /^(?:Claim|Argument) \d+$/.test(title);
}

/** Gives every claim and argument that needs one a title of its own; claims and arguments have separate titles. */
export class Names {
	readonly #names: Map<Id, string>;
	readonly #taken = new Set<string>();
	readonly #counts = new Map<string, number>();

	/** `given` are titles that are there already. */
	constructor(debate: Debate, given: ReadonlyMap<Id, string>) {
		this.#names = new Map(given);
		for (const [id, name] of given) this.#taken.add(`${debate.get(id)?.kind} ${name}`);
	}

	/** The title between the brackets, with them: `[Borders]`, `<Trade>`. */
	of(item: Claim | Argument): string {
		let name = this.#names.get(item.id);
		if (name === undefined) {
			name = this.#made(item);
			this.#names.set(item.id, name);
			this.#taken.add(`${item.kind} ${name}`);
		}
		return item.kind === 'claim' ? `[${name}]` : `<${name}>`;
	}

	/** Whether some titles are numbers that we gave. */
	get areNumbered(): boolean {
		return this.#counts.size > 0;
	}

	/** Whether the item's title can be told from its name. */
	tells(item: Claim | Argument): boolean {
		const name = this.#names.get(item.id);
		if (name === undefined || isUntitled(name, true)) return item.title === '';
		return name === item.title;
	}

	#made({ kind, title }: Claim | Argument): string {
		const plain = isTitle(title) ? title : plainTitle(title);
		if (plain === '' || isUntitled(plain, true)) return this.#untitled(kind);
		let name = plain;
		for (let count = 2; this.#taken.has(`${kind} ${name}`); count++) name = `${plain} (${count})`;
		return name;
	}

	#untitled(kind: 'claim' | 'argument'): string {
		const count = (this.#counts.get(kind) ?? 0) + 1;
		this.#counts.set(kind, count);
		const name = `${KINDS[kind]} ${count}`;
		this.#taken.add(`${kind} ${name}`);
		return name;
	}
}
