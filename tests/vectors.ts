/**
 * `npm run vectors -- DIR [WORD]`: checks the evaluation with every file of known answers in a folder, or those whose
 * name has the word, and says what differs. Answers 1 where anything does.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkBig, checkFrameworks } from './support/vectors/frameworks.ts';
import { checkGradual, checkPublished } from './support/vectors/gradual.ts';
import { checkMaps } from './support/vectors/maps.ts';
import type { Check, Outcome } from './support/vectors/outcome.ts';

const CHECKS: Readonly<Record<string, Check>> = {
	'af.json': checkFrameworks,
	'big.json': checkBig,
	'maps.json': checkMaps,
	'crosswalk.json': checkMaps,
	'gradual.json': checkGradual,
	'published_gradual.json': checkPublished
};

const [folder, word = ''] = process.argv.slice(2);
if (folder === undefined || !existsSync(folder)) {
	console.error('Usage: npm run vectors -- DIR [WORD]');
	process.exit(1);
}
const width = Math.max(...Object.keys(CHECKS).map((file) => file.length));
console.log(`${'file'.padEnd(width)}  cases  equal  different  not decided  seconds`);
for (const [file, check] of Object.entries(CHECKS)) {
	const path = join(folder, file);
	if (!file.includes(word) || !existsSync(path)) continue;
	const began = performance.now();
	report(file, check(JSON.parse(readFileSync(path, 'utf8')) as never, folder), performance.now() - began);
}

function report(file: string, outcomes: readonly Outcome[], ms: number): void {
	const different = outcomes.filter(({ differences }) => differences.length > 0);
	const undecided = outcomes.filter((one) => !different.includes(one) && one.undecided.length > 0);
	const equal = outcomes.length - different.length - undecided.length;
	const numbers = [
		String(outcomes.length).padStart(5),
		String(equal).padStart(5),
		String(different.length).padStart(9),
		String(undecided.length).padStart(11),
		(ms / 1000).toFixed(1).padStart(7)
	];
	console.log(`${file.padEnd(width)}  ${numbers.join('  ')}`);
	for (const { id, differences } of different)
		for (const { what, found, expected } of differences.slice(0, 5))
			console.log(`    different: ${id}: ${what}: ${found}, expected ${expected}`);
	for (const { id, undecided: what } of undecided) console.log(`    not decided: ${id}: ${what.join(', ')}`);
	if (different.length > 0) process.exitCode = 1;
}
