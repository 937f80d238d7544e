import { Components } from './components.ts';
import { ALL, grown, NONE, POINT, STRICT, type Graph } from './graph.ts';
import { bitOf, IN, labelOf, OPEN, OUT, type Label } from './label.ts';
import { peel } from './peel.ts';
import { Queue } from './queue.ts';
import type { Strata } from './strata.ts';

/**
 * The well-founded model of a graph: what is in, what is out, what stays open. It is found component by component,
 * sources first, so that after a change only what can change is looked at again.
 */
export class Verdict {
	label: Uint8Array = new Uint8Array(16);
	/** The round in which a unit of a larger component was labelled: earlier ones are the causes of later ones. */
	round: Int32Array = new Int32Array(16);
	/** Whether a unit is out because it is supported by nothing but itself, in a circle. */
	isCircular: Uint8Array = new Uint8Array(16);
	readonly #graph: Graph;
	readonly #strata: Strata;
	readonly #circles: Components;
	/** Support that an inference still waits for while it is asked what could be founded; 0 is founded. */
	#wants: Int32Array = new Int32Array(16);

	constructor(graph: Graph, strata: Strata) {
		this.#graph = graph;
		this.#strata = strata;
		this.#circles = new Components(graph);
	}

	/** Labels everything, from nothing. */
	renew(): void {
		this.#fit();
		this.round.fill(0);
		this.isCircular.fill(0);
		this.#strata.renew(peel(this.#graph, this.label), (component) => this.#settle(component));
	}

	/** Labels anew what the units that changed bear on, and answers with the units whose label is another one. */
	update(changed: Iterable<number>): number[] {
		this.#fit();
		if (!this.#strata.isStale) return this.#spread(changed);
		const before = this.label.slice();
		this.renew();
		const different: number[] = [];
		for (let unit = 0; unit < before.length; unit++)
			if (before[unit] !== this.label[unit]) different.push(unit);
		return different;
	}

	/** What speaks on a unit: which labels there are among what leads to it, as bits. */
	heard(unit: number): number {
		const { firstIn, nextIn, from, isPro } = this.#graph;
		const { label } = this;
		let heard = 0;
		for (let link = firstIn[unit]!; link !== NONE; link = nextIn[link]!)
			heard |= bitOf(isPro[link]!, label[from[link]!]!);
		return heard;
	}

	/** Whether `a` was labelled before `b`, so that it can be a cause of it. */
	isBefore(a: number, b: number): boolean {
		const { of, rank } = this.#strata;
		return of[a] === of[b] ? this.round[a]! < this.round[b]! : rank[of[a]!]! < rank[of[b]!]!;
	}

	#spread(changed: Iterable<number>): number[] {
		const { firstOut, nextOut, to } = this.#graph;
		const { of, rank } = this.#strata;
		const queue = new Queue(rank);
		for (const unit of changed) queue.add(of[unit]!);
		const different: number[] = [];
		for (let component = queue.next(); component !== NONE; component = queue.next()) {
			const members = this.#strata.members(component);
			const before = Uint8Array.from(members, (unit) => this.label[unit]!);
			this.#settle(component);
			for (const [at, unit] of members.entries()) {
				if (this.label[unit] === before[at]) continue;
				different.push(unit);
				for (let link = firstOut[unit]!; link !== NONE; link = nextOut[link]!)
					if (of[to[link]!] !== component) queue.add(of[to[link]!]!);
			}
		}
		return different;
	}

	#settle(component: number): void {
		const { size, first } = this.#strata;
		const only = first[component]!;
		if (size[component] === 1) {
			this.label[only] = this.#follows(only);
			this.round[only] = 0;
			this.isCircular[only] = 0;
			if (
				this.label[only] !== OPEN ||
				!this.#graph.linksInto(only).some((link) => this.#graph.from[link] === only)
			)
				return;
		}
		const members = this.#strata.members(component);
		for (const unit of members) {
			this.label[unit] = OPEN;
			this.isCircular[unit] = 0;
		}
		let round = this.#propagate(component, members, 1);
		for (let circles = this.#unfounded(members); circles.length > 0; circles = this.#unfounded(members)) {
			const woken: number[] = [];
			for (const unit of circles) {
				this.label[unit] = OUT;
				this.round[unit] = round;
				this.isCircular[unit] = 1;
				this.#wake(unit, component, woken);
			}
			round = this.#propagate(component, woken, round + 1);
		}
	}

	/** Labels what follows, starting with `units`, and answers with the next round. */
	#propagate(component: number, units: Iterable<number>, round: number): number {
		const queue = [...units];
		for (const unit of queue) {
			if (this.label[unit] !== OPEN) continue;
			const label = this.#follows(unit);
			if (label === OPEN) continue;
			this.label[unit] = label;
			this.round[unit] = round++;
			this.#wake(unit, component, queue);
		}
		return round;
	}

	#wake(unit: number, component: number, queue: number[]): void {
		const { firstOut, nextOut, to } = this.#graph;
		const { of } = this.#strata;
		for (let link = firstOut[unit]!; link !== NONE; link = nextOut[link]!)
			if (of[to[link]!] === component && this.label[to[link]!] === OPEN) queue.push(to[link]!);
	}

	#follows(unit: number): Label {
		const { form, standard, fixed } = this.#graph;
		if (fixed[unit] !== OPEN) return fixed[unit] as Label;
		return labelOf(form[unit]!, standard[unit]!, this.#graph.isGiven(unit), this.heard(unit));
	}

	/** Open units that support each other in circles and have no other support: the first such circles. */
	#unfounded(members: Int32Array): number[] {
		const open = members.filter((unit) => this.label[unit] === OPEN);
		if (open.length === 0) return [];
		this.#found(open);
		const wants = this.#wants;
		const rest = open.filter((unit) => wants[unit]! > 0);
		const { from, isPro } = this.#graph;
		const { of } = this.#strata;
		const isIn = (link: number) =>
			isPro[link] === 1 && wants[from[link]!]! > 0 && of[from[link]!] === of[rest[0]!];
		const circles: number[] = [];
		this.#circles.each(rest, isIn, (found, start, end) => {
			const { firstIn, nextIn } = this.#graph;
			const circle = found.slice(start, end);
			const own = new Set(circle);
			for (const unit of circle)
				for (let link = firstIn[unit]!; link !== NONE; link = nextIn[link]!)
					if (isIn(link) && !own.has(from[link]!)) return;
			circles.push(...circle);
		});
		for (const unit of open) wants[unit] = 0;
		return circles;
	}

	/** Sets `wants` of each unit of `open`: 0 where it could be in if whatever is open turned out well. */
	#found(open: Int32Array): void {
		const { form, firstIn, nextIn, firstOut, nextOut, from, to, isPro, standard } = this.#graph;
		const wants = this.#wants;
		const { of } = this.#strata;
		const component = of[open[0]!];
		const founded: number[] = [];
		for (const unit of open) {
			let [inside, outside, hit] = [0, 0, 0];
			for (let link = firstIn[unit]!; link !== NONE; link = nextIn[link]!) {
				const label = this.label[from[link]!];
				if (isPro[link] !== 1) hit += label === IN ? 1 : 0;
				else if (label === OPEN && of[from[link]!] === component) inside++;
				else if (label !== OUT) outside++;
			}
			if (form[unit] === ALL) wants[unit] = inside;
			else {
				const isOpposed = hit > 0 && standard[unit] === STRICT;
				const isFounded = (hit === 0 && this.#graph.isGiven(unit)) || (outside > 0 && !isOpposed);
				wants[unit] = isFounded ? 0 : 1;
			}
			if (wants[unit] === 0) founded.push(unit);
		}
		for (const unit of founded)
			for (let link = firstOut[unit]!; link !== NONE; link = nextOut[link]!) {
				const target = to[link]!;
				if (isPro[link] !== 1 || of[target] !== component || this.label[target] !== OPEN) continue;
				if (wants[target]! > 0 && (form[target] === POINT ? (wants[target] = 0) : --wants[target]!) === 0)
					founded.push(target);
			}
	}

	#fit(): void {
		const size = this.#graph.form.length;
		if (this.label.length >= size) return;
		this.label = grown(this.label, size);
		this.round = grown(this.round, size);
		this.isCircular = grown(this.isCircular, size);
		this.#wants = grown(this.#wants, size);
	}
}
