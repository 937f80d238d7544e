/**
 * `npm run corpus -- DIR`: reads every file of a folder with a folder for each format, compares with
 * `argdown-oracle.json` and `structure-oracle.json` where they are, writes each map again, and says what differs. With
 * `--spoil=N` each file is read N times more, spoilt, and what is worse than a refusal is told.
 */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { checked, type Case } from './support/files/corpus.ts';
import { spoiltReads } from './support/files/haste.ts';

const [folder, ...options] = process.argv.slice(2);
if (folder === undefined || !existsSync(folder)) {
	console.error('Usage: npm run corpus -- DIR');
	process.exit(1);
}
const structure = oracle('structure-oracle.json');
const argdown = oracle('argdown-oracle.json');
const spoils = Number(options.find((option) => option.startsWith('--spoil='))?.slice(8) ?? 0);
const width = 18;
console.log(
	`${'format'.padEnd(width)}  files   read  equal  again  (equal: to the oracle; again: the same after writing and reading)`
);
for (const format of readdirSync(folder).filter((name) => statSync(join(folder, name)).isDirectory())) {
	const cases = readdirSync(join(folder, format))
		.filter((name) => statSync(join(folder, format, name)).isFile())
		.map((name) => checked(join(folder, format, name), format, expectedOf(`${format}/${name}`)));
	const count = (of: (one: Case) => boolean): string => String(cases.filter(of).length).padStart(5);
	const has = (of: (one: Case) => boolean | null): string =>
		cases.every((one) => of(one) === null) ? '    –' : count((one) => of(one) === true);
	console.log(
		`${format.padEnd(width)}  ${count(() => true)}  ${count(({ read }) => read)}  ${has(({ equal }) => equal)}  ${has(({ again }) => again)}`
	);
	for (const { file } of spoils > 0 ? cases : [])
		for (const problem of spoiltReads(join(folder, format, file), format, spoils)) {
			process.exitCode = 1;
			console.log(`    ${file}: ${problem}`);
		}
	for (const { file, reasons } of cases)
		if (reasons.length > 0 && !options.includes('--brief')) console.log(`    ${file}: ${reasons.join('; ')}`);
}

function oracle(name: string): Readonly<Record<string, Readonly<Record<string, unknown>>>> {
	const file = join(folder ?? '', name);
	return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as never) : {};
}

/** What the oracle says of a file; for Argdown, what the reference parser found where it accepts it. */
function expectedOf(path: string): Readonly<Record<string, unknown>> | null {
	const reference = argdown[path];
	if (!reference) return structure[path] ?? null;
	const found = reference['core-2.0.1'] ?? reference['core-1.7.5'];
	const isAccepted =
		typeof found === 'object' && found !== null && 'accepted' in found && found.accepted === true;
	return isAccepted ? (found as Record<string, unknown>) : null;
}
