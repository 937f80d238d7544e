/** `npm test`: everything from an empty clone. The last line says how many tests passed and how many failed. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { browserPath } from './support/browser.ts';
import { counted, type Tally } from './support/run/tally.ts';

const RESULTS = 'test-results';
const total: Tally = { passed: 0, failed: 0 };
const began = performance.now();

rmSync(RESULTS, { recursive: true, force: true });
mkdirSync(RESULTS);

section('Browser', () => {
	process.env.CHROME = browserPath();
	console.log(process.env.CHROME);
});
section('Build', () => {
	run('svelte-kit', 'sync');
	run('npm', 'run', 'build');
});
suite('Rules, contracts and the server', 'vite.config.ts');
suite('Journeys', 'tests/journeys/vitest.config.ts');

if (total.passed + total.failed === 0) total.failed = 1;
process.exitCode = total.failed > 0 ? 1 : 0;
console.log(`\n${Math.round((performance.now() - began) / 1000)} s in all`);
console.log(`${total.passed} passed, ${total.failed} failed`);

/** What must work before the tests do; if it does not, that is one failure, and the tests say the rest. */
function section(title: string, work: () => void): void {
	console.log(`\n== ${title}`);
	try {
		work();
	} catch (error) {
		total.failed++;
		console.error(error instanceof Error ? error.message : error);
	}
}

function run(command: string, ...words: string[]): void {
	const { status, error } = spawnSync(command, words, {
		stdio: 'inherit',
		shell: process.platform === 'win32'
	});
	if (status !== 0)
		throw new Error(`${[command, ...words].join(' ')}: ${error?.message ?? `ended with ${status}`}`);
}

/** Runs the tests of one configuration and adds up what became of them. */
function suite(title: string, config: string): void {
	const report = `${RESULTS}/${config.replaceAll('/', '-')}.json`;
	section(title, () => {
		const words = [
			'--config',
			config,
			'--reporter=default',
			'--reporter=json',
			`--outputFile.json=${report}`
		];
		const { status } = spawnSync('vitest', ['run', ...words], {
			stdio: 'inherit',
			shell: process.platform === 'win32'
		});
		const { passed, failed } = counted(JSON.parse(readFileSync(report, 'utf8')), status === 0);
		total.passed += passed;
		total.failed += failed;
	});
}
