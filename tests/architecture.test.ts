import { dirname } from 'node:path';
import { describe, expect, test } from 'vitest';
import { filesIn, formFaults, importFaults, isCode, isTest, type File, type Place } from './support/house.ts';

/** Who may import whom. The narrowest place counts; a place imports itself by relative paths. */
const TABLE: Readonly<Record<string, Place>> = {
	'src/lib/core': { rooms: [], packages: [] },
	'src/lib/formats': { rooms: ['core'], packages: ['yaml', 'saxes'] },
	// The reference parser, to compare with.
	'src/lib/formats/argdown/argdown.test.ts': { rooms: ['core'], packages: ['@argdown/core'] },
	'src/lib/formats/argdown/json/argdownJson.test.ts': { rooms: ['core'], packages: ['@argdown/core'] },
	'src/lib/draw': { rooms: ['core', 'formats'], packages: ['d3'] },
	// A tool run by hand: it measures the fonts and writes what the rest of the room reads.
	'src/lib/draw/font/generate.ts': { rooms: ['core'], packages: ['node:*', 'subset-font'] },
	'src/lib/i18n': { rooms: [], packages: ['intl-messageformat'] },
	'src/lib/server': { rooms: ['core', 'formats', 'draw', 'i18n'], packages: ['node:*', '@resvg/resvg-js'] },
	'src/lib/server/picture': {
		rooms: ['core', 'formats', 'draw', 'i18n'],
		packages: ['node:*', '@resvg/resvg-js', 'subset-font']
	},
	'src/lib/server/store': {
		rooms: ['core', 'formats', 'draw', 'i18n'],
		packages: ['node:*', 'better-sqlite3', 'drizzle-orm']
	},
	'src/lib/server/accounts': {
		rooms: ['core', 'formats', 'draw', 'i18n'],
		packages: ['node:*', 'lucia', '@lucia-auth/adapter-drizzle']
	},
	'src/lib/client': { rooms: ['core', 'formats'], packages: ['svelte'] },
	'src/lib/ui': {
		rooms: ['core', 'formats', 'draw', 'client', 'i18n'],
		packages: ['svelte', 'd3', 'bits-ui', '$app/navigation', '$app/state']
	},
	'src/lib/ui/canvas': {
		rooms: ['core', 'formats', 'draw', 'client', 'i18n'],
		packages: ['svelte', 'd3', 'bits-ui', '@xyflow/svelte']
	},
	'src/cli': { rooms: ['core', 'formats', 'draw', 'server', 'i18n'], packages: ['node:*', 'vite'] },
	src: {
		rooms: ['core', 'formats', 'draw', 'server', 'client', 'ui', 'i18n'],
		packages: ['svelte', '@sveltejs/kit', '$app/*', 'node:*']
	}
};

const source = filesIn('src');
const everywhere = [...source, ...filesIn('tests')];
const code = everywhere.filter(({ path }) => isCode(path));

test('[A1] a room imports only what the table allows', () => {
	const faults = source.filter(({ path }) => isCode(path)).flatMap((file) => importFaults(file, TABLE));
	expect(faults).toEqual([]);
});

test('[A2] every file has the form of the house', () => {
	expect(code.flatMap((file) => formFaults(file))).toEqual([]);
});

test('[A3] no file has more than 300 lines; tables of words are no code', () => {
	const isWords = (path: string) => path.startsWith('src/lib/i18n/');
	const long = code.filter(({ path, text }) => !isWords(path) && text.split('\n').length > 301);
	expect(long.map(({ path }) => `${path}: give a part of it a file of its own`)).toEqual([]);
});

test('[A4] no folder has more than 15 files of code, tests aside', () => {
	const count = new Map<string, number>();
	for (const { path } of code.filter(({ path }) => !isTest(path)))
		count.set(dirname(path), (count.get(dirname(path)) ?? 0) + 1);
	const full = [...count].filter(([, files]) => files > 15);
	expect(full.map(([folder, files]) => `${folder}: find the two ideas in its ${files} files`)).toEqual([]);
});

test('[A5] every rule has a test, and every test of a rule names one that is written down', () => {
	const rules = everywhere.filter(({ path }) => path.endsWith('/RULES.md'));
	const stated = rules.flatMap(({ text }) =>
		[...text.matchAll(/^- \*\*([A-Z]\d+)\*\*/gm)].map(([, rule]) => rule!)
	);
	const tests = everywhere.filter(({ path }) => isTest(path));
	const held = new Set(
		tests.flatMap(({ text }) => [...text.matchAll(/['"`]\[([A-Z]\d+)\] /g)].map(([, rule]) => rule!))
	);
	expect(
		stated.filter((rule, at) => stated.indexOf(rule) !== at).map((rule) => `${rule} is stated twice`)
	).toEqual([]);
	expect(stated.filter((rule) => !held.has(rule)).map((rule) => `${rule} has no test`)).toEqual([]);
	expect(
		[...held].filter((rule) => !stated.includes(rule)).map((rule) => `${rule} is in no RULES.md`)
	).toEqual([]);
});

describe('the laws above see what they should', () => {
	const imports = (path: string, text: string) => importFaults({ path, text }, TABLE);
	const form = (path: string, text: string) => formFaults({ path, text });

	test.each<[what: string, path: string, text: string, advice: string]>([
		['a package in core', 'src/lib/core/edit/a.ts', `import fc from 'fast-check';`, 'imports nothing at all'],
		['Node in core', 'src/lib/core/a.ts', `await import('node:fs');`, 'imports nothing at all'],
		[
			'the store in the page',
			'src/lib/ui/A.svelte',
			`<script>import { a } from '#lib/server/a.ts';</script>`,
			'ui must not import server'
		],
		[
			'the page on the server',
			'src/lib/server/a.ts',
			`import type { A } from '#lib/client/a.ts';`,
			'server must not import client'
		],
		[
			'the server in the browser',
			'src/routes/+page.svelte',
			`<script>import '#lib/server/a.ts';</script>`,
			'runs on the server'
		],
		[
			'the browser on the server',
			'src/routes/a/+server.ts',
			`import { a } from '#lib/ui/a.ts';`,
			'runs in the browser'
		],
		[
			'the canvas library elsewhere',
			'src/lib/ui/parts/A.svelte',
			`<script>import { a } from '@xyflow/svelte';</script>`,
			'must not import the package'
		],
		[
			'SQL outside the store',
			'src/lib/server/export/a.ts',
			`import { eq } from 'drizzle-orm';`,
			'must not import the package'
		],
		[
			'sessions outside accounts',
			'src/lib/server/store/a.ts',
			`import { Lucia } from 'lucia';`,
			'must not import the package'
		],
		['$lib', 'src/routes/+page.svelte', `<script>import '$lib/ui/A.svelte';</script>`, 'write #lib'],
		['no extension', 'src/lib/ui/a.ts', `import { a } from './b';`, 'write the extension'],
		['a path into another room', 'src/lib/ui/a.ts', `import { a } from '../core/a.ts';`, 'as #lib/core/a.ts'],
		[
			'a long way round',
			'src/lib/core/edit/a.ts',
			`import { a } from '#lib/core/a.ts';`,
			'relative to this file'
		],
		[
			'tests in the product',
			'src/lib/core/a.ts',
			`import { a } from '#tests/support/debates.ts';`,
			'must not import the package'
		],
		['a room that nobody knows', 'lib/a.ts', '', 'stands in no room']
	])('[A1] %s is refused with the way to go', (_what, path, text, advice) => {
		expect(imports(path, text)).toEqual([expect.stringContaining(advice)]);
	});

	test('[A1] what the table allows passes', () => {
		expect(
			imports(
				'src/lib/ui/canvas/A.svelte',
				`<script>import { a } from '@xyflow/svelte'; import { b } from '../b.ts'; import { t } from '#lib/i18n/t.ts';</script>`
			)
		).toEqual([]);
		expect(
			imports(
				'src/lib/core/a.test.ts',
				`import fc from 'fast-check'; import { d } from '#tests/support/debates.ts';`
			)
		).toEqual([]);
		expect(
			imports(
				'src/routes/+page.server.ts',
				`import { a } from '#lib/server/a.ts'; import { error } from '@sveltejs/kit'; import type { B } from './$types';`
			)
		).toEqual([]);
	});

	test.each<[what: string, path: string, text: string, advice: string]>([
		['a default export', 'src/lib/core/a.ts', 'export default 3;', 'by name'],
		['a default function', 'src/lib/core/a.ts', 'export default function a() {}', 'by name'],
		['a barrel', 'src/lib/core/a.ts', `export { a } from './b.ts';`, 'where a thing is made'],
		['a star', 'src/lib/core/a.ts', `export * from './b.ts';`, 'where a thing is made'],
		['raw HTML', 'src/lib/ui/A.svelte', '<p>{@html words}</p>', 'any string must show as text'],
		['a manager', 'src/lib/core/a.ts', 'export class DebateManager {}', 'what it is or does'],
		['an I', 'src/lib/core/a.ts', 'interface IClaim {}', 'without the I'],
		['a heap of things', 'src/lib/core/utils.ts', '', 'after its one main export'],
		['a component in small letters', 'src/lib/ui/claimCard.svelte', '', 'PascalCase'],
		['a module in kebabs', 'src/lib/ui/claim-card.ts', '', 'camelCase'],
		['a folder of two words', 'src/lib/ui/claimCards/a.ts', '', 'one lowercase word']
	])('[A2] %s is refused with the way to go', (_what, path, text, advice) => {
		expect(form(path, text)).toEqual([expect.stringContaining(advice)]);
	});

	test('[A2] what is usual passes', () => {
		const file: File = {
			path: 'src/routes/debates/[id]/+page.server.ts',
			text: 'export const load = () => ({});'
		};
		expect(formFaults(file)).toEqual([]);
		expect(
			form('src/lib/client/session.svelte.ts', 'export class Session {}\nexport interface Item {}')
		).toEqual([]);
	});
});
