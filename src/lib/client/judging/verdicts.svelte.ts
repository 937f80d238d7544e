import { getContext, setContext } from 'svelte';
import { evaluate, type Standing, type Standings } from '#lib/core/evaluate/standings.ts';
import { dfquad } from '#lib/core/evaluate/strength/dfquad.ts';
import type { Gradual } from '#lib/core/evaluate/strength/gradual.ts';
import type { Id } from '#lib/core/model/item.ts';
import type { Session } from '../session.svelte.ts';
import { Signals } from '../signals.svelte.ts';

/** With more items than this the first evaluation waits until the page shows something. */
const MANY = 4_000;
/**
 * After a change that took longer to evaluate, in ms, the next waits until what was done is on the screen. Hardly any
 * does, and no worker would help: to hand it a debate takes longer than to evaluate all of it.
 */
const LONG = 8;
const SOON = 20;

/** How things stand in one of several positions; what it does not name stands as the verdict says. */
export interface Position {
	/** What it was made of. */
	readonly of: unknown;
	readonly standings: ReadonlyMap<Id, Standing['standing']>;
}

/** What is judged: an open debate that tells of its changes. */
export type Judged = Pick<Session, 'id' | 'debate' | 'listen'>;

/**
 * How everything in the open debate stands, kept up with every change, and as if what a person supposes were so.
 * All of it is derived: nothing here ever changes the debate.
 */
export class Verdicts {
	/** Grows when anything may stand otherwise, or for another reason. */
	revision = $state(0);
	/** Whether the inspector spells out why; once asked for, it does for every claim. */
	isWhyOpen = $state(false);
	/** What somebody asked to read, by key or button: it takes the focus when it is there. */
	asked = $state<'why' | 'summary' | null>(null);
	/** Whether it says how strong things are, and by which semantics. */
	isStrengthOpen = $state(false);
	gradual = $state.raw<Gradual>(dfquad);
	/** What is supposed to hold, or not to. */
	supposed = $state.raw<ReadonlyMap<Id, boolean>>(new Map());
	/** One position of several, shown in the place of the verdict. */
	position = $state.raw<Position | null>(null);
	#isHidden = $state(false);
	/** Grows when anything stands otherwise. */
	#changes = $state(0);
	#standings: Standings | null = null;
	readonly #session: Judged;
	readonly #signals = new Signals();
	/** Touched, and not evaluated again yet. */
	readonly #late = new Set<Id>();
	readonly #key: string;
	#timer: ReturnType<typeof setTimeout> | undefined;
	#isSlow: boolean;

	constructor(session: Judged) {
		this.#session = session;
		this.#key = `verdicts:${session.id}`;
		this.#isHidden = wasHidden(this.#key);
		this.#isSlow = session.debate.size > MANY;
		session.listen((touched) => {
			for (const id of touched) this.#late.add(id);
			this.#evaluate();
		});
		this.#evaluate();
	}

	/** Whether verdicts are hidden in this browser, for those who shall judge first. */
	get isHidden(): boolean {
		return this.#isHidden;
	}

	set isHidden(isHidden: boolean) {
		this.#isHidden = isHidden;
		if (isHidden) {
			this.reset();
			this.show(null);
		}
		try {
			if (isHidden) localStorage.setItem(this.#key, 'hidden');
			else localStorage.removeItem(this.#key);
		} catch {
			// A browser that keeps nothing still hides them until the page is closed.
		}
		if (!isHidden) this.#evaluate();
	}

	/** All that `get` answers, tracked as a whole: another value as soon as any answer is another one. */
	get shown(): unknown {
		return this.#isHidden ? null : (this.position ?? this.#changes);
	}

	/** How an item stands, tracked; nothing while verdicts are hidden, or for what does not stand. */
	get(id: Id): Standing['standing'] | null {
		this.#signals.track(id);
		if (this.#isHidden) return null;
		return this.position?.standings.get(id) ?? this.#standings?.standing(id) ?? null;
	}

	/** The evaluation itself, tracked as a whole; nothing while verdicts are hidden or not there yet. */
	get standings(): Standings | null {
		void this.revision;
		return this.#isHidden ? null : this.#standings;
	}

	/** Shows a position in the place of the verdict, or the verdict again. */
	show(position: Position | null): void {
		const before = this.position;
		if (before === position) return;
		this.position = position;
		this.#signals.fire(new Set([...(before?.standings.keys() ?? []), ...(position?.standings.keys() ?? [])]));
	}

	/** Supposes that an item holds, or does not; `null` takes it as it is. */
	suppose(id: Id, holds: boolean | null): void {
		const supposed = new Map(this.supposed);
		if (holds === null) supposed.delete(id);
		else supposed.set(id, holds);
		this.#suppose(supposed);
	}

	/** Supposes nothing any more. */
	reset(): void {
		if (this.supposed.size > 0) this.#suppose(new Map());
	}

	#suppose(supposed: ReadonlyMap<Id, boolean>): void {
		this.show(null);
		const ids = [...this.supposed.keys(), ...supposed.keys()];
		this.supposed = supposed;
		const changed = this.#standings?.suppose(supposed);
		this.#signals.fire(new Set([...ids, ...(changed ?? [])]));
		this.#changes++;
		this.revision++;
	}

	/** Now, so that the answer is there in the same frame; or soon, where that took long the last time. */
	#evaluate(): void {
		if (this.#isHidden) return;
		clearTimeout(this.#timer);
		if (this.#isSlow) this.#timer = setTimeout(() => this.#run(), SOON);
		else this.#run();
	}

	#run(): void {
		const start = performance.now();
		this.show(null);
		const { debate } = this.#session;
		for (const id of this.supposed.keys()) if (!debate.has(id)) this.suppose(id, null);
		const isFirst = this.#standings === null;
		if (this.#standings) {
			const changed = this.#standings.update(this.#late);
			this.#signals.fire(changed);
			if (changed.size > 0) this.#changes++;
		} else {
			this.#standings = evaluate(debate);
			this.#signals.fireAll();
			this.#changes++;
		}
		this.#late.clear();
		// The first time everything is compiled; later only what was changed.
		this.#isSlow = !isFirst && performance.now() - start > LONG;
		this.revision++;
	}
}

function wasHidden(key: string): boolean {
	try {
		return localStorage.getItem(key) === 'hidden';
	} catch {
		return false;
	}
}

const KEY = Symbol('verdicts');

/** Makes the verdicts known to all components below. */
export function setVerdicts(verdicts: Verdicts): void {
	setContext(KEY, verdicts);
}

/** The verdicts of the page; throws outside of an open debate. */
export function getVerdicts(): Verdicts {
	const verdicts = getContext<Verdicts | undefined>(KEY);
	if (!verdicts) throw new TypeError('no debate is open here');
	return verdicts;
}
