import type { Debate } from '#lib/core/model/debate.ts';
import type { Argument, Claim, Id, Relation } from '#lib/core/model/item.ts';
import { evidenceOn, isRoot, relationOf, relationsOn } from '#lib/core/model/questions.ts';
import { bodyOf, carriedByInference, isRule, otherWords } from './carried.ts';
import { dataOf } from './escape.ts';
import { lossesOf } from './losses.ts';
import { isOneLine, Page, type Body, type Mention } from './page.ts';
import { shapeOf, type Shape } from './shape.ts';

/** What stays of a text as it is, so that only the rest is written anew. */
export interface Kept {
	/** Claims and arguments that it says the words of, and the relations that it states. */
	readonly defined: ReadonlySet<Id>;
	readonly written: ReadonlySet<Id>;
	/** The titles by which it speaks of claims and arguments. */
	readonly names: ReadonlyMap<Id, string>;
	readonly isStrict: boolean;
}

/** Stands for a conclusion that is nobody's premise. */
const STAND = '';
/** Reasons nested deeper than this begin a block of their own. */
const MOST_DEPTH = 12;

const STANDS: Readonly<Record<Relation['sense'], { readonly text: string; readonly sign: string }>> = {
	support: { text: 'This speaks for it.', sign: '+>' },
	entails: { text: 'This entails it.', sign: '+>' },
	rephrase: { text: 'This says the same.', sign: '+>' },
	attack: { text: 'This speaks against it.', sign: '->' },
	contrary: { text: 'Both cannot be true.', sign: '->' },
	contradictory: { text: 'Exactly one of both is true.', sign: '->' }
};

/**
 * Writes claims, arguments and relations, each where it is first spoken of. What it is told to say, it says with all that
 * bears on it, once.
 */
export class Writer {
	readonly losses;
	readonly #debate: Debate;
	readonly shape: Shape;
	readonly page: Page;
	readonly defined: Set<Id>;
	/** Relations that are written, with their place. */
	readonly written: Map<Id, number>;
	/** Items that are defined but whose reasons are still to be written. */
	readonly #waiting: (Claim | Argument)[] = [];
	#isDraining = false;
	#group: Id | null = null;
	/** Whether the last block is about an argument: a structure after it would be taken for its own. */
	#isOpen = false;

	constructor(debate: Debate, kept?: Kept) {
		this.#debate = debate;
		this.shape = shapeOf(debate, kept?.isStrict);
		this.page = new Page(debate, kept?.names);
		this.defined = new Set(kept?.defined);
		this.written = new Map([...(kept?.written ?? [])].map((id, at) => [id, at]));
		this.losses = lossesOf(debate);
	}

	/** What is said from now on is in this section; `isOpen`: right after an argument. */
	enter(group: Id | null, isOpen = false): void {
		this.#group = group;
		this.#isOpen = isOpen;
	}

	/** Title, words and data of an item, as it is defined. */
	body(item: Claim | Argument): Body {
		return bodyOf(this.#debate, item, this.page.names);
	}

	/** Defines an item, and says what bears on it. */
	block(item: Claim | Argument): void {
		this.begin(item.kind === 'argument');
		this.page.line(0, '', this.#define(item));
		for (const words of otherWords(item) ?? []) {
			this.page.name(item);
			this.page.block();
			this.page.line(0, `${this.page.names.of(item)}: ${words}`);
		}
		if (item.kind === 'argument' && item.steps.length > 0) {
			this.page.block();
			this.#steps(item);
		}
		this.reasons(item, item.kind === 'claim' || item.steps.length === 0);
		this.drain();
	}

	/** Begins a block. */
	begin(isArgument: boolean): void {
		this.page.block();
		this.#isOpen = isArgument;
	}

	/** Says what bears on items that were defined further in. */
	drain(): void {
		// What is written for one of them may ask for this again: the loop that is under way goes on.
		if (this.#isDraining) return;
		this.#isDraining = true;
		for (let at = 0; at < this.#waiting.length; at++) this.reasons(this.#waiting[at]!);
		this.#waiting.length = 0;
		this.#isDraining = false;
	}

	#define(item: Claim | Argument): Mention {
		this.defined.add(item.id);
		return { item, defines: true };
	}

	/** Speaks of an item; defines it where it is spoken of first, if it belongs to this section. */
	#mention(item: Claim | Argument): Mention {
		const isHere = item.group === this.#group && !this.defined.has(item.id) && isOneLine(item);
		if (!isHere || (isRoot(this.#debate, item.id) && item.kind === 'claim')) return { item, defines: false };
		return this.#define(item);
	}

	/** Whether all that bears on the item fits below it, line by line. */
	#isNestable({ id }: Claim | Argument): boolean {
		return relationsOn(this.#debate, id).every((relation) => {
			const sign = this.shape.sign(relation);
			return sign !== null && sign !== '><';
		});
	}

	#nest(item: Claim | Argument, depth: number): void {
		for (const relation of relationsOn(this.#debate, item.id)) {
			const sign = this.shape.sign(relation);
			if (sign !== null && !this.written.has(relation.id)) this.#under(relation, sign, depth);
		}
	}

	/** One line for a relation of one premise, with what bears on that premise below it. */
	#under(relation: Relation, sign: string, depth: number): void {
		const premise = this.thing(relation.premises[0]!.id);
		if (!premise) return;
		this.written.set(relation.id, this.written.size);
		const mention = this.#mention(premise);
		this.page.line(depth, `${sign} `, mention);
		if (!mention.defines || relationsOn(this.#debate, premise.id).length === 0) return;
		if (depth < MOST_DEPTH && this.#isNestable(premise)) this.#nest(premise, depth + 1);
		else this.#waiting.push(premise);
	}

	/** All that bears on an item, in order: lines below its title, and structures between them. */
	reasons(item: Claim | Argument, isBelow = false): void {
		let isOpen = isBelow;
		for (const relation of relationsOn(this.#debate, item.id)) {
			if (this.written.has(relation.id) || this.shape.argumentOf(relation) !== undefined) continue;
			const sign = this.shape.sign(relation);
			if (sign === '><') {
				isOpen = false;
				this.begin(false);
				this.page.line(0, '', { item: this.thing(relation.premises[0]!.id)!, defines: false });
				this.page.line(1, '>< ', { item, defines: false });
				this.written.set(relation.id, this.written.size);
			} else if (sign !== null) {
				if (!isOpen) {
					this.begin(item.kind === 'argument');
					this.page.line(0, '', { item, defines: false });
				}
				isOpen = true;
				this.#under(relation, sign, 1);
			} else {
				isOpen = false;
				this.#structure(relation);
			}
		}
		this.#answers(item.id);
	}

	/** What bears on the evidence on an item. */
	#answers(id: Id): void {
		for (const evidence of evidenceOn(this.#debate, id))
			for (const relation of relationsOn(this.#debate, evidence.id)) this.rest(relation);
	}

	/** A relation that no line can say. */
	rest(relation: Relation): void {
		if (this.written.has(relation.id) || this.shape.argumentOf(relation) !== undefined) return;
		if (this.shape.sign(relation) === null && !this.shape.isUndercut(relation)) this.#structure(relation);
		this.drain();
	}

	/** A relation as a structure that belongs to no argument. */
	#structure(relation: Relation): void {
		if (this.written.has(relation.id) || this.shape.isUnsaid(relation)) return;
		const ends = [...relation.premises.map(({ id }) => id), relation.target ?? ''].map((id) =>
			this.thing(id)
		);
		// A claim closes the argument above; another argument would take the structure for its own.
		const closing = ends.find((end) => end?.kind === 'claim') ?? ends[0];
		if (this.#isOpen && closing) {
			this.begin(false);
			this.page.line(0, '', { item: closing, defines: false });
		}
		this.begin(false);
		this.#steps({ steps: [relation.id] });
	}

	/** Premises, inferences and conclusions, numbered. Premises that are there already are said to be used. */
	#steps({ steps }: Pick<Argument, 'steps'>): void {
		const numbers = new Map<Id, number>();
		const inferred: Relation[] = [];
		let above: Id[] = [];
		let number = 0;
		for (const step of steps) {
			const relation = relationOf(this.#debate, step);
			if (!relation || this.written.has(step) || this.shape.isUnsaid(relation)) continue;
			for (const { id } of relation.premises) {
				const premise = this.thing(id);
				if (premise?.kind !== 'claim' || numbers.has(id)) continue;
				numbers.set(id, ++number);
				above.push(id);
				this.#premise(premise, number);
			}
			const used = relation.premises.map(({ id }) => id);
			const uses = used.join(' ') === above.join(' ') ? null : used.flatMap((id) => numbers.get(id) ?? []);
			const carried = carriedByInference(this.#debate, relation, uses, this.#isNamed(relation));
			this.#inference(relation, carried);
			this.#conclusion(relation, ++number);
			this.#isOpen = false;
			const isConclusion =
				relation.sense === 'support' && this.thing(relation.target ?? '')?.kind === 'claim';
			above = [isConclusion ? relation.target! : STAND];
			if (isConclusion) numbers.set(relation.target!, number);
			this.written.set(step, this.written.size);
			inferred.push(relation);
		}
		for (const relation of inferred) {
			for (const other of relationsOn(this.#debate, relation.id)) this.rest(other);
			this.#answers(relation.id);
		}
	}

	/** Whether other structures speak of it. */
	#isNamed({ id }: Relation): boolean {
		return relationsOn(this.#debate, id).some((other) => !this.shape.isUndercut(other));
	}

	#premise(premise: Claim | Argument, number: number): void {
		const mention = this.#mention(premise);
		this.page.line(0, `(${number}) `, mention);
		if (mention.defines && relationsOn(this.#debate, premise.id).length > 0) this.#waiting.push(premise);
	}

	#inference(relation: Relation, carried: Readonly<Record<string, unknown>>): void {
		const scheme = isRule(relation.scheme) ? relation.scheme : '';
		const data = Object.keys(carried).length > 0 ? dataOf(carried) : '';
		if (scheme === '' && data === '') this.page.line(0, '----');
		else {
			this.page.line(0, '--');
			this.page.line(0, [scheme, data].filter(Boolean).join(' '));
			this.page.line(0, '--');
		}
		for (const other of relationsOn(this.#debate, relation.id))
			if (this.shape.isUndercut(other) && !this.shape.isUnsaid(other)) this.#under(other, '<_', 1);
	}

	#conclusion(relation: Relation, number: number): void {
		const target = relation.target === null ? undefined : this.thing(relation.target);
		if (target?.kind === 'claim' && relation.sense === 'support') {
			this.page.line(0, `(${number}) `, { item: target, defines: false });
			return;
		}
		const { text, sign } = STANDS[relation.sense];
		this.page.line(0, `(${number}) ${text}`);
		if (target) this.page.line(1, `${sign} `, { item: target, defines: false });
	}

	/** The claim or argument with this id. */
	thing(id: Id): Claim | Argument | undefined {
		const item = this.#debate.get(id);
		return item?.kind === 'claim' || item?.kind === 'argument' ? item : undefined;
	}
}
