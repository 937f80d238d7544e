import { expect, test } from 'vitest';
import { Allowance } from './allowance.ts';

test('[W22] a burst is allowed, then a steady rate, and nobody pays for another', () => {
	let now = 0;
	const allowance = new Allowance({ most: 3, perSecond: 2 }, () => now);
	const takes = (key: string, times: number) => Array.from({ length: times }, () => allowance.take(key));
	expect(takes('a', 4)).toEqual([0, 0, 0, 1]);
	expect(takes('b', 3)).toEqual([0, 0, 0]);
	now += 499;
	expect(takes('a', 1)).toEqual([1]);
	now += 1;
	expect(takes('a', 2)).toEqual([0, 1]);
	now += 3_600_000;
	expect(takes('a', 4)).toEqual([0, 0, 0, 1]);
});

test('[W22] a wait is told in whole seconds, long enough', () => {
	let now = 0;
	const allowance = new Allowance({ most: 1, perSecond: 0.1 }, () => now);
	expect(allowance.take('a')).toBe(0);
	expect(allowance.take('a')).toBe(10);
	now += 10_000;
	expect(allowance.take('a')).toBe(0);
});

test('[W22] who has been quiet is forgotten, who has not is remembered', () => {
	let now = 0;
	const allowance = new Allowance({ most: 1, perSecond: 1 }, () => now);
	for (let at = 0; at < 10_000; at++) allowance.take(`quiet ${at}`);
	now += 1_000;
	allowance.take('loud');
	for (let at = 0; at < 10_000; at++) allowance.take(`new ${at}`);
	expect(allowance.take('loud')).toBe(1);
});
