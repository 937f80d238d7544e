import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { debateOf } from '#lib/formats/debateOf.ts';
import { decodeText } from '#lib/formats/decodeText.ts';
import { formatNamed, readText } from '#lib/formats/registry.ts';
import { spoilt } from './spoilt.ts';

/** Reading takes no longer than this for each MiB, in milliseconds of the processor; small texts have it all. */
const MOST = 1_000;

/**
 * Reads a file `count` times, each time spoilt in another way, as what it was and as what it looks like now. Answers
 * with what went wrong: a throw, items that do not stand together, a refusal without a reason, too long a time.
 */
export function spoiltReads(path: string, format: string, count: number): string[] {
	const { text } = decodeText(readFileSync(path));
	const found = new Set<string>();
	for (const [at, one] of fc.sample(spoilt([text]), { numRuns: count, seed: 1 }).entries())
		for (const name of new Set([formatNamed(format) ? format : undefined, undefined])) {
			const problem = problemOf(one, name, path);
			if (problem !== null) found.add(`spoilt ${at}${name === undefined ? '' : ` as ${name}`}: ${problem}`);
		}
	return [...found];
}

function problemOf(text: string, name: string | undefined, file: string): string | null {
	const began = process.cpuUsage().user;
	try {
		const read = readText(text, { name, file });
		const took = (process.cpuUsage().user - began) / 1_000;
		if (took > MOST * Math.max(1, text.length / 2 ** 20)) return `took ${Math.round(took)} ms`;
		if (!read) return null;
		const { result } = read;
		if (result.ok) debateOf(result.value);
		return result.ok || result.error.errors.length > 0 ? null : 'refused without a reason';
	} catch (error) {
		return `threw ${String(error).slice(0, 200)}`;
	}
}
