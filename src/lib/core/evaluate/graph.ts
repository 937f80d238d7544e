/**
 * What a unit of the graph is: an inference, which holds when all that leads to it does, or a point, which reasons
 * bear on. `never` is an inference that cannot hold; `gone` a unit that was taken away.
 */
export const GONE = 0;
export const NEVER = 1;
export const ALL = 2;
export const POINT = 3;
export type Form = typeof GONE | typeof NEVER | typeof ALL | typeof POINT;

export const AUTO = 0;
export const GIVEN = 1;
export const MUST = 2;

export const BALANCED = 0;
export const STRICT = 1;
export const SCINTILLA = 2;

/** No unit, no link. */
export const NONE = -1;

/**
 * Units and signed links between them, in typed arrays. Into a point, a link is a reason for (`+`) or against it;
 * into an inference, a premise that must hold (`+`) or must fail. Links into and out of a unit are chained, so that
 * adding and taking away one costs the same in a graph of any size. Units are never used again; links are.
 */
export class Graph {
	/** How many units were ever made; those that are gone still count. */
	units = 0;
	gone = 0;
	form: Uint8Array = new Uint8Array(16);
	basis: Uint8Array = new Uint8Array(16);
	standard: Uint8Array = new Uint8Array(16);
	/** The label that a unit has whatever leads to it; 0 for none. */
	fixed: Uint8Array = new Uint8Array(16);
	/** How many links lead to a unit, by sign. */
	pros: Int32Array = new Int32Array(16);
	cons: Int32Array = new Int32Array(16);
	firstIn: Int32Array = new Int32Array(16);
	firstOut: Int32Array = new Int32Array(16);

	from: Int32Array = new Int32Array(16);
	to: Int32Array = new Int32Array(16);
	/** 1 where the link is `+`. */
	isPro: Uint8Array = new Uint8Array(16);
	nextIn: Int32Array = new Int32Array(16);
	nextOut: Int32Array = new Int32Array(16);
	#previousIn: Int32Array = new Int32Array(16);
	#previousOut: Int32Array = new Int32Array(16);
	#links = 0;
	#free: number[] = [];

	/** A new unit without links. */
	add(form: Form, basis: number = AUTO, standard: number = BALANCED): number {
		if (this.units === this.form.length) this.#growUnits();
		const unit = this.units++;
		this.form[unit] = form;
		this.basis[unit] = basis;
		this.standard[unit] = standard;
		this.firstIn[unit] = NONE;
		this.firstOut[unit] = NONE;
		return unit;
	}

	/** Takes the unit away with all its links. */
	remove(unit: number): void {
		this.clear(unit);
		while (this.firstOut[unit]! !== NONE) this.unlink(this.firstOut[unit]!);
		this.form[unit] = GONE;
		this.gone++;
	}

	/** Takes away every link into the unit. */
	clear(unit: number): void {
		while (this.firstIn[unit]! !== NONE) this.unlink(this.firstIn[unit]!);
	}

	/** A new link. */
	link(from: number, to: number, isPro: boolean): number {
		const link = this.#free.pop() ?? this.#links++;
		if (link === this.from.length) this.#growLinks();
		this.from[link] = from;
		this.to[link] = to;
		this.isPro[link] = isPro ? 1 : 0;
		this.#previousIn[link] = NONE;
		this.#previousOut[link] = NONE;
		const [nextIn, nextOut] = [this.firstIn[to]!, this.firstOut[from]!];
		this.nextIn[link] = nextIn;
		this.nextOut[link] = nextOut;
		if (nextIn !== NONE) this.#previousIn[nextIn] = link;
		if (nextOut !== NONE) this.#previousOut[nextOut] = link;
		this.firstIn[to] = link;
		this.firstOut[from] = link;
		if (isPro) this.pros[to]!++;
		else this.cons[to]!++;
		return link;
	}

	/** Takes the link away. */
	unlink(link: number): void {
		const [from, to] = [this.from[link]!, this.to[link]!];
		const [nextIn, nextOut] = [this.nextIn[link]!, this.nextOut[link]!];
		const [previousIn, previousOut] = [this.#previousIn[link]!, this.#previousOut[link]!];
		if (previousIn === NONE) this.firstIn[to] = nextIn;
		else this.nextIn[previousIn] = nextIn;
		if (nextIn !== NONE) this.#previousIn[nextIn] = previousIn;
		if (previousOut === NONE) this.firstOut[from] = nextOut;
		else this.nextOut[previousOut] = nextOut;
		if (nextOut !== NONE) this.#previousOut[nextOut] = previousOut;
		if (this.isPro[link] === 1) this.pros[to]!--;
		else this.cons[to]!--;
		this.#free.push(link);
	}

	/** Whether a point is taken at face value: said to be given, or nothing was drawn for it yet. */
	isGiven(unit: number): boolean {
		const basis = this.basis[unit];
		return basis === GIVEN || (basis === AUTO && this.pros[unit] === 0);
	}

	/** The links into a unit, in no order that means anything. */
	linksInto(unit: number): number[] {
		const found: number[] = [];
		for (let link = this.firstIn[unit]!; link !== NONE; link = this.nextIn[link]!) found.push(link);
		return found;
	}

	/** The links out of a unit, in no order that means anything. */
	linksFrom(unit: number): number[] {
		const found: number[] = [];
		for (let link = this.firstOut[unit]!; link !== NONE; link = this.nextOut[link]!) found.push(link);
		return found;
	}

	#growUnits(): void {
		const size = this.units * 2;
		this.form = grown(this.form, size);
		this.basis = grown(this.basis, size);
		this.standard = grown(this.standard, size);
		this.fixed = grown(this.fixed, size);
		this.pros = grown(this.pros, size);
		this.cons = grown(this.cons, size);
		this.firstIn = grown(this.firstIn, size);
		this.firstOut = grown(this.firstOut, size);
	}

	#growLinks(): void {
		const size = this.from.length * 2;
		this.from = grown(this.from, size);
		this.to = grown(this.to, size);
		this.isPro = grown(this.isPro, size);
		this.nextIn = grown(this.nextIn, size);
		this.nextOut = grown(this.nextOut, size);
		this.#previousIn = grown(this.#previousIn, size);
		this.#previousOut = grown(this.#previousOut, size);
	}
}

/** The same numbers in an array of `size`. */
export function grown<T extends Uint8Array | Int8Array | Int32Array | Float64Array>(
	array: T,
	size: number
): T {
	const made = new (array.constructor as new (size: number) => T)(size);
	made.set(array);
	return made;
}
