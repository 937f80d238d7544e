import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { connect } from 'node:net';
import { dirname, join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { once } from 'node:events';
import Database from 'better-sqlite3';
import { afterAll, expect, test, vi } from 'vitest';
import { argosy, newPath, startServer } from '../support/server.ts';
import { adding, Visitor, Writer } from '../support/visitor.ts';

// Processes start and end here, on a machine that may be busy.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const server = await startServer();
afterAll(() => server.stop());

const SAMPLE = 'turkic-states';

/** A file that is a database of this application number, with one table. */
function database(application: number): string {
	const file = newPath('other.db');
	const made = new Database(file);
	made.exec('CREATE TABLE note (text TEXT)');
	made.pragma(`application_id = ${application}`);
	made.close();
	return file;
}

/** What the server says instead of starting. One sentence or two, on standard error, without a stack. */
async function refusal(env: Readonly<Record<string, string>>): Promise<string> {
	const { code, out, err } = await argosy(['serve'], { PORT: '0', DATABASE: newPath('argosy.db'), ...env });
	expect([code, out]).toEqual([1, '']);
	expect(err).toMatch(/^[^\n]+\.\n$/);
	return err;
}

test('[W31] a second server on the same file is refused, the first goes on', async () => {
	expect(await refusal({ DATABASE: server.database })).toContain('Another Argosy already serves');
	const visitor = await Visitor.arrive(server.origin);
	await visitor.create();
});

test('[W31] a server that was killed keeps nobody out', async () => {
	const first = await startServer();
	await first.kill();
	const second = await first.again();
	expect(await second.stop()).toBe(0);
});

test('[W32] a port that is taken is said, by its number', async () => {
	const other = createServer().listen(0, '127.0.0.1');
	await once(other, 'listening');
	const { port } = other.address() as { port: number };
	expect(await refusal({ PORT: String(port) })).toContain(`Port ${port} is in use`);
	other.close();
});

test.each<[what: string, env: () => Record<string, string>, words: string]>([
	['a port that is none', () => ({ PORT: 'http' }), 'PORT must be'],
	['a host that is none', () => ({ HOST: 'http://localhost' }), 'HOST must be'],
	['a host that is not here', () => ({ HOST: '203.0.113.7' }), 'cannot listen on 203.0.113.7'],
	['a proxy that is none', () => ({ PROXY: 'proxy' }), 'PROXY must be'],
	['a folder that is not there', () => ({ DATABASE: newPath('no/argosy.db') }), 'folder'],
	['a folder as a file', () => ({ DATABASE: dirname(newPath('x')) }), 'is not a database'],
	['a place for no file', () => ({ DATABASE: '/dev/null/argosy.db' }), 'cannot be written'],
	['a database of another program', () => ({ DATABASE: database(0) }), 'another program']
])('[W32] %s is said in one sentence', async (_what, env, words) => {
	expect(await refusal(env())).toContain(words);
});

test('[W32] a file that is no database is left as it is', async () => {
	const file = newPath('text.db');
	writeFileSync(file, 'Dear diary, '.repeat(200));
	expect(await refusal({ DATABASE: file })).toContain('is not a database');
	expect(readFileSync(file, 'utf8')).toBe('Dear diary, '.repeat(200));
});

test('[W32] a database of a newer version is left as it is', async () => {
	const first = await startServer();
	await first.stop();
	const later = new Database(first.database);
	later.prepare('INSERT INTO migration (name, hash) VALUES (?, ?)').run('9999_later.sql', '');
	later.close();
	const before = readFileSync(first.database);
	expect(await refusal({ DATABASE: first.database })).toContain('newer');
	expect(readFileSync(first.database).equals(before)).toBe(true);
});

test.each([0, 512, 50_000, 200_000])(
	'[W32] a disk with room for %i bytes is said to be full, and the server starts when it has more',
	async (largestFile) => {
		const database = newPath('argosy.db');
		const refused = await startServer({ database, largestFile }).catch((error: Error) => error.message);
		expect(refused).toBe(
			`${database} cannot be written: its disk is full, or fails. Make room, or set DATABASE to another file.\n`
		);
		const server = await startServer({ database });
		const visitor = await Visitor.arrive(server.origin);
		expect((await visitor.ask('GET', '/api/debates')).text).toContain(SAMPLE);
		await server.stop();
	}
);

test('[W33] asked to stop while a request is open, the server ends with 0 and leaves a whole file', async () => {
	const open = await startServer();
	const { hostname, port } = new URL(open.origin);
	const visitor = await Visitor.arrive(open.origin);
	await (await Writer.at(visitor, SAMPLE)).send(adding('The last words'));
	const socket = connect(Number(port), hostname);
	socket.on('error', () => undefined);
	socket.write(`POST /api/debates HTTP/1.1\r\nHost: ${hostname}:${port}\r\nContent-Length: 10\r\n\r\n{`);
	await visitor.open('/');
	expect(await open.stop()).toBe(0);
	expect(existsSync(`${open.database}-wal`)).toBe(false);
	const { code, out } = await argosy(['verify', '--database', open.database]);
	expect([code, out]).toEqual([0, `${SAMPLE}: agrees with its log (changes: 2)\n`]);
});

test('[W35] the sample is put in once, and stays away when it is removed', async () => {
	const first = await startServer();
	const visitor = await Visitor.arrive(first.origin);
	expect((await visitor.ask('GET', '/api/debates')).text).toContain(SAMPLE);
	expect((await visitor.ask('DELETE', `/api/debates/${SAMPLE}`)).status).toBe(204);
	await first.stop();
	const second = await first.again();
	expect((await visitor.ask('GET', '/api/debates')).json()).toEqual([]);
	await second.stop();
});

test('[W36] an unchanged snapshot is not sent again', async () => {
	const visitor = await Visitor.arrive(server.origin);
	const path = `/api/debates/${await visitor.create('Tagged')}/snapshot`;
	const first = await visitor.ask('GET', path);
	const { etag } = first.headers;
	expect(etag).toMatch(/^"[\w-]+:1"$/);
	const same = await visitor.ask('GET', path, undefined, { 'if-none-match': etag });
	expect([same.status, same.text]).toEqual([304, '']);
	await (await Writer.at(visitor, path.split('/')[3]!)).send(adding('Something new'));
	const changed = await visitor.ask('GET', path, undefined, { 'if-none-match': etag });
	expect([changed.status, changed.text]).toEqual([200, expect.stringContaining('Something new')]);
});

test.each<[accepted: string | undefined, way: string | undefined, unpack: (bytes: Buffer) => Buffer]>([
	['gzip, deflate, br, zstd', 'br', brotliDecompressSync],
	['gzip, deflate', 'gzip', gunzipSync],
	['gzip;q=0.5, br;q=0', 'gzip', gunzipSync],
	['gzip;q=0, br;q=0.0', undefined, (bytes) => bytes],
	[undefined, undefined, (bytes) => bytes]
])('[W36] a large snapshot is sent to who accepts %s as %s', async (accepted, way, unpack) => {
	const visitor = await Visitor.arrive(server.origin);
	const path = `/api/debates/${SAMPLE}/snapshot`;
	const plain = await visitor.ask('GET', path);
	for (let times = 0; times < 2; times++) {
		const { headers, bytes } = await visitor.ask('GET', path, undefined, { 'accept-encoding': accepted });
		expect([headers['content-encoding'], headers.vary]).toEqual([way, 'accept-encoding']);
		expect(unpack(bytes).equals(plain.bytes)).toBe(true);
		if (way !== undefined) expect(bytes.length).toBeLessThan(plain.bytes.length / 2);
	}
});

test('[W37] verify names the debate that differs from its log', async () => {
	const first = await startServer();
	const visitor = await Visitor.arrive(first.origin);
	const sound = await visitor.create('Sound');
	await first.stop();
	const spoiled = new Database(first.database);
	spoiled.prepare(`UPDATE claim SET text = text || '!' WHERE debate = ?`).run(SAMPLE);
	spoiled.close();
	const { code, out } = await argosy(['verify'], { DATABASE: first.database });
	expect(code).toBe(1);
	expect(out).toContain(`${SAMPLE}: differs from its log`);
	expect(out).toContain(`${sound}: agrees with its log (changes: 1)`);
});

test('[W38] a backup of a database in use holds the same debates, under its checksum', async () => {
	const visitor = await Visitor.arrive(server.origin);
	const debate = await visitor.create('To keep');
	const writer = await Writer.at(visitor, debate);
	await writer.send(adding('Kept'));
	const to = newPath('backup.db');
	const made = await argosy(['backup', '--to', to, '--database', server.database]);
	expect([made.code, made.err]).toEqual([0, '']);
	const held = await visitor.snapshot(debate);
	await writer.send(adding('Came later'));
	const again = await argosy(['backup', '--to', to, '--database', server.database]);
	expect([again.code, again.err]).toEqual([1, expect.stringContaining('never written over')]);

	const restored = await startServer({ database: to });
	const other = await Visitor.arrive(restored.origin);
	const { epoch, ...rest } = await other.snapshot(debate);
	expect({ ...rest, epoch: held.epoch }).toEqual(held);
	expect(epoch).not.toBe(held.epoch);
	expect(readFileSync(`${to}.sha256`, 'utf8')).toMatch(/^[\da-f]{64} {2}backup\.db\n$/);
	await restored.stop();
});

test.each<[args: string[], words: string]>([
	[['dance'], 'There is no command “dance”'],
	[['serve', 'now'], "Unexpected argument 'now'"],
	[['verify', '--fast'], "Unknown option '--fast'"],
	[['verify', '--database', 'nowhere.db'], 'There is no database at nowhere.db'],
	[['backup'], 'Say where to'],
	[['backup', '--to', 'b.db', '--database', 'nowhere.db'], 'There is no database at nowhere.db'],
	[['backup', '--to', join('no', 'such', 'b.db')], 'folder']
])('[W39] argosy %j is told what is wrong', async (args, words) => {
	const { code, out, err } = await argosy(args);
	expect([code, out]).toEqual([1, '']);
	expect(err).toContain(words);
	expect(err).not.toContain('    at ');
});

test('[W39] argosy help and argosy alone list the commands', async () => {
	for (const args of [['help'], ['--help'], ['check', '--help'], []]) {
		const { code, out } = await argosy(args);
		expect([code, out]).toEqual([0, expect.stringContaining('argosy serve')]);
	}
});
