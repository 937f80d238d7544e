import { expect, test } from 'vitest';
import { counted } from './tally.ts';

const file = (status: string, ...tests: string[]) => ({
	name: 'a.test.ts',
	status,
	assertionResults: tests.map((test) => ({ title: 'a', status: test }))
});

test.each<[rule: string, report: unknown, wentWell: boolean, passed: number, failed: number]>([
	['passed and failed are counted', { testResults: [file('failed', 'passed', 'failed')] }, false, 1, 1],
	[
		'files add up',
		{ testResults: [file('passed', 'passed'), file('passed', 'passed', 'passed')] },
		true,
		3,
		0
	],
	[
		'a test that did not run has failed',
		{ testResults: [file('passed', 'passed', 'skipped', 'todo')] },
		true,
		1,
		2
	],
	[
		'a file that cannot be read has failed',
		{ testResults: [file('failed'), file('passed', 'passed')] },
		false,
		1,
		1
	],
	['a run that went wrong has failed', { testResults: [file('passed', 'passed')] }, false, 1, 1],
	['a report that says nothing has failed', {}, true, 0, 1],
	['a strange report has failed', { testResults: [{ status: 'fine' }] }, true, 0, 1],
	['nothing at all is nothing', { testResults: [] }, true, 0, 0]
])('[A6] %s', (_rule, report, wentWell, passed, failed) => {
	expect(counted(report, wentWell)).toEqual({ passed, failed });
});
