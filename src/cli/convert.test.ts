import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';
import { check } from './check.ts';
import { convert } from './convert.ts';

const folder = mkdtempSync(join(tmpdir(), 'argosy-convert-'));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, text: string): string {
	writeFileSync(join(folder, name), text);
	return join(folder, name);
}

/** Runs a command; answers with its code and what it said on standard output and standard error. */
async function run(command: (args: string[]) => Promise<number>, ...args: string[]) {
	const out = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
	const error = vi.spyOn(console, 'error').mockReturnValue();
	const code = await command(args);
	const told = out.mock.calls.map(([text]) => String(text)).join('');
	const said = error.mock.calls.flat().join('\n');
	out.mockRestore();
	error.mockRestore();
	return { code, told, said };
}

const debate = file(
	'a.argdown',
	'===\ntitle: T\n===\n[a]: One.\n  <- [b]: Two.\n\n(1) P\n(2) Q\n----\n(3) [a]\n'
);

test('[F4] check prints one line of JSON a file: what it is, what it holds, and each remark with its place', async () => {
	const { code, told } = await run(check, '--json', debate, join(folder, 'nowhere'));
	const [first, second] = told
		.trim()
		.split('\n')
		.map((each): unknown => JSON.parse(each));
	expect(code).toBe(1);
	expect(first).toMatchObject({
		file: debate,
		format: 'argdown',
		ok: true,
		counts: { claims: 4, arguments: 0, relations: { support: 1, attack: 1 }, undercuts: 0 },
		warnings: [{ line: 4, column: 1, code: 'missing-blank-line' }],
		errors: [],
		argdown: { statements: 4, arguments: 1, relations: { support: 0, attack: 1 } }
	});
	expect(second).toMatchObject({ ok: false, format: null, errors: [{ code: 'unreadable' }] });
});

test('[F4] check says in the native counts, as others do, that lines end as in Windows or bytes are not UTF-8', async () => {
	const native = async (name: string): Promise<unknown> => {
		const { told } = await run(check, '--json', join(folder, name));
		return (JSON.parse(told) as Record<string, unknown>)['native'];
	};
	file('a.af', 'p af 1\r\n1 1\r\n');
	expect(await native('a.af')).toEqual({ crlf: true, args: 1, att: 1 });
	writeFileSync(join(folder, 'a.bib'), Buffer.from('@book{a, title = {Größe}}', 'latin1'));
	expect(await native('a.bib')).toEqual({ not_utf8: true, entries: 1, strings: 0, comments: 0 });
	file('crlf.argdown', '[a]: One.\r\n');
	expect(await native('crlf.argdown')).not.toHaveProperty('crlf');
	file('nothing.txt', '');
	const { code, told } = await run(check, join(folder, 'nothing.txt'));
	expect([code, told.split('\n')[1]]).toEqual([1, '  1:1 There is nothing in it. [unknown]']);
});

test('[F5] convert writes what the name of its output says, with a report on request', async () => {
	const [output, report] = [join(folder, 'a.svg'), join(folder, 'report.json')];
	expect(await run(convert, debate, '-o', output, '--report', report)).toMatchObject({ code: 0 });
	expect(readFileSync(output, 'utf8')).toContain('<svg');
	expect(JSON.parse(readFileSync(report, 'utf8'))).toMatchObject({ from: 'argdown', to: 'svg', ok: true });
	const png = join(folder, 'a.png');
	expect(await run(convert, debate, '-o', png, '--scale', '2', '--theme', 'dark')).toMatchObject({ code: 0 });
	expect(readFileSync(png).toString('latin1', 1, 4)).toBe('PNG');
	const { told } = await run(convert, debate, '--to', 'argosy');
	expect(JSON.parse(told)).toMatchObject({ argosy: 1, about: { title: 'T' } });
});

test('[F6] convert answers 1 and writes nothing where it is refused, and 2 with --strict where something is lost', async () => {
	const output = join(folder, 'b.json');
	const broken = file('broken.json', '{"argosy": 1, "items": [');
	expect(await run(convert, broken, '-o', output)).toMatchObject({ code: 1 });
	expect(existsSync(output)).toBe(false);
	expect(await run(convert, debate, '--to', 'nothing')).toMatchObject({
		code: 1,
		said: 'There is no format “nothing”. Try: argosy formats'
	});
	expect(await run(convert, debate, '--to', 'argosy', '--scale', '2')).toMatchObject({
		code: 1,
		said: expect.stringContaining('--scale is for pictures')
	});
	const sign = file('sign.argdown', '[a]: One \u{10fffd}.\n');
	expect(await run(convert, sign, '-o', join(folder, 'sign.png'), '--strict')).toMatchObject({
		code: 2,
		said: expect.stringContaining('Other signs: 1 character')
	});
	expect(await run(convert, debate, '--to', 'argosy', '--strict')).toMatchObject({ code: 2 });
});
