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

test.each<[what: string, args: string[], said: RegExp]>([
	['a name that several debates have', ['central asia'], /Several[^]*other[^]*turkic-states/],
	['a name that none has', ['Mars'], /No debate[^]*turkic-states/],
	['a branch that is not there', ['other', '--branch', 'x'], /no claim x/],
	['a theme that is none', ['--theme', 'pink'], /light, dark, print/],
	['an option that is none', ['--colour', 'red'], /--colour/],
	['a folder that is not there', ['-o', join(folder, 'none', 'a.svg')], /could not be written/]
])('%s is refused with what there is instead', async (_what, args, said) => {
	const { code, said: heard } = await run(...args);
	expect(code).toBe(1);
	expect(heard).toMatch(said);
});
