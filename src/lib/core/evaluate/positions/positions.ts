import { Components } from '../components.ts';
import { NONE, type Graph } from '../graph.ts';
import { IN } from '../label.ts';
import { Acceptance } from './acceptance.ts';
import type { Answer, Stop } from './answer.ts';
import { disputes, leadingTo } from './disputes.ts';
import { enumerated, type Enumeration, type Semantics } from './enumerated.ts';
import { Search, type Ground } from './search.ts';
import { onePreferred } from './stages.ts';

/** With so many alternatives or fewer, a dispute is known best by listing them. */
export const FEW = 32;

/**
 * The positions that one can take on a graph whose verdict is known: what the verdict decides is the same in all of
 * them, and what it leaves open falls into disputes that do not bear on each other. Every question takes a function
 * that says when to stop, and is then answered with what is known, or not at all.
 */
export class Positions {
	readonly semantics: Semantics;
	/** The verdict. */
	readonly label: Uint8Array;
	/** The open units of each dispute. */
	readonly disputes: readonly Int32Array[];
	readonly #ground: Ground;
	readonly #disputeOf: Int32Array;
	readonly #acceptances = new Map<number, Acceptance>();

	/** `label` is the verdict on each unit of the graph, as long as there are units; neither may change while this is asked. */
	constructor(graph: Graph, label: Uint8Array, semantics: Semantics) {
		this.semantics = semantics;
		this.label = label;
		const place = new Int32Array(graph.units).fill(NONE);
		this.#ground = { graph, label, place, components: new Components(graph) };
		this.disputes = disputes(graph, label);
		this.#disputeOf = new Int32Array(graph.units).fill(NONE);
		for (const [at, members] of this.disputes.entries())
			for (const unit of members) this.#disputeOf[unit] = at;
	}

	/** The labels of one position, as large as can be; `none` where there is none, `null` when the time ran out. */
	one(stop: Stop): Uint8Array | 'none' | null {
		const label = this.#ground.label.slice();
		for (const members of this.disputes) {
			if (this.semantics !== 'stable') {
				const found = onePreferred(this.#ground, members, stop);
				if (!found) return null;
				for (const unit of members) label[unit] = found[unit]!;
				continue;
			}
			const search = new Search(this.#ground, members, true);
			const answer = search.next([], stop);
			if (answer !== 'yes') return answer === 'no' ? 'none' : null;
			for (const [at, own] of search.labels().entries()) label[members[at]!] = own;
		}
		return label;
	}

	/** The ideal position, the largest that contradicts no preferred one; to be asked of those. `null` when the time ran out. */
	ideal(stop: Stop): Uint8Array | null {
		const label = this.#ground.label.slice();
		for (const [dispute, members] of this.disputes.entries()) {
			const acceptance = this.acceptance(dispute);
			acceptance.learn(this.alternatives(dispute, FEW, stop));
			const found = acceptance.ideal(stop);
			if (!found) return null;
			for (const [at, unit] of members.entries()) label[unit] = found[at]!;
		}
		return label;
	}

	/** Up to `limit` ways in which a dispute can be decided, each as labels of its members. */
	alternatives(dispute: number, limit: number, stop: Stop): Enumeration {
		const search = new Search(this.#ground, this.disputes[dispute]!, this.semantics === 'stable');
		return enumerated(search, this.semantics, limit, stop);
	}

	/** How many positions a dispute has; `null` when that was not found out. */
	countOf(dispute: number, stop: Stop): bigint | null {
		return this.acceptance(dispute).count(stop);
	}

	/** Whether the unit is in in some position. */
	inSome(unit: number, stop: Stop): Answer {
		const [acceptance, at] = this.#acceptanceOf(unit);
		const own = acceptance ? acceptance.inSome(at, stop) : this.#isIn(unit);
		return own === 'no' ? 'no' : both(own, this.#others(unit, stop));
	}

	/** Whether the unit is in in every position; where there is none, it is. */
	inEvery(unit: number, stop: Stop): Answer {
		const [acceptance, at] = this.#acceptanceOf(unit);
		const own = acceptance ? acceptance.inEvery(at, stop) : this.#isIn(unit);
		if (own === 'yes') return 'yes';
		const others = this.#others(unit, stop);
		return others === 'no' ? 'yes' : others === 'yes' ? own : others;
	}

	/** Whether a dispute can be decided at all. */
	isSolvable(dispute: number, stop: Stop): Answer {
		return this.acceptance(dispute).exists(stop);
	}

	/** What is in in some way and in every way in which a dispute can be decided, unit by unit. */
	acceptance(dispute: number): Acceptance {
		let found = this.#acceptances.get(dispute);
		if (!found) {
			found = new Acceptance(this.#ground, this.disputes[dispute]!, this.semantics);
			this.#acceptances.set(dispute, found);
		}
		return found;
	}

	/** Where a question about one unit is decided: among what leads to it, but for stable positions in the whole dispute. */
	#acceptanceOf(unit: number): [acceptance: Acceptance | null, at: number] {
		const dispute = this.#disputeOf[unit]!;
		if (dispute === NONE) return [null, 0];
		if (this.semantics === 'stable') return [this.acceptance(dispute), this.disputes[dispute]!.indexOf(unit)];
		const { graph, label } = this.#ground;
		const members = leadingTo(graph, label, unit);
		return [new Acceptance(this.#ground, members, this.semantics), members.indexOf(unit)];
	}

	/** Whether all disputes but that of the unit can be decided. */
	#others(unit: number, stop: Stop): Answer {
		let all: Answer = 'yes';
		if (this.semantics !== 'stable') return all;
		for (let dispute = 0; dispute < this.disputes.length && all !== 'no'; dispute++)
			if (dispute !== this.#disputeOf[unit]) all = both(all, this.isSolvable(dispute, stop));
		return all;
	}

	#isIn(unit: number): Answer {
		return this.#ground.label[unit] === IN ? 'yes' : 'no';
	}
}

/** Whether both are so. */
function both(one: Answer, other: Answer): Answer {
	if (one === 'no' || other === 'no') return 'no';
	return one === 'yes' ? other : one;
}
