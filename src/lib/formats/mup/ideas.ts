import { isRecord } from '../sample.ts';

/** Anything that MindMup calls an idea: a table with a title, attributes and ideas by rank. */
export type Idea = Readonly<Record<string, unknown>>;

/** The ideas within `idea` with their ranks, in MindMup's order: 1, 2, … and then -1, -2, …. */
export function within(idea: Idea): { readonly rank: string; readonly idea: Idea }[] {
	const { ideas } = idea;
	if (!isRecord(ideas)) return [];
	const ranked = Object.entries(ideas).flatMap(([rank, each]) =>
		isRecord(each) ? [{ rank, idea: each, place: Number(rank) }] : []
	);
	return ranked.sort((a, b) => compare(a.place, b.place));
}

/** Whether `ranks` put ideas in the order in which they are given. */
export function areInOrder(ranks: readonly string[]): boolean {
	return ranks.every(
		(rank, at) => rank !== '' && (at === 0 || compare(Number(ranks[at - 1]), Number(rank)) < 0)
	);
}

function compare(a: number, b: number): number {
	const [isLeft, isRight] = [a > 0, b > 0];
	if (isLeft !== isRight) return isLeft ? -1 : 1;
	return Math.abs(a) - Math.abs(b) || 0;
}

/** The attributes of an idea. */
export function attributesOf({ attr }: Idea): Idea {
	return isRecord(attr) ? attr : {};
}

/** `value` as words: MindMup writes numbers as numbers now and then. */
export function words(value: unknown): string {
	return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
