import { IN } from '../label.ts';
import type { Stop } from './answer.ts';
import { FEW, type Positions } from './positions.ts';

/** All that can be said about the positions on a graph, as far as the time allowed. */
export interface Survey {
	/** Whether the time sufficed for everything below. */
	readonly isDecided: boolean;
	/** `null` when they could not be counted. */
	readonly count: bigint | null;
	/** Labels of all units, position by position: all of them, or as many as were asked for. */
	readonly positions: readonly Uint8Array[];
	/** Units that are known to be in in some position, and in every one: where there is none, all are. */
	readonly inSome: readonly number[];
	readonly inEvery: readonly number[];
}

/** What is known of one dispute; the sets are places among its members. */
interface Known {
	alternatives: readonly Uint8Array[];
	isAll: boolean;
	count: bigint | null;
	readonly inSome: ReadonlySet<number>;
	readonly inEvery: ReadonlySet<number>;
	readonly isDecided: boolean;
}

/** Lists up to `limit` positions, counts all, and says what is in in some of them and in every one. */
export function survey(positions: Positions, limit: number, stop: Stop): Survey {
	const known = positions.disputes.map((_, dispute) => surveyed(positions, dispute, stop));
	const isNone = known.some(({ isAll, alternatives }) => isAll && alternatives.length === 0);
	if (isNone) return none(positions);
	list(positions, known, limit, stop);
	const count = known.reduce<bigint | null>(
		(all, { count }) => (all === null || count === null ? null : all * count),
		1n
	);
	const listed = combined(positions, known, limit);
	const isListed = count !== null && BigInt(listed.length) === (count < limit ? count : BigInt(limit));
	const isDecided = isListed && known.every((each) => each.isDecided);
	const isAny = known.every(({ alternatives }) => alternatives.length > 0);
	return {
		isDecided,
		count,
		positions: listed,
		inSome: isAny ? gathered(positions, known, (each) => each.inSome) : [],
		inEvery: gathered(positions, known, (each) => each.inEvery)
	};
}

/** What there is to say of a single position. */
export function surveyOfOne(label: Uint8Array): Survey {
	const units = [...label.keys()].filter((unit) => label[unit] === IN);
	return { isDecided: true, count: 1n, positions: [label], inSome: units, inEvery: units };
}

function none(positions: Positions): Survey {
	return { isDecided: true, count: 0n, positions: [], inSome: [], inEvery: [...positions.label.keys()] };
}

function surveyed(positions: Positions, dispute: number, stop: Stop): Known {
	const { found, isAll } = positions.alternatives(dispute, FEW, stop);
	const acceptance = positions.acceptance(dispute);
	acceptance.learn({ found, isAll });
	const count = isAll ? BigInt(found.length) : acceptance.count(stop);
	const places = [...positions.disputes[dispute]!.keys()];
	const some = places.map((at) => acceptance.inSome(at, stop));
	const every = places.map((at) => (some[at] === 'no' ? 'no' : acceptance.inEvery(at, stop)));
	return {
		alternatives: found,
		isAll,
		count,
		inSome: new Set(places.filter((at) => some[at] === 'yes')),
		inEvery: new Set(places.filter((at) => every[at] === 'yes')),
		isDecided: ![...some, ...every].includes('not decided')
	};
}

/** Finds more alternatives of disputes that have more, until there are enough for `limit` positions. */
function list(positions: Positions, known: readonly Known[], limit: number, stop: Stop): void {
	let product = known.reduce((all, { alternatives }) => Math.min(all * alternatives.length, limit), 1);
	for (const [dispute, each] of known.entries()) {
		if (each.isAll || (product >= limit && each.count !== null)) continue;
		const before = Math.max(each.alternatives.length, 1);
		const { found, isAll } = positions.alternatives(dispute, limit, stop);
		if (found.length > each.alternatives.length) each.alternatives = found;
		each.isAll = isAll;
		if (isAll) each.count = BigInt(found.length);
		product = (product / before) * each.alternatives.length;
	}
}

/** Positions made of one alternative of each dispute, the last dispute changing fastest. */
function combined(positions: Positions, known: readonly Known[], limit: number): Uint8Array[] {
	const made: Uint8Array[] = [];
	const chosen = known.map(() => 0);
	if (known.some(({ alternatives }) => alternatives.length === 0)) return made;
	for (let turned = known.length; turned >= 0 && made.length < limit;) {
		const label = positions.label.slice();
		for (const [dispute, { alternatives }] of known.entries())
			for (const [at, own] of alternatives[chosen[dispute]!]!.entries())
				label[positions.disputes[dispute]![at]!] = own;
		made.push(label);
		for (turned = known.length - 1; turned >= 0; turned--) {
			if (++chosen[turned]! < known[turned]!.alternatives.length) break;
			chosen[turned] = 0;
		}
	}
	return made;
}

function gathered(
	{ label, disputes }: Positions,
	known: readonly Known[],
	setOf: (each: Known) => ReadonlySet<number>
): number[] {
	const units = [...label.keys()].filter((unit) => label[unit] === IN);
	for (const [dispute, each] of known.entries())
		for (const at of setOf(each)) units.push(disputes[dispute]![at]!);
	return units.sort((a, b) => a - b);
}
