import { FITS } from '#lib/core/edit/apply.ts';
import { NAMELESS, type About, type Role } from '#lib/core/model/debate.ts';
import type { Argument, Claim, Evidence, Group, Id, Item, Relation, Source } from '#lib/core/model/item.ts';
import { argument, claim, evidence, group, relation, source } from '#lib/core/model/make.ts';
import { decode } from '#lib/core/decode.ts';
import { ABOUT_FIELDS } from '#lib/core/model/decodeAbout.ts';
import { LIMITS } from '#lib/core/model/decodeItem.ts';
import { between } from '#lib/core/model/order.ts';
import { fail, ok, type Result } from '#lib/core/result.ts';
import { ById, numberIn } from './byId.ts';
import { clipped, fitting, isShort } from './fitting.ts';
import { BOUNDS, refusal, type Native, type Reading, type Refusal, type Remark } from './format.ts';
import { keepLearned } from './learned.ts';

type Place = { readonly line: number; readonly column: number };
const NOWHERE: Place = { line: 0, column: 0 };
/** Keys of objects that reach a prototype: no name from outside may be one of them. */
const RESERVED = new Set(['__proto__', 'constructor', 'prototype']);
const ENOUGH = 1000;

/**
 * What a reader has understood so far. Items are put in in the order of the text and get their order keys from
 * it; foreign ids become ids of ours, the same ones where they can be.
 */
export class Draft {
	readonly #items: Item[] = [];
	/** Where among them each item is. */
	readonly #places = new ById<number>();
	readonly #warnings: Remark[] = [];
	/** All ids in use but those that were made. */
	readonly #given = new Set<Id>();
	/** The order key of the last item below each, and of the last one below none. */
	readonly #last = new ById<string>();
	#lastAtTop: string | null = null;
	#count = 0;
	#claims = 0;

	/** An id for `foreign`: itself where it can be one and is not taken, else a new one. Never the same twice. */
	id(foreign: string | number = ''): Id {
		if (foreign !== '') {
			const wanted = String(foreign);
			const isFit = /^[A-Za-z0-9_-]{1,64}$/.test(wanted) && !RESERVED.has(wanted);
			if (isFit && !this.#isTaken(wanted)) {
				this.#given.add(wanted);
				return wanted;
			}
		}
		let id = `n${++this.#count}`;
		while (this.#given.has(id)) id = `n${++this.#count}`;
		return id;
	}

	/** Ids that were made are known by their number. */
	#isTaken(id: Id): boolean {
		const number = numberIn(id);
		return (number > 0 && number <= this.#count) || this.#given.has(id);
	}

	claim(fields: Parameters<typeof claim>[0]): Claim {
		return this.put(claim(fields, this.#next(null)));
	}

	argument(fields: Parameters<typeof argument>[0]): Argument {
		return this.put(argument({ order: this.#next(null), ...fields }));
	}

	relation(fields: Parameters<typeof relation>[0]): Relation {
		return this.put(relation(fields, this.#next(fields.target)));
	}

	evidence(fields: Parameters<typeof evidence>[0]): Evidence {
		return this.put(evidence(fields, this.#next(fields.target)));
	}

	source(fields: Parameters<typeof source>[0]): Source {
		return this.put(source(fields));
	}

	group(fields: Parameters<typeof group>[0]): Group {
		return this.put(group({ order: this.#next(fields.parent ?? null), ...fields }));
	}

	/** Puts `item` in the place of the one with its id. */
	replace(item: Item): void {
		const at = this.#places.get(item.id);
		if (at !== undefined) this.#items[at] = item;
		else this.#places.set(item.id, this.#items.push(item) - 1);
	}

	get(id: Id): Item | undefined {
		const at = this.#places.get(id);
		return at === undefined ? undefined : this.#items[at];
	}

	has(id: Id): boolean {
		return this.#places.get(id) !== undefined;
	}

	/** Says that something was dropped, repaired or not understood. */
	warn(code: string, message: string, { line, column }: Place = NOWHERE): void {
		if (this.#warnings.length < ENOUGH) this.#warnings.push({ line, column, code, message });
	}

	/**
	 * All that was put in. Refused where there is more than a debate may hold. What refers to something that never
	 * came is mended with a warning: it loses that premise, target, source or group, evidence without target goes.
	 */
	reading(about: Partial<About>, native: Native): Result<Reading, Refusal> {
		if (this.#claims > BOUNDS.claims)
			return fail(refusal('too-many', `A debate may hold ${BOUNDS.claims} claims at most.`, 0, 0, native));
		const items: Item[] = [];
		this.#items.forEach((item) => {
			const mended = this.#mended(this.#cut(item));
			if (mended) items.push(mended);
		});
		return ok({
			about: this.#kept(about),
			items,
			warnings: [...this.#warnings].sort((a, b) => a.line - b.line || a.column - b.column),
			native
		});
	}

	/** Puts in an item that is whole as it is. */
	put<T extends Item>(item: T): T {
		if (item.kind === 'claim' || item.kind === 'argument') this.#claims++;
		if (!this.#isTaken(item.id)) this.#given.add(item.id);
		this.replace(item);
		return item;
	}

	#next(parent: Id | null): string {
		if (parent === null) return (this.#lastAtTop = between(this.#lastAtTop, null));
		const order = between(this.#last.get(parent) ?? null, null);
		this.#last.set(parent, order);
		return order;
	}

	/** What a debate keeps of what is said of it as a whole. */
	#kept(about: Partial<About>): About {
		const { title, summary, imported } = { ...NAMELESS, ...about };
		const fit = { title: clipped(title, LIMITS.line), summary: clipped(summary, LIMITS.notes) };
		if (fit.title !== title || fit.summary !== summary)
			this.warn('too-long', 'The title or the summary is more than a debate keeps, and was cut.');
		const { ok: isKept } = decode(ABOUT_FIELDS.imported, imported);
		if (!isKept) this.warn('not-kept', 'The text itself is not kept beside what was read from it.');
		return { ...fit, imported: isKept ? imported : null };
	}

	#cut(item: Item): Item {
		if (isShort(item)) return item;
		const { item: fit, cut } = fitting(item);
		for (const field of cut)
			this.warn('too-long', `${field} of ${item.id} is more than a debate keeps, and was cut.`);
		return fit;
	}

	/** The item without what it refers to that is not there or cannot stand there; `null` for evidence on nothing. */
	#mended(item: Item): Item | null {
		const mended = this.#fit(item);
		if (mended !== item)
			this.warn('dangling', `${item.id} refers to what is not there or cannot stand there.`);
		return mended;
	}

	#fits(item: Item, id: Id | null, role: Role): boolean {
		if (id === null) return true;
		const other = this.get(id);
		if (other === undefined || other === item) return false;
		return (FITS[item.kind][role]?.includes(other.kind) ?? false) && this.#stands(other);
	}

	/** Whether an item stays: evidence on nothing does not. */
	#stands(item: Item): boolean {
		if (item.kind !== 'evidence') return true;
		const kind = this.get(item.target)?.kind;
		return kind !== undefined && (FITS.evidence.target?.includes(kind) ?? false);
	}

	#fit(item: Item): Item | null {
		switch (item.kind) {
			case 'relation':
				return this.#fitRelation(item);
			case 'evidence':
				if (!this.#fits(item, item.target, 'target')) return null;
				return this.#fits(item, item.source, 'source') ? item : { ...item, source: null };
			case 'argument':
				return this.#fitArgument(item);
			case 'claim':
				return this.#fits(item, item.group, 'member') ? item : { ...item, group: null };
			case 'group':
				return this.#fits(item, item.parent, 'member') ? item : { ...item, parent: null };
			case 'source':
				return item;
		}
	}

	#fitRelation(item: Relation): Relation {
		const target = this.#fits(item, item.target, 'target') ? item.target : null;
		const premises = this.#fitting(item, item.premises);
		return premises === item.premises && target === item.target ? item : { ...item, premises, target };
	}

	/** The premises themselves where all of them fit, which is nearly always so. */
	#fitting(item: Relation, premises: Relation['premises']): Relation['premises'] {
		let fit = 0;
		while (fit < premises.length && this.#fits(item, premises[fit]!.id, 'premise')) fit++;
		return fit === premises.length ? premises : this.#onlyFitting(item, premises);
	}

	#onlyFitting(item: Relation, premises: Relation['premises']): Relation['premises'] {
		return premises.filter(({ id }) => this.#fits(item, id, 'premise'));
	}

	#fitArgument(item: Argument): Argument {
		const isMember = this.#fits(item, item.group, 'member');
		const isFit = (id: Id): boolean => this.#fits(item, id, 'step');
		if (isMember && item.steps.every(isFit)) return item;
		return { ...item, steps: item.steps.filter(isFit), group: isMember ? item.group : null };
	}
}

keepLearned(new Draft());
