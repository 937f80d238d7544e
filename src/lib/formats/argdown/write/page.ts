import type { Debate } from '#lib/core/model/debate.ts';
import type { Argument, Claim, Id } from '#lib/core/model/item.ts';
import { Names } from './names.ts';

/** A claim or an argument spoken of; where it is defined, its words and data follow. */
export interface Mention {
	readonly item: Claim | Argument;
	readonly defines: boolean;
}

interface Line {
	readonly indent: string;
	readonly before: string;
	readonly mention: Mention | null;
}

/** What follows a title where it is defined; `text` is `null` where no line of Argdown can say it. */
export interface Body {
	readonly text: string | null;
	readonly data: string;
}

/**
 * The lines of a text before it is known which statements need a title: one that is spoken of only where it is
 * defined, and has none, is written without.
 */
export class Page {
	readonly #blocks: Line[][] = [];
	readonly #mentions = new Map<Id, number>();
	readonly names: Names;

	/** `names` are titles that a text speaks of already. */
	constructor(debate: Debate, names: ReadonlyMap<Id, string> = new Map()) {
		this.names = new Names(debate, names);
		for (const id of names.keys()) this.#mentions.set(id, 1);
	}

	/** How many blocks there are. */
	get length(): number {
		return this.#blocks.length;
	}

	/** Begins a block after a blank line. */
	block(): void {
		this.#blocks.push([]);
	}

	/** Adds a line to the last block: `before` as it is, then what is spoken of. */
	line(indent: number, before: string, mention: Mention | null = null): void {
		if (mention) this.#mentions.set(mention.item.id, (this.#mentions.get(mention.item.id) ?? 0) + 1);
		this.#blocks.at(-1)!.push({ indent: '  '.repeat(indent), before, mention });
	}

	/** Gives the item a title even if it is spoken of only once. */
	name({ id }: Claim | Argument): void {
		this.#mentions.set(id, (this.#mentions.get(id) ?? 0) + 1);
	}

	/** All that is spoken of, in the order in which it first is. */
	spoken(): Iterable<Id> {
		return this.#mentions.keys();
	}

	/** The blocks from `from` up to `to`. */
	text(bodyOf: (item: Claim | Argument) => Body, from = 0, to = this.length): string {
		return this.#blocks
			.slice(from, to)
			.filter((lines) => lines.length > 0)
			.map((lines) => lines.map((line) => this.#written(line, bodyOf)).join('\n'))
			.join('\n\n');
	}

	#written({ indent, before, mention }: Line, bodyOf: (item: Claim | Argument) => Body): string {
		if (!mention) return indent + before;
		const { item, defines } = mention;
		if (!defines) return indent + before + this.names.of(item);
		const isAlone = (this.#mentions.get(item.id) ?? 0) < 2 && item.kind === 'claim' && item.title === '';
		if (isAlone) {
			const { text, data } = bodyOf(item);
			if (text !== null && (before !== '' || /^\p{L}/u.test(text))) return indent + before + text + data;
		}
		const name = this.names.of(item);
		const body = bodyOf(item);
		return indent + before + name + (body.text === null ? '' : `: ${body.text}`) + body.data;
	}
}

/** Whether one line can define it, so that it may stand below another. */
export function isOneLine(item: Claim | Argument): boolean {
	return item.kind === 'claim'
		? item.wordings.length === 0
		: item.steps.length === 0 && item.descriptions.length < 2;
}
