import { readFileSync } from 'node:fs';
import { expect, test, vi } from 'vitest';
import { FORMATS } from '#lib/formats/registry.ts';
import { formats } from './formats.ts';
import { HELP } from './help.ts';

/** Where each command says what it takes. */
const SOURCES: Readonly<Record<string, readonly string[]>> = {
	serve: ['serve'],
	verify: ['verify'],
	backup: ['backup'],
	export: ['export', 'picture/asked'],
	check: ['check'],
	convert: ['convert', 'picture/asked'],
	evaluate: ['evaluate/command'],
	formats: ['formats'],
	help: ['help']
};

function textOf(name: string): string {
	return readFileSync(`src/cli/${name}.ts`, 'utf8');
}

/** What help says of a command, with what it says of pictures. */
function saidOf(command: string): string {
	const [commands = '', ...others] = HELP.split('\n\n');
	const own = commands.split(/^(?=argosy )/m).find((part) => part.startsWith(`argosy ${command}`)) ?? '';
	const pictures = others.find((part) => part.startsWith('Pictures')) ?? '';
	return own + (SOURCES[command]?.includes('picture/asked') ? pictures : '');
}

test('[W40] help names every command', () => {
	const commands = [...textOf('argosy').matchAll(/\['(\w+)', \w+\]/g)].map(([, name]) => name!);
	expect(commands.sort()).toEqual(Object.keys(SOURCES).sort());
	for (const command of commands) expect(saidOf(command)).not.toBe('');
});

test.each(Object.keys(SOURCES))('[W40] help names every option of %s', (command) => {
	const taken = SOURCES[command]!.flatMap((name) =>
		[...textOf(name).matchAll(/([\w-]+)'?: \{ type: '(?:string|boolean)'/g)].map(([, option]) => option!)
	);
	const said = [...saidOf(command).matchAll(/--([\w-]+)/g)].map(([, option]) => option!);
	const others = command === 'help' ? ['help'] : [];
	expect([...new Set(said)].sort()).toEqual([...taken, ...others].sort());
});

test('[W40] argosy formats says of each which ways it goes', async () => {
	let written = '';
	const spy = vi.spyOn(process.stdout, 'write').mockImplementation((part) => {
		written += String(part);
		return true;
	});
	await formats();
	spy.mockRestore();
	const ways = new Map(
		written
			.trimEnd()
			.split('\n')
			.map((line) => [line.split(' ')[0]!, /^\S+ +(in, out|in|out|known) /.exec(line)?.[1]])
	);
	expect([...ways.keys()]).toEqual(FORMATS.map(({ name }) => name));
	expect(ways.get('argdown')).toBe('in, out');
	expect(ways.get('aspic')).toBe('in');
	expect(ways.get('mermaid')).toBe('out');
	expect(ways.get('argdown-2')).toBe('known');
});
