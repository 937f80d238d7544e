import { decode, list, oneOf, type Decoder } from '#lib/core/decode.ts';

export interface Tally {
	passed: number;
	failed: number;
}

/**
 * Adds up what Vitest reports as JSON. A test that did not run counts as failed, and so does a file that could
 * not be read, and a run that went wrong (`wentWell` is false) though no test of it did.
 */
export function counted(report: unknown, wentWell: boolean): Tally {
	const read = decode(files, report);
	if (!read.ok) return { passed: 0, failed: 1 };
	const tally: Tally = { passed: 0, failed: 0 };
	for (const { status, tests } of read.value) {
		const passed = tests.filter((test) => test === 'passed').length;
		tally.passed += passed;
		tally.failed += tests.length - passed;
		if (status !== 'passed' && passed === tests.length) tally.failed++;
	}
	if (!wentWell && tally.failed === 0) tally.failed = 1;
	return tally;
}

interface FileReport {
	readonly status: 'passed' | 'failed';
	readonly tests: readonly string[];
}

const MANY = 1_000_000;
const states = oneOf(['passed', 'failed', 'skipped', 'pending', 'todo', 'disabled']);

const files: Decoder<FileReport[]> = (value, path) =>
	list<FileReport>(
		(file, at) => ({
			status: oneOf(['passed', 'failed'])(part(file, 'status'), at),
			tests: list((test, place) => states(part(test, 'status'), place), MANY)(
				part(file, 'assertionResults'),
				at
			)
		}),
		MANY
	)(part(value, 'testResults'), path);

function part(value: unknown, key: string): unknown {
	return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
}
