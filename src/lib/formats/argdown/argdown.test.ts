import { readdirSync, readFileSync } from 'node:fs';
import { argdown as core } from '@argdown/core';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { told } from '../told.ts';
import { debate } from '#tests/support/debates.ts';
import { anyDebate } from '#tests/support/edits.ts';
import { debateOf } from '#tests/support/formats.ts';
import type { Reading } from '../format.ts';
import { recognised } from '../registry.ts';
import { sayable } from './write/escape.ts';
import { readArgdown, understand } from './read.ts';
import { writeArgdown } from './write/write.ts';

const FIXTURES = 'tests/fixtures/argdown';

function read(text: string): Reading {
	const result = readArgdown(text);
	if (!result.ok) throw new Error(result.error.errors[0]?.message);
	return result.value;
}

/** What the reference parser makes of a text. */
function reference(input: string) {
	const process = ['parse-input', 'build-model', 'regroup'];
	const response = core.run({ input, process, logLevel: 'none' }, {} as never);
	const {
		statements = {},
		arguments: named = {},
		relations = [],
		parserErrors = [],
		lexerErrors = [],
		exceptions = []
	} = response;
	const counts: Record<string, number> = {};
	for (const { relationType = '' } of relations) counts[relationType] = (counts[relationType] ?? 0) + 1;
	return {
		errors: parserErrors.length + lexerErrors.length + exceptions.length,
		equivalenceClasses: Object.keys(statements).length,
		arguments: Object.keys(named).length,
		relations: counts
	};
}

describe('reading', () => {
	test.each(readdirSync(FIXTURES))(
		'[F10] %s has the statements, arguments and relations that the reference finds',
		(name) => {
			const text = readFileSync(`${FIXTURES}/${name}`, 'utf8');
			const { errors, ...counts } = reference(text);
			expect(errors).toBe(0);
			expect(read(text).native).toMatchObject(counts);
		}
	);

	test('[F11] a missing blank line costs a warning with its line, and nothing else', () => {
		const { items, warnings } = read('===\ntitle: T\n===\n[a]: A claim.\n  - [b]: An objection.');
		expect(warnings).toMatchObject([{ code: 'missing-blank-line', line: 4 }]);
		expect(items.map(({ kind }) => kind)).toEqual(['claim', 'claim', 'relation']);
	});

	test('[F11] what cannot be understood is named with its line; everything around it is kept', () => {
		const { items, warnings } = read('[a]: One.\n\n  + \n\n[b]: Two.\n  - <c>: Three.');
		expect(warnings.map(({ line }) => line)).toContain(3);
		expect(items.flatMap((item) => (item.kind === 'claim' ? [item.text] : []))).toEqual(['One.', 'Two.']);
	});

	test('[F11] a second structure of an argument, which the reference refuses, is another one, and that is said', () => {
		const text = '<a>\n\n(1) P\n----\n(2) Q\n\n<a>\n\n(1) R\n----\n(2) S\n';
		expect(reference(text).errors).toBe(1);
		const { native, warnings } = read(text);
		expect(native).toMatchObject({ equivalenceClasses: 4, argumentsWithPcs: 2 });
		expect(warnings).toMatchObject([{ code: 'second-structure', line: 9, column: 1 }]);
	});

	test('[F11] tags and aliases of YAML are not read, and that is said', () => {
		const { warnings, about } = read('===\ntitle: &t T\nsub: *t\n===\n\n[a]: One. {x: !!binary eA==}\n');
		expect(about.title).toBe('');
		expect(warnings.map(({ code, line }) => [code, line])).toEqual([
			['front-matter', 1],
			['data', 6]
		]);
	});

	test('[F11] what is nested too deep is left out, with its line', () => {
		const text = Array.from({ length: 300 }, (_, at) => `${'  '.repeat(at)}${at ? '+ ' : ''}[c${at}]: C.`);
		const { items, warnings } = read(text.join('\n'));
		expect(items.filter(({ kind }) => kind === 'claim')).toHaveLength(257);
		expect(warnings[0]).toMatchObject({ code: 'too-deep', line: 258 });
	});

	test('[F11] signs that nothing closes take no longer than words', () => {
		for (const sign of ['#(', '@[', '<', '{', '/*', '*_', '[a](', '`']) {
			const { warnings } = read(`[a]: ${sign.repeat(200_000)}\n\n[b]: B.\n`);
			expect(warnings.length, sign).toBeLessThanOrEqual(1000);
		}
	}, 20_000);

	test('[F12] a bare address is cut at its two slashes, as in Argdown, and that is said', () => {
		const { items, warnings } = read('[a]: see https://example.org (page 3)\n');
		expect(items[0]).toMatchObject({ text: 'see https:' });
		expect(warnings).toMatchObject([{ code: 'cut-address', line: 1, column: 16 }]);
	});

	test('[F13] Argdown in a Markdown fence is read at its place, and the prose around it is not', () => {
		const { items, warnings } = read('# Essay\n\nWords.\n\n```argdown\n[a]: One.\n  +\n```\n\nMore [words].');
		expect(items).toMatchObject([{ kind: 'claim', title: 'a', text: 'One.' }]);
		expect(warnings.every(({ line }) => line === 7 || line === 8)).toBe(true);
	});

	test('[F14] text in another language of the same name is known, named and refused', () => {
		const format = recognised('[#c1] Zoos are good\n[#c2] They educate\n#c2 --> #c1\n', 'debate.argdown');
		expect(format?.name).toBe('argdown-2');
		expect(format?.read?.('', () => null)).toMatchObject({
			ok: false,
			error: { errors: [{ code: 'foreign-dialect' }] }
		});
	});

	test('[F15] tags at the end are about a claim; its words are without them', () => {
		const [item] = read('[a]: The #EU should act. #policy #(two words)').items;
		expect(item).toMatchObject({ text: 'The #EU should act.', tags: ['EU', 'policy', 'two words'] });
	});

	test('[F16] a structure without an argument is one relation with joined premises', () => {
		const { items } = read('(1) P\n(2) Q\n----\n(3) R');
		const [relation] = items.filter((item) => item.kind === 'relation');
		expect(relation?.premises).toHaveLength(2);
		expect(items.some(({ kind }) => kind === 'argument')).toBe(false);
	});
});

describe('writing', () => {
	test('[F17] the reference parser accepts what is written, and finds as many statements and arguments', () => {
		fc.assert(
			fc.property(anyDebate, (debate) => {
				const { text } = writeArgdown(debate);
				fc.pre(debate.count.claim + debate.count.argument > 0);
				// The reference keeps titles in plain objects, and does not tell these from what every object has.
				fc.pre(!Object.getOwnPropertyNames(Object.prototype).some((name) => text.includes(name)));
				const { errors, equivalenceClasses, arguments: named } = reference(text);
				const { model } = understand(text);
				expect([errors, equivalenceClasses, named], text).toEqual([
					0,
					model.classes.length,
					model.arguments.length
				]);
			}),
			{ numRuns: 60 }
		);
	});

	test('[F3] a number at the very end, with nothing to say, is passed over', () => {
		const { warnings } = read('<a>\n\n(1) s\n----\n(2)');
		expect(warnings.map(({ code }) => code)).toContain('not-a-statement');
	});

	test('[F18] two undercuts of one inference by the same claim both come back', () => {
		const made = debate('a', 'b', 'u', 'b>a', 'u-(b>a)', 'again:u-(b>a)');
		const { text, lost } = writeArgdown(made);
		expect(told(read(text), lost)).toEqual(told({ about: made.about, items: made.items() }, lost));
	});

	test('[F18] undercuts by arguments that are only named come back', () => {
		const first = read('(1) P\n----\n  <_ <a>\n(2) Q\n\n<b>\n\n(1) R\n----\n  <_ <c>\n  <_ [d]: D\n(2) S\n');
		const { text, lost } = writeArgdown(debateOf(first.items, first.about));
		expect(text.match(/<_ /g)).toHaveLength(3);
		expect(told(read(text), lost)).toEqual(told(first, lost));
	});

	test.each(readdirSync(FIXTURES))('[F18] %s written and read again is the same Argdown', (name) => {
		const first = read(readFileSync(`${FIXTURES}/${name}`, 'utf8'));
		const { text, lost } = writeArgdown(debateOf(first.items, first.about));
		expect(lost.filter((loss) => loss !== 'order')).toEqual([]);
		expect(told(read(text), lost)).toEqual(told(first, lost));
	});

	test('[F19] words are escaped so that they read back as they are, or are not said in a line at all', () => {
		const words = [
			'see https://example.org now',
			'{1, 2} and [1] <b>',
			'2*3*4 x_y_z',
			'*bold*',
			':smile: .y.',
			'#1',
			'=== a'
		];
		for (const text of words) {
			const said = sayable(text);
			expect(said).not.toBeNull();
			expect(read(`[a]: ${said}`)).toMatchObject({ items: [{ text }], warnings: [] });
		}
		expect(['two\nlines', ' space', 'a  b', ''].map((text) => sayable(text))).toEqual([
			null,
			null,
			null,
			null
		]);
	});
});
