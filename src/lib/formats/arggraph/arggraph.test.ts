import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { apply } from '#lib/core/edit/apply.ts';
import { discard } from '#lib/core/edit/discard.ts';
import type { Debate } from '#lib/core/model/debate.ts';
import { claim, premise, relation } from '#lib/core/model/make.ts';
import { told } from '../told.ts';
import { debate } from '#tests/support/debates.ts';
import { anySteps } from '#tests/support/edits.ts';
import { collected } from '#tests/support/files/collected.ts';
import { debateOf } from '#tests/support/formats.ts';
import { readXml, type Element } from '../carriers/xml.ts';
import type { Reading } from '../format.ts';
import { recognised } from '../registry.ts';
import { piecesIn } from './pieces.ts';
import { readArggraph } from './read.ts';
import { writeArggraph } from './write.ts';

const FOUNTAIN = readFileSync('tests/fixtures/arggraph/fountain.xml', 'utf8');

function read(text: string): Reading {
	const result = readArggraph(text);
	if (!result.ok) throw new Error(result.error.errors[0]?.message);
	return result.value;
}

function debateIn(text: string): Debate {
	const { items, about } = read(text);
	return debateOf(items, about);
}

/** A graph of a line for each element. */
function graph(...elements: readonly string[]): string {
	return `<arggraph id="g">\n${elements.join('\n')}\n</arggraph>`;
}

function xmlOf(text: string): Element {
	const xml = readXml(text);
	if (!xml.ok) throw new Error('not well formed');
	return xml.value;
}

/** Everything in the XML but its layout. */
function content(text: string): unknown {
	const pieces = piecesIn(xmlOf(text)).map(({ name, attributes, text: words }) => [name, attributes, words]);
	return [xmlOf(text).attributes, pieces];
}

describe('reading', () => {
	test('[F40] units are claims; joint sources, attacks on attacks and examples are relations', () => {
		expect(recognised(FOUNTAIN)?.name).toBe('arggraph');
		const { items, about, warnings } = read(FOUNTAIN);
		expect(warnings).toEqual([]);
		expect(about.title).toBe('fountain_01');
		const relations = items.flatMap((item) =>
			item.kind === 'relation'
				? [[item.id, item.sense, item.scheme, item.premises.map(({ id }) => id).join('+'), item.target]]
				: []
		);
		expect(relations).toEqual([
			['c12', 'support', '', 'a2', 'a1'],
			['c13', 'support', 'example', 'a3', 'a2'],
			['c14', 'attack', '', 'a4+a5', 'a1'],
			['c16', 'attack', '', 'a6+a7+a8', 'c14']
		]);
	});

	test('[F40] several segments make one claim, whether joined or not, and what nobody said is unstated', () => {
		const claims = debateIn(FOUNTAIN);
		expect(claims.get('a2')).toMatchObject({
			text: 'because people meet there and children play in the water < 20 cm deep.'
		});
		expect(claims.get('a7')).toMatchObject({ text: 'and a donor pays. Well.', unstated: false });
		expect(claims.get('a8')).toMatchObject({ unstated: true });
	});

	test('[F34] what is counted in an argument graph is what others count', () => {
		expect(read(FOUNTAIN).native).toEqual({
			edus: 10,
			adus: 8,
			joints: 1,
			aduTypes: { pro: 6, opp: 2 },
			edgeTypes: { seg: 11, sup: 1, exa: 1, reb: 1, add: 3, und: 1 },
			edgeTargets: {
				'seg:edu>adu': 8,
				'seg:edu>joint': 2,
				'seg:joint>adu': 1,
				'sup:adu>adu': 1,
				'exa:adu>adu': 1,
				'reb:adu>adu': 1,
				'add:adu>edge': 3,
				'und:adu>edge': 1
			},
			implicit: 1,
			attrs: ['id', 'stance', 'topic_id']
		});
	});

	test.each<[what: string, elements: readonly string[], codes: readonly (readonly [string, number])[]]>([
		[
			'an end that is nowhere',
			['<adu id="a" type="pro"/>', '<edge id="c" src="a" trg="z" type="sup"/>'],
			[['dangling', 3]]
		],
		[
			'an id that comes twice',
			['<adu id="a" type="pro"/>', '<adu id="a" type="opp"/>'],
			[['duplicate-id', 3]]
		],
		[
			'a type that nobody knows',
			['<adu id="a"/>', '<adu id="b"/>', '<edge id="c" src="a" trg="b" type="huh"/>'],
			[['not-shown', 4]]
		],
		[
			'an edge on a segment edge',
			[
				'<edu id="e"/>',
				'<adu id="a"/>',
				'<edge id="s" src="e" trg="a" type="seg"/>',
				'<edge id="c" src="a" trg="s" type="und"/>'
			],
			[['not-shown', 5]]
		],
		['an edge on itself', ['<adu id="a"/>', '<edge id="c" src="a" trg="c" type="und"/>'], [['not-shown', 3]]]
	])('[F44] %s is said with its line', (_what, elements, codes) => {
		expect(read(graph(...elements)).warnings.map(({ code, line }) => [code, line])).toEqual(codes);
	});

	test('[F44] additions to additions or to a unit count for the inference that they lead to', () => {
		const { items, warnings } = read(
			graph(
				...['a', 'b', 'c', 'd', 'e'].map((id) => `<adu id="${id}" type="pro"/>`),
				'<edge id="1" src="b" trg="a" type="sup"/>',
				'<edge id="2" src="c" trg="1" type="add"/>',
				'<edge id="3" src="d" trg="2" type="add"/>',
				'<edge id="4" src="e" trg="b" type="add"/>',
				'<edge id="5" src="e" trg="2" type="und"/>'
			)
		);
		expect(warnings).toEqual([]);
		expect(items.filter(({ kind }) => kind === 'relation')).toMatchObject([
			{ premises: [{ id: 'b' }, { id: 'c' }, { id: 'd' }, { id: 'e' }], target: 'a' },
			{ premises: [{ id: 'e' }], target: '1' }
		]);
	});

	test('[F44] what is no argument graph is refused', () => {
		expect(readArggraph('<graph/>')).toMatchObject({ error: { errors: [{ code: 'no-graph' }] } });
		expect(readArggraph('<arggraph><adu></arggraph>')).toMatchObject({
			error: { errors: [{ code: 'not-well-formed', line: 1 }], native: { error: 'not well-formed' } }
		});
	});
});

describe('writing', () => {
	test('[F41] a graph that nobody changed is the same text', () => {
		const { text, lost } = writeArggraph(debateIn(FOUNTAIN));
		expect(text).toBe(FOUNTAIN);
		expect(lost).toEqual([]);
	});

	test('[F41] loose segments, unknown types and foreign attributes are written again', () => {
		const text = graph(
			'<edge id="c" src="a" trg="b" type="huh" weight="0.5"/>',
			'<adu id="a" type="opp" colour="red"/>',
			'<edu id="e"><![CDATA[Nobody’s]]></edu>',
			'<adu id="b" type="pro"/>'
		);
		expect(content(writeArggraph(debateIn(text)).text)).toEqual([
			{ id: 'g' },
			expect.arrayContaining([
				['edge', { id: 'c', src: 'a', trg: 'b', type: 'huh', weight: '0.5' }, ''],
				['adu', { id: 'a', type: 'opp', colour: 'red' }, ''],
				['edu', { id: 'e' }, 'Nobody’s']
			])
		]);
	});

	test('[F42] new words take the place of the segments that said the old ones', () => {
		const changed = debateIn(FOUNTAIN);
		apply(changed, [{ do: 'set', kind: 'claim', id: 'a2', to: { text: 'since it is fun ]]>' } }]);
		const { text } = writeArggraph(changed);
		expect(text).toContain('<edu id="e2">since it is fun ]]&gt;</edu>');
		expect(text).not.toMatch(/id="(?:e3|j1)"/);
		expect(text).toContain('<edge id="c19" src="e2" trg="a2" type="seg"/>');
		expect(text.split('\n').length).toBe(FOUNTAIN.split('\n').length - 4);
	});

	test('[F42] a premise that was moved or taken out leaves the other edges as they were', () => {
		const changed = debateIn(FOUNTAIN);
		apply(changed, [
			{
				do: 'set',
				kind: 'relation',
				id: 'c16',
				to: { premises: [premise('a7'), premise('a6'), premise('a2')] }
			},
			...discard(changed, ['a3'])
		]);
		const { text } = writeArggraph(changed);
		expect(text).toContain('<edge id="c16" src="a7" trg="c14" type="und"/>');
		expect(text).toContain('src="a6" trg="c16" type="add"/>');
		expect(text).toContain('src="a2" trg="c16" type="add"/>');
		expect(text).not.toMatch(/"a3"|"e4"|"exa"|"c18"/);
	});

	test('[F42] what is unstated now, a premise that counts twice and edges of what is gone are no trouble', () => {
		const changed = debateIn(FOUNTAIN);
		const premises = ['a4', 'a5', 'a5'].map(premise);
		apply(changed, [
			{ do: 'set', kind: 'claim', id: 'a1', to: { unstated: true } },
			{ do: 'set', kind: 'claim', id: 'a8', to: { unstated: false } },
			{ do: 'set', kind: 'relation', id: 'c14', to: { premises } }
		]);
		const { text } = writeArggraph(changed);
		expect(debateIn(text).get('a1')).toMatchObject({ unstated: true });
		expect(debateIn(text).get('a8')).toMatchObject({ unstated: false });
		expect(debateIn(text).get('c14')).toMatchObject({ premises });
		expect(read(text).warnings).toEqual([]);
		const odd = graph('<adu id="a"/>', '<adu id="b"/>', '<edge id="c" src="a" trg="b" type="huh"/>');
		const without = debateIn(odd);
		apply(without, discard(without, ['b']));
		expect(read(writeArggraph(without).text).warnings).toEqual([]);
	});

	test('[F42] whatever is changed after reading, what is not reported lost comes back', () => {
		fc.assert(
			fc.property(
				fc.constant(null).chain(() => anySteps(debateIn(FOUNTAIN))),
				(steps) => {
					const changed = debateIn(FOUNTAIN);
					for (const step of steps) apply(changed, [step]);
					const { text, lost } = writeArggraph(changed);
					expect(told(read(text), lost)).toEqual(
						told({ about: changed.about, items: changed.items() }, lost)
					);
				}
			)
		);
	});

	test('[F43] attacks change sides, support does not, however deep', () => {
		const made = debate('a', 'b', 'c', 'd', 'b-a');
		for (const item of [
			relation({ id: 'r', sense: 'attack', premises: [premise('c')], target: 'b-a' }),
			relation({ id: 's', sense: 'support', premises: [premise('d')], target: 'b' })
		])
			apply(made, [{ do: 'add', item }]);
		apply(made, [{ do: 'add', item: claim({ id: 'z', text: '' }) }]);
		const { text } = writeArggraph(made);
		const sides = piecesIn(xmlOf(text)).flatMap(({ name, attributes }) =>
			name === 'adu' ? [attributes['type']] : []
		);
		const words = piecesIn(xmlOf(text)).flatMap((piece) => (piece.name === 'edu' ? [piece.text] : []));
		expect(Object.fromEntries(words.map((word, at) => [word, sides[at]]))).toEqual({
			a: 'pro',
			b: 'opp',
			c: 'pro',
			d: 'opp',
			'': 'pro'
		});
		expect(text).toContain('<arggraph id="untitled">');
		expect(read(text).about.title).toBe('');
	});

	test('[F42] words that XML cannot hold are reported', () => {
		const made = debate('a', 'b');
		apply(made, [{ do: 'set', kind: 'claim', id: 'a', to: { text: 'a\u0001b' } }]);
		expect(writeArggraph(made).lost).toEqual(['texts']);
		apply(made, [{ do: 'set', kind: 'claim', id: 'a', to: { text: 'a\r\n ]]> <b>\u2028' } }]);
		const { text, lost } = writeArggraph(made);
		expect(lost).toEqual([]);
		expect(read(text).items[0]).toMatchObject({ text: 'a\r\n ]]> <b>\u2028' });
	});
});

test('[F41] files of others hold what others count in them, and every element comes back', () => {
	for (const { file, text, expected } of collected('arggraph')) {
		expect(read(text).native, file).toEqual(expected);
		expect(read(text).warnings, file).toEqual([]);
		expect(content(writeArggraph(debateIn(text)).text), file).toEqual(content(text));
	}
});
