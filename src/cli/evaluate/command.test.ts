import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';
import { evaluateFile } from './command.ts';

const folder = mkdtempSync(join(tmpdir(), 'argosy-evaluate-'));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, text: string): string {
	writeFileSync(join(folder, name), text);
	return join(folder, name);
}

/** Runs the command; answers with its code and what it said on standard output and standard error. */
async function run(...args: string[]) {
	const out = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
	const error = vi.spyOn(console, 'error').mockReturnValue();
	const code = await evaluateFile(args);
	const told = out.mock.calls.map(([text]) => String(text)).join('');
	const said = error.mock.calls.flat().join('\n');
	out.mockRestore();
	error.mockRestore();
	return { code, told, said };
}

async function json(...args: string[]): Promise<unknown> {
	const { code, told } = await run('--json', ...args);
	expect(code).toBe(0);
	return JSON.parse(told);
}

/** Two that attack each other, what falls with either, and what stands by it. */
const harbour = file(
	'harbour.apx',
	'arg(ferry).arg(tunnel).arg(noise).arg(quiet).\n'.concat(
		'att(ferry,tunnel).att(tunnel,ferry).att(ferry,noise).att(tunnel,noise).att(noise,quiet).\n'
	)
);
const circle = file('circle.af', 'p af 3\n1 2\n2 3\n3 1\n');

test('[V56] evaluate says what stands, falls and is open, by the names that the file has', async () => {
	expect(await json(circle)).toMatchObject({
		semantics: 'verdict',
		in: [],
		out: [],
		open: ['1', '2', '3'],
		relations: { in: [], out: [] }
	});
	const argued = file('argued.argdown', '[roof]: The roof leaks.\n\n[roof]\n  <- [dry]: The attic is dry.\n');
	const words = await run(argued);
	expect(words).toMatchObject({ code: 0, said: '' });
	expect(words.told).toContain('stands (1): dry\nfalls (1): roof\n');
	expect((await run(argued, '--query', 'roof')).told).toContain('falls (1): roof\n');
	expect(words.told).toContain('of 1 relations 1 carry, 0 do not, 0 are open');
	expect(await json(argued)).toMatchObject({ in: ['dry'], out: ['roof'], open: [] });
	const both = file('both.argdown', '[roof]: The roof leaks.\n\n<roof>: It drips.\n  -> [roof]\n');
	expect(await json(both)).toMatchObject({ in: [expect.stringMatching(/^n\d+$/)], out: ['roof'] });
});

test('[V56] it finds the positions, or says about one item whether it is in some and in every one', async () => {
	expect(await json(harbour, '--semantics', 'preferred')).toEqual({
		semantics: 'preferred',
		decided: true,
		count: 2,
		positions: expect.toSatisfy((all: string[][]) => all.every((one) => one.includes('quiet'))),
		inSome: ['ferry', 'tunnel', 'quiet'],
		inEvery: ['quiet']
	});
	expect(await json(harbour, '--semantics', 'complete')).toMatchObject({ count: 3, inEvery: [] });
	expect(await json(harbour, '--semantics', 'grounded')).toMatchObject({ count: 1, positions: [[]] });
	expect(await json(harbour, '--semantics', 'ideal')).toMatchObject({ count: 1, positions: [[]] });
	expect(await json(circle, '--semantics', 'stable')).toMatchObject({
		decided: true,
		count: 0,
		inSome: [],
		inEvery: ['1', '2', '3']
	});
	const asked = ['--semantics', 'preferred', '--query', 'ferry'];
	expect(await json(harbour, ...asked)).toMatchObject({ decided: true, inSome: 'yes', inEvery: 'no' });
	expect((await run(harbour, ...asked)).told).toBe(
		'ferry, preferred positions: in some: yes; in every one: no\n'
	);
	expect((await run(circle, '--semantics', 'stable')).told).toContain('There is no such position.');
});

test('[V56] without time it does not guess', async () => {
	const args = ['--semantics', 'preferred', '--budget', '0'];
	expect(await json(harbour, ...args)).toMatchObject({
		decided: false,
		count: null,
		positions: [],
		inSome: [],
		inEvery: []
	});
	expect(await json(harbour, ...args, '--query', 'ferry')).toMatchObject({
		decided: false,
		inSome: 'not decided'
	});
	expect((await run(harbour, ...args)).told).toContain('Not everything was decided');
});

test('[V57] a weighted framework means what it says: base scores as they are, support in circles too', async () => {
	const weighted = file(
		'weighted.bag',
		'arg(a, 1.0).\narg(b, 0.4).\narg(c, 0.2).\natt(a,b).\nsup(b,c).\nsup(c,b).\n'
	);
	const found = (await json(weighted, '--semantics', 'dfquad')) as { strength: Record<string, number> };
	const { a, b, c } = found.strength as { a: number; b: number; c: number };
	expect([a, b, c]).toEqual([1, expect.closeTo(0.4 * c, 9), expect.closeTo(0.2 + 0.8 * b, 9)]);
	const alone = file('alone.bag', 'arg(a, 0.0).\narg(b, 1.0).\nsup(a,b).\n');
	expect(await json(alone, '--semantics', 'quadraticEnergy')).toMatchObject({ strength: { a: 0, b: 1 } });
	const ring = file('ring.bag', 'arg(a, 0.5).\narg(b, 0.5).\nsup(a,b).\nsup(b,a).\n');
	const { strength } = (await json(ring, '--semantics', 'mlp')) as { strength: Record<string, number> };
	// Each is 1 / (1 + exp(-other)).
	expect(strength['a']).toBeCloseTo(1 / (1 + Math.exp(-strength['b']!)), 9);
	expect((await run(ring, '--semantics', 'euler')).told).toContain('strength under Euler-based');
});

test.each([
	[['--semantics', 'best'], 'There is no semantics “best”'],
	[['--budget', 'long'], '“long” is not a number of seconds'],
	[['--query', 'boat'], 'There is no “boat” in'],
	[['--from', 'nothing'], 'There is no format “nothing”']
])('[V56] what makes no sense is refused: %j', async (args, message) => {
	const { code, told, said } = await run(harbour, ...args);
	expect({ code, told }).toEqual({ code: 1, told: '' });
	expect(said).toContain(message);
	expect((await run()).code).toBe(1);
});
