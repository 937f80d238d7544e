import { Debate } from '#lib/core/model/debate.ts';
import type { Id } from '#lib/core/model/item.ts';
import { claim, evidence, premise, relation } from '#lib/core/model/make.ts';
import { after } from '#lib/core/model/order.ts';

export interface Growth {
	readonly claims: number;
	readonly seed: number;
	/** Share of claims that bear on a second one. */
	readonly links?: number;
	/** Share of reasons with joined premises, and of inferences that are objected to. */
	readonly joints?: number;
	readonly undercuts?: number;
	/** How much younger claims attract reasons: 0 grows bushes, 1 chains. */
	readonly depth?: number;
	readonly roots?: number;
	readonly words?: readonly string[];
}

const WORDS = (
	'trade policy region border state power road partner member treaty market energy transit summit language culture ' +
	'cooperation integration sovereignty independence corridor investment infrastructure is are has more less often can ' +
	'the a of for with without between and but not new old common shared'
).split(' ');

/** A random debate that is always the same for the same growth. */
export function grown(growth: Growth): Debate {
	const {
		claims,
		links = 0.03,
		joints = 0.1,
		undercuts = 0.05,
		depth = 0.3,
		roots = 1,
		words = WORDS
	} = growth;
	const random = seeded(growth.seed);
	const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
	const orders = after(null, claims + 1);
	const debate = new Debate();
	debate.about = { title: `A grown debate of ${claims} claims`, summary: '' };
	const inferences: Id[] = [];
	const say = () => {
		const text = Array.from({ length: 4 + Math.floor(random() * 22) }, () => pick(words)).join(' ');
		return text.charAt(0).toUpperCase() + text.slice(1);
	};
	for (let at = 0; at < claims; at++) {
		const id = `c${at}`;
		debate.set(claim({ id, text: say(), order: orders[at]!, unstated: random() < 0.04 }));
		if (random() < 0.15)
			debate.set(
				evidence({ id: `e${at}`, target: id, bearing: random() < 0.6 ? 'for' : 'against', text: say() })
			);
		if (at < roots) continue;
		const order = orders[at]!;
		const chance = random();
		const last = inferences.at(-1);
		if (last && chance < undercuts) {
			const target = pick(inferences.slice(-20));
			debate.set(relation({ id: `r${at}`, sense: 'attack', premises: [premise(id)], target, order }));
		} else if (last && chance < undercuts + joints) {
			const found = debate.get(pick(inferences.slice(-12)));
			if (found?.kind !== 'relation') continue;
			debate.set({ ...found, premises: [...found.premises, premise(id)] });
			continue;
		} else {
			const near = Math.max(0, at - 1 - Math.floor(random() * 4));
			const target = `c${random() < depth ? near : Math.floor(Math.sqrt(random()) * at * 0.9)}`;
			const sense = random() < 0.6 ? 'support' : 'attack';
			debate.set(relation({ id: `r${at}`, sense, premises: [premise(id)], target, order }));
		}
		inferences.push(`r${at}`);
		if (at > 10 && random() < links) {
			const target = `c${Math.floor(random() * at)}`;
			debate.set(relation({ id: `l${at}`, sense: 'support', premises: [premise(id)], target, order }));
		}
	}
	return debate;
}

/** Mulberry32: small, and good enough for shapes. */
export function seeded(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
}
