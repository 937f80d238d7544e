import { expect, test } from 'vitest';
import { debate } from '#tests/support/debates.ts';
import type { News, Request } from './message.ts';
import { MOST, settled } from './settled.ts';

const never = () => false;

function told(words: readonly string[], fields: Partial<Request> = {}, stop = never): News[] {
	const items = [...debate(...words).items()];
	return [...settled({ items, supposed: [], semantics: 'preferred', budget: 0, ...fields }, stop)];
}

/** What stands in each way to settle each dispute. */
function ways(news: readonly News[]): string[][] {
	return news.flatMap((one) =>
		one.is === 'dispute' ? [one.dispute.alternatives.map(({ stand }) => stand.join(' ')).sort()] : []
	);
}

test('[U21] each dispute is told by itself, the small ones first, with all its alternatives', () => {
	const news = told(['t', 'a', 'b', 'a-b', 'b-a', 'a>t', 'c', 'd', 'c-d', 'd-c']);
	expect(news[0]).toEqual({ is: 'begun', disputes: 2 });
	expect(news.at(-1)).toEqual({ is: 'over' });
	expect(ways(news)).toEqual([
		['c c-d', 'd d-c'],
		['a a-b a_t t', 'b b-a']
	]);
	expect(news.every((one) => one.is !== 'dispute' || one.dispute.isComplete)).toBe(true);
});

test('[U21] what is supposed is no matter of dispute any more', () => {
	const words = ['a', 'b', 'a-b', 'b-a'];
	expect(ways(told(words))).toHaveLength(1);
	expect(told(words, { supposed: [['a', true]] })).toEqual([{ is: 'begun', disputes: 0 }, { is: 'over' }]);
});

test('[U21] everything settled, or no position at all', () => {
	const odd = ['a', 'b', 'c', 'a-b', 'b-c', 'c-a'];
	expect(ways(told(odd))).toEqual([['']]);
	expect(ways(told(odd, { semantics: 'stable' }))).toEqual([[]]);
});

test('[U22] without time nothing is said to be all there is, and no more than a few alternatives are shown', () => {
	const late = told(['a', 'b', 'a-b', 'b-a'], {}, () => true);
	expect(late.every((one) => one.is !== 'dispute' || !one.dispute.isComplete)).toBe(true);
	const pairs = Array.from({ length: 4 }, (_, at) => [`x${at}`, `y${at}`, `x${at}-y${at}`, `y${at}-x${at}`]);
	const joined = Array.from({ length: 4 }, (_, at) => [`x${at}>t`, `y${at}>t`]).flat();
	const [dispute] = told([...pairs.flat(), 't', ...joined]).filter((one) => one.is === 'dispute');
	expect(dispute?.dispute.alternatives).toHaveLength(MOST);
	expect(dispute?.dispute.isComplete).toBe(false);
});
