#!/usr/bin/env node
// Plain JavaScript for any Node from 20 on: finds the Node that came with the packages, builds what is missing or
// out of date, and hands over to the program proper.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const home = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const program = join(home, 'build', 'cli', 'argosy.js');
const NEEDED = 24;
const SOURCES = ['src', 'static', 'package-lock.json', 'svelte.config.js', 'vite.config.ts'];

if (Number(process.versions.node.split('.')[0]) < NEEDED) process.exit(await runUnderOwnNode());

// The older Node that started this one may be killed: then there is nobody to serve for.
if (process.channel) {
	process.once('disconnect', () => process.exit(1));
	process.channel.unref();
}
if (isStale()) build();
await import(pathToFileURL(program).href);

/** @returns {Promise<number>} the exit code */
function runUnderOwnNode() {
	const name = process.platform === 'win32' ? 'node.exe' : 'node';
	const own = join(home, 'node_modules', 'node', 'bin', name);
	if (!existsSync(own)) fail('The packages of Argosy are not installed. Run: npm ci');
	const child = spawn(own, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], {
		stdio: ['inherit', 'inherit', 'inherit', 'ipc']
	});
	for (const signal of /** @type {const} */ (['SIGTERM', 'SIGINT', 'SIGHUP']))
		process.on(signal, () => child.kill(signal));
	return new Promise((resolve) => child.once('exit', (code) => resolve(code ?? 1)));
}

function isStale() {
	if (!existsSync(program) || !existsSync(join(home, 'build', 'handler.js'))) return true;
	const built = statSync(program).mtimeMs;
	return SOURCES.some((name) => isNewer(join(home, name), built));
}

/** @param {string} path @param {number} than @returns {boolean} */
function isNewer(path, than) {
	const found = statSync(path, { throwIfNoEntry: false });
	if (!found || path.endsWith('.test.ts')) return false;
	if (found.mtimeMs > than) return true;
	return found.isDirectory() && readdirSync(path).some((name) => isNewer(join(path, name), than));
}

function build() {
	console.error('Building Argosy, this takes a moment …');
	const vite = join(home, 'node_modules', 'vite', 'bin', 'vite.js');
	if (!existsSync(vite)) fail('The packages of Argosy are not installed. Run: npm ci');
	for (const config of [[], ['--config', 'src/cli/vite.config.ts']]) {
		const options = { cwd: home, encoding: /** @type {const} */ ('utf8') };
		const made = spawnSync(process.execPath, [vite, 'build', '--logLevel', 'warn', ...config], options);
		if (made.status !== 0) fail(`Argosy could not be built.\n${made.stdout}${made.stderr}`);
	}
}

/** @param {string} message @returns {never} */
function fail(message) {
	console.error(message);
	process.exit(1);
}
