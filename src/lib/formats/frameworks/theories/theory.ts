import type { Json } from '#lib/core/decode.ts';
import type { Id, Relation, Sense } from '#lib/core/model/item.ts';
import { premise } from '#lib/core/model/make.ts';
import { between } from '#lib/core/model/order.ts';
import type { Result } from '#lib/core/result.ts';
import { Draft } from '../../draft.ts';
import type { Native, Reading, Refusal } from '../../format.ts';
import { keeping } from '../../keeping.ts';
import type { Place } from '../frame.ts';

type Table = Readonly<Record<string, Json>>;

interface Rule {
	readonly sense: Sense;
	readonly body: readonly string[];
	readonly head: string;
	/** Whether `head` names a rule, not a sentence. */
	readonly isUndercut: boolean;
	readonly name: string;
	readonly place: Place;
	readonly carried: Table;
}

interface Atom {
	readonly place: Place;
	/** What makes it given, if anything does. */
	readonly carried: Record<string, Json>;
	/** Whether any objection that holds refutes it, whatever speaks for it. */
	isYielding: boolean;
}

/**
 * A theory of assumptions and rules while it is read. Its sentences become claims: those that are assumed or facts are
 * given, the others must be argued for. Its rules become reasons with joined premises.
 */
export class Theory {
	readonly draft = new Draft();
	readonly #format: string;
	readonly #atoms = new Map<string, Atom>();
	readonly #rules: Rule[] = [];
	readonly #contraries: Rule[] = [];
	#order: string | null = null;

	constructor(format: string) {
		this.#format = format;
	}

	get names(): Iterable<string> {
		return this.#atoms.keys();
	}

	/** A sentence, which may be known already. */
	atom(name: string, place: Place): Atom {
		const known = this.#atoms.get(name);
		if (known) return known;
		const made: Atom = { place, carried: {}, isYielding: false };
		this.#atoms.set(name, made);
		return made;
	}

	/** Takes a sentence at face value; `as` says how the text does. */
	give(
		name: string,
		as: 'assumption' | 'fact' | 'premise' | 'axiom',
		place: Place,
		carried: Json = true
	): void {
		this.atom(name, place).carried[as] = carried;
	}

	/** Lets a known sentence fall to any objection that holds. */
	letYield(name: string): void {
		const known = this.#atoms.get(name);
		if (known) known.isYielding = true;
	}

	isGiven(name: string): boolean {
		return Object.keys(this.#atoms.get(name)?.carried ?? {}).length > 0;
	}

	/** `is` speaks against the assumption `of`. */
	contrary(of: string, is: string, place: Place): void {
		this.atom(is, place);
		this.#contraries.push(ruleOf('attack', [is], of, place));
	}

	/** A rule; without a body its head is a fact. */
	rule(body: readonly string[], head: string, place: Place, more: Partial<Rule> = {}): void {
		for (const name of [...body, ...(more.isUndercut ? [] : [head])]) this.atom(name, place);
		if (body.length === 0) this.give(head, 'fact', place);
		else this.#rules.push({ ...ruleOf('support', body, head, place), ...more });
	}

	reading(native: Native): Result<Reading, Refusal> {
		const ids = new Map<string, Id>();
		for (const [name, { carried, place, isYielding }] of this.#atoms) {
			const id = this.draft.id(name);
			ids.set(name, id);
			const basis = this.isGiven(name) ? 'given' : 'open';
			const standard = isYielding ? 'strict' : 'balanced';
			this.draft.claim({ id, text: name, basis, standard, ext: this.#ext({ id: name, ...carried }, place) });
		}
		const named = new Map<string, Id>();
		const own = this.#rules.map(({ name }) => {
			const id = this.draft.id(name);
			if (name !== '' && !named.has(name)) named.set(name, id);
			return id;
		});
		for (const [at, rule] of this.#rules.entries())
			this.#relate(own[at]!, rule, ids, (rule.isUndercut ? named : ids).get(rule.head) ?? null);
		for (const contrary of this.#contraries) {
			const target = ids.get(contrary.head);
			if (target !== undefined && this.isGiven(contrary.head))
				this.#relate(this.draft.id(), contrary, ids, target);
			else
				this.draft.warn(
					'no-assumption',
					`${contrary.head} is not assumed: this says nothing.`,
					contrary.place
				);
		}
		return this.draft.reading({}, native);
	}

	#relate(
		id: Id,
		{ sense, body, carried, place }: Rule,
		ids: ReadonlyMap<string, Id>,
		target: Id | null
	): void {
		this.#order = between(this.#order, null);
		const premises: Relation['premises'] = body.flatMap((name) => premise(ids.get(name)!));
		this.draft.relation({ id, sense, premises, target, order: this.#order, ext: this.#ext(carried, place) });
	}

	#ext(carried: Table, place: Place): Readonly<Record<string, Json>> {
		if (Object.keys(carried).length === 0) return {};
		const { kept, dropped } = keeping(carried);
		if (dropped.length > 0)
			this.draft.warn('too-long', `${dropped.join(', ')} was more than is kept.`, place);
		return { [this.#format]: kept };
	}
}

function ruleOf(sense: Sense, body: readonly string[], head: string, place: Place): Rule {
	return { sense, body, head, isUndercut: false, name: '', place, carried: {} };
}
