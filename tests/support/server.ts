import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';

const PROGRAM = 'build/cli/argosy.js';

export interface ServerOptions {
	/** A file that may exist already; one of its own otherwise. */
	readonly database?: string;
	/** Any free one otherwise. */
	readonly port?: number;
	/** More of the environment: `HOST`, `PROXY`. */
	readonly env?: Readonly<Record<string, string>>;
	/** So many bytes, about, fit in any file that it writes: as if the disk were full then. */
	readonly largestFile?: number | undefined;
}

/** The built program, serving in a process of its own. */
export interface Running {
	readonly origin: string;
	readonly database: string;
	readonly pid: number;
	/** What it has written so far. */
	output(): string;
	/** Asks it to end; answers with its exit code. */
	stop(): Promise<number | null>;
	/** `kill -9`. */
	kill(): Promise<void>;
	/** The same address and database once more, after the end. */
	again(changed?: ServerOptions): Promise<Running>;
}

/** What became of a command that ended. */
export interface Ended {
	readonly code: number | null;
	readonly out: string;
	readonly err: string;
}

/** Starts the built server and waits until it has said where it is. Throws with its words when it ends instead. */
export async function startServer(options: ServerOptions = {}): Promise<Running> {
	const { database = newPath('argosy.db'), port = 0, env = {}, largestFile } = options;
	const child = start(['serve'], { ...env, DATABASE: database, PORT: String(port) }, largestFile);
	const heard = { out: '', err: '' };
	child.stdout!.on('data', (part) => (heard.out += String(part)));
	child.stderr!.on('data', (part) => (heard.err += String(part)));
	const origin = await new Promise<string>((resolve, reject) => {
		child.stdout!.on('data', () => {
			const said = /at (https?:\/\/\S+)\n/.exec(heard.out);
			if (said) resolve(said[1]!);
		});
		child.once('close', () => reject(new Error(heard.err || heard.out || 'the server ended without a word')));
	});
	const end = async (signal: NodeJS.Signals) => {
		if (isRunning(child)) {
			child.kill(signal);
			await once(child, 'exit');
		}
		return child.exitCode;
	};
	return {
		origin,
		database,
		pid: child.pid!,
		output: () => heard.out + heard.err,
		stop: () => end('SIGTERM'),
		kill: async () => void (await end('SIGKILL')),
		again: (changed) => startServer({ ...options, database, port: Number(new URL(origin).port), ...changed })
	};
}

/** Runs a command of the built program to its end. */
export async function argosy(
	args: readonly string[],
	env: Readonly<Record<string, string>> = {}
): Promise<Ended> {
	const child = start(args, env);
	const heard = { out: '', err: '' };
	child.stdout!.on('data', (part) => (heard.out += String(part)));
	child.stderr!.on('data', (part) => (heard.err += String(part)));
	await once(child, 'close');
	return { code: child.exitCode, ...heard };
}

/** A path in a folder of its own, which goes when the tests end. */
export function newPath(name: string): string {
	return join(mkdtempSync(join(folder, 'd-')), name);
}

const folder = mkdtempSync(join(tmpdir(), 'argosy-'));
const children = new Set<ChildProcess>();

process.on('exit', () => {
	for (const child of children) child.kill('SIGKILL');
	rmSync(folder, { recursive: true, force: true });
});

function start(
	args: readonly string[],
	env: Readonly<Record<string, string>>,
	largestFile?: number
): ChildProcess {
	build();
	const command = [process.execPath, PROGRAM, ...args];
	const limited = [
		'sh',
		'-c',
		`trap '' XFSZ; ulimit -f ${Math.ceil((largestFile ?? 0) / 512)}; exec "$0" "$@"`
	];
	const [file, ...words] = largestFile === undefined ? command : [...limited, ...command];
	const child = spawn(file!, words, {
		env: { ...withoutSettings(), ...env },
		stdio: ['ignore', 'pipe', 'pipe']
	});
	children.add(child);
	child.once('exit', () => children.delete(child));
	return child;
}

function withoutSettings(): NodeJS.ProcessEnv {
	const { PORT: _port, HOST: _host, DATABASE: _database, PROXY: _proxy, ...rest } = process.env;
	return rest;
}

function isRunning({ exitCode, signalCode }: ChildProcess): boolean {
	return exitCode === null && signalCode === null;
}

let isBuilt = false;

/** Builds what is missing or out of date, once, however many files of tests run at the same time. */
function build(): void {
	if (isBuilt) return;
	mkdirSync('test-results', { recursive: true });
	const turn = new Database('test-results/build.lock', { timeout: 300_000 });
	turn.exec('BEGIN EXCLUSIVE');
	const made = spawnSync(process.execPath, ['src/cli/bin.js', 'help'], { encoding: 'utf8' });
	turn.close();
	if (made.status !== 0) throw new Error(made.stderr);
	isBuilt = true;
}
