import type { Remark } from '../../format.ts';
import type { Data } from './data.ts';
import type { RelationKind, Token } from './token.ts';

/** What a text says, block by block, before it is known what belongs together. Offsets are into the text. */
export interface Tree {
	readonly frontMatter: Token | null;
	readonly blocks: readonly Block[];
	readonly comments: readonly Token[];
	readonly remarks: readonly Flagged[];
}

/** A remark that still has an offset for its place. */
export interface Flagged extends Omit<Remark, 'line' | 'column'> {
	readonly at: number;
}

export type Block = Heading | Statement | ArgumentBlock | Structure;

export interface Span {
	readonly start: number;
	readonly end: number;
}

/** Words with what was marked up in them. */
export interface Content {
	readonly text: string;
	readonly tags: readonly string[];
}

/** Where words stand, with their tags; `null` where there are none. */
export type Words = Span | null;

export interface Heading extends Span, Content {
	readonly is: 'heading';
	readonly level: number;
	readonly data: Data;
}

/** A statement where it is defined, referred to, or stands without a title. */
export interface Statement extends Span, Content {
	readonly is: 'statement';
	readonly title: string | null;
	readonly isReference: boolean;
	readonly words: Words;
	readonly data: Data;
	readonly relations: readonly Related[];
}

export interface ArgumentBlock extends Span, Content {
	readonly is: 'argument';
	readonly title: string;
	readonly isReference: boolean;
	readonly words: Words;
	readonly data: Data;
	readonly relations: readonly Related[];
}

/** A relation of what it stands under, with what it leads to. */
export interface Related extends Span {
	readonly kind: RelationKind;
	readonly other: Statement | ArgumentBlock;
}

/** A premise-conclusion structure: every conclusion has the inference that it follows by. */
export interface Structure extends Span {
	readonly is: 'structure';
	readonly lines: readonly Line[];
}

export interface Line {
	readonly number: string;
	readonly statement: Statement;
	readonly inference: Inference | null;
}

export interface Inference extends Span {
	readonly rules: readonly string[];
	readonly data: Data;
	readonly undercuts: readonly Related[];
}
