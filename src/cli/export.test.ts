import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { sample } from '#lib/server/sample/sample.ts';
import { openStore } from '#lib/server/store/open.ts';
import { exportDebate } from './export.ts';

const folder = mkdtempSync(join(tmpdir(), 'argosy-export-'));
const database = join(folder, 'a.db');
const output = join(folder, 'a.svg');
afterAll(() => rmSync(folder, { recursive: true }));

beforeAll(async () => {
	const opened = openStore({ file: database, clock: () => 0, mode: 'serve' });
	if (!opened.ok) throw new Error(opened.error.why);
	await opened.value.create({ ...sample(), owner: null, at: 0, sample: true });
	await opened.value.create({ ...sample(), id: 'other', owner: null, at: 0 });
	opened.value.close();
});

/** Runs the command; answers with its code and what it said on standard error. */
async function run(...args: string[]): Promise<{ code: number; said: string }> {
	const error = vi.spyOn(console, 'error').mockReturnValue();
	const code = await exportDebate(['--database', database, '-o', output, ...args]);
	const said = error.mock.calls.flat().join('\n');
	error.mockRestore();
	return { code, said };
}

test('the sample is drawn where no debate is named', async () => {
	expect(await run()).toMatchObject({ code: 0 });
	expect(readFileSync(output, 'utf8')).toContain('data-item="contention"');
});

test('a branch is drawn alone, in the theme that is asked for', async () => {
	expect(await run('other', '--branch', 'not-binding', '--theme', 'dark')).toMatchObject({ code: 0 });
	const text = readFileSync(output, 'utf8');
	expect(text).toContain('data-item="not-binding"');
	expect(text).not.toContain('data-item="contention"');
});

test('a branch is named by words that no other claim has, however they are spelled', async () => {
	expect(await run('other', '--branch', 'cannot BIND  its')).toMatchObject({ code: 0 });
	expect(readFileSync(output, 'utf8')).toContain('data-item="not-binding"');
	expect(readFileSync(output, 'utf8')).not.toContain('data-item="contention"');
});

test('a debate without claims is refused: an empty picture is of no use', async () => {
	const opened = openStore({ file: database, clock: () => 0, mode: 'serve' });
	if (!opened.ok) throw new Error(opened.error.why);
	await opened.value.create({ id: 'bare', steps: [], owner: null, at: 0 });
	opened.value.close();
	expect(await run('bare')).toEqual({ code: 1, said: 'There is nothing to draw yet. Add a claim first.' });
});

test('the name of the file says that it is to be PNG, as wide as is asked for', async () => {
	const png = join(folder, 'a.png');
	expect(await run('other', '-o', png, '--width', '640', '--select', 'not-binding,contention')).toMatchObject(
		{
			code: 0
		}
	);
	const bytes = readFileSync(png);
	expect(bytes.toString('latin1', 1, 4)).toBe('PNG');
	expect(bytes.readUInt32BE(16)).toBe(640);
});

test('title and date stand above where they are asked for', async () => {
	expect(await run('other', '--title', '--date', '--no-legend', '--transparent')).toMatchObject({ code: 0 });
	const text = readFileSync(output, 'utf8');
	expect(text).toMatch(/data-heading[^]*data-date/);
	expect(text).not.toMatch(/data-legend|data-ground/);
});

test.each<[what: string, args: string[], said: RegExp]>([
	['a name that several debates have', ['central asia'], /Several[^]*other[^]*turkic-states/],
	['a name that none has', ['Mars'], /No debate[^]*turkic-states/],
	['a branch that is not there', ['other', '--branch', 'x y'], /no claim “x y”/],
	['a branch without a name', ['other', '--branch', ''], /no claim “”/],
	['words that several claims have', ['other', '--branch', 'the OTS'], /Several[^]*not-binding/],
	['a selection of nothing', ['other', '--select', ','], /no claim “”/],
	['a kind of file that is no picture', ['other', '-o', join(folder, 'a.pdf')], /a\.pdf: a picture is/],
	['a size of an SVG', ['--scale', '2'], /for PNG/],
	['a scale that is none', ['--to', 'png', '--scale', 'large'], /0\.01 to 20/],
	['a width and a scale', ['--to', 'png', '--scale', '2', '--width', '90'], /not both/],
	['more pixels than can be drawn', ['--to', 'png', '--scale', '20'], /A scale of [\d.]+ fits/],
	['a branch of what is no claim', ['other', '--branch', 'address'], /no claim “address”/],
	['a theme that is none', ['--theme', 'pink'], /light, dark, grey, print/],
	['an option that is none', ['--colour', 'red'], /--colour/],
	['a folder that is not there', ['-o', join(folder, 'none', 'a.svg')], /could not be written/]
])('%s is refused with what there is instead', async (_what, args, said) => {
	const { code, said: heard } = await run(...args);
	expect(code).toBe(1);
	expect(heard).toMatch(said);
});
