/** `npm run bench [word]`: takes every figure, or those whose name has the word, and keeps all in BENCHMARKS.md. */
import { readdirSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import type { Bench } from '../support/bench.ts';

const FOLDER = import.meta.dirname;
const word = process.argv[2]?.toLowerCase();
const rows: string[] = [];

for (const file of readdirSync(FOLDER)
	.filter((name) => name.endsWith('.ts') && name !== 'run.ts')
	.sort()) {
	const { benches }: { benches: readonly Bench[] } = await import(join(FOLDER, file));
	for (const { name, reach, run } of benches) {
		if (word && !name.toLowerCase().includes(word)) continue;
		const { figure } = await run();
		console.log(`${name}: ${figure} (reach: ${reach})`);
		rows.push(`| ${name} | ${reach} | ${figure} |`);
	}
}

if (rows.length === 0) {
	console.error(`no figure is called ${word}`);
	process.exitCode = 1;
} else if (!word) writeFileSync(join(FOLDER, 'BENCHMARKS.md'), report());

function report(): string {
	const [cpu] = cpus();
	const gigabytes = Math.round(totalmem() / 2 ** 30);
	return `# Benchmarks

Taken with \`npm run bench\` on ${cpus().length} cores (${cpu?.model.trim() ?? 'unknown'}), ${gigabytes} GB, ${process.platform} ${process.arch},
Node ${process.versions.node}, on ${new Date().toISOString().slice(0, 10)}. Medians; they vary with what else the machine does.

| what | reach | figure |
| --- | --- | --- |
${rows.join('\n')}
`;
}
