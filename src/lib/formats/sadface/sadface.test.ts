import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { apply } from '#lib/core/edit/apply.ts';
import type { Debate } from '#lib/core/model/debate.ts';
import { collected } from '#tests/support/files/collected.ts';
import { debateOf } from '#tests/support/formats.ts';
import type { Reading } from '../format.ts';
import { recognised } from '../registry.ts';
import { sadface } from './sadface.ts';

const BAKERY = readFileSync('tests/fixtures/sadface/bakery.json', 'utf8');

function read(text: string): Reading {
	const result = sadface.read!(text, () => null);
	if (!result.ok) throw new Error(result.error.errors[0]?.message);
	return result.value;
}

function debateIn(text: string): Debate {
	const { items, about } = read(text);
	return debateOf(items, about);
}

function written(debate: Debate): unknown {
	return JSON.parse(sadface.write!(debate).text);
}

test('[F45] atoms are claims, schemes relations on claims or on each other, metadata title and summary', () => {
	expect(recognised(BAKERY)?.name).toBe('sadface');
	const { items, about, native, warnings } = read(BAKERY);
	expect(about).toMatchObject({ title: 'The bakery', summary: 'What the queue said' });
	expect(items.filter(({ kind }) => kind === 'relation')).toMatchObject([
		{
			sense: 'support',
			scheme: 'Practical Reasoning',
			premises: [{ id: '0c1f-2' }, { id: '0c1f-3' }],
			target: '0c1f-1'
		},
		{ sense: 'attack', scheme: '', premises: [{ id: '0c1f-4' }], target: '0c1f-5' }
	]);
	expect(native).toEqual({
		topKeys: ['edges', 'metadata', 'nodes', 'resources'],
		types: { atom: 4, scheme: 2, note: 1 },
		schemes: { 'Practical Reasoning': 1, conflict: 1 },
		edges: 5
	});
	expect(warnings).toMatchObject([{ code: 'not-shown' }]);
});

test('[F46] a SADFace file that nobody changed comes back as it was', () => {
	expect(written(debateIn(BAKERY))).toEqual(JSON.parse(BAKERY));
});

test.each([
	['support', 'inference', ['schemes']],
	['support', 'Sign', []],
	['attack', 'undercut', []],
	['attack', 'Authority', ['schemes']],
	['support', 'Conflict', ['schemes']],
	['entails', '', ['senses']]
] as const)('[F46] %s by the scheme “%s” loses %j', (sense, scheme, lost) => {
	const debate = debateIn(BAKERY);
	apply(debate, [{ do: 'set', kind: 'relation', id: '0c1f-5', to: { sense, scheme } }]);
	expect(sadface.write!(debate).lost).toEqual(lost);
});

test('[F46] a new title goes where the old one stood, in files of version 0.1 as well', () => {
	const old = {
		id: 'x',
		title: 'Old',
		metadata: {},
		nodes: [{ id: 'a', type: 'atom', text: 'A' }],
		edges: [],
		resources: []
	};
	const debate = debateIn(JSON.stringify(old));
	debate.about = { title: 'New', summary: 'And why' };
	expect(written(debate)).toEqual({ ...old, title: 'New', metadata: { core: { description: 'And why' } } });
	expect(read(sadface.write!(debate).text).about).toMatchObject(debate.about);
	debate.about = { title: 'Newer', summary: '' };
	expect(read(sadface.write!(debate).text).about).toMatchObject(debate.about);
});

test('[F46] an empty file keeps its title, and what it cannot keep is said', () => {
	const empty = {
		metadata: { core: { title: 'Nothing yet', analyst_name: 'Analyst' } },
		nodes: [],
		edges: [],
		resources: []
	};
	const reading = read(JSON.stringify(empty));
	expect(recognised(JSON.stringify(empty))?.name).toBe('sadface');
	expect(reading).toMatchObject({
		about: { title: 'Nothing yet' },
		items: [],
		warnings: [{ code: 'not-kept' }]
	});
	expect(sadface.read!('{}', () => null)).toMatchObject({ error: { errors: [{ code: 'no-nodes' }] } });
});

test('[F46] files of others hold what others count in them, and come back as they were', () => {
	for (const { file, text, expected } of collected('sadface')) {
		expect(read(text).native, file).toEqual(expected);
		if (read(text).items.length > 0) expect(written(debateIn(text)), file).toEqual(JSON.parse(text));
	}
});
