import fc from 'fast-check';
import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { describe, expect, test } from 'vitest';
import type { Debate } from '#lib/core/model/debate.ts';
import { every } from '#lib/core/model/questions.ts';
import { claim } from '#lib/core/model/make.ts';
import { anyText } from '#tests/support/arbitraries.ts';
import { debate as debateOf } from '#tests/support/debates.ts';
import { anyDebate } from '#tests/support/edits.ts';
import { grown } from '#tests/support/grown.ts';
import { WORDS } from '#tests/support/pictures/words.ts';
import { wordsOf } from './card.ts';
import { layout } from './layout/layout.ts';
import { miniature } from './miniature.ts';
import { sceneOf } from './scene.ts';
import { svg } from './svg.ts';
import { THEMES, type ThemeName } from './theme.ts';

interface Read {
	readonly name: string;
	readonly attributes: Readonly<Record<string, string>>;
	readonly children: (Read | string)[];
}

/** The document that a drawing is; throws where it is not well-formed. */
function parse(xml: string): Read {
	const root: Read = { name: '', attributes: {}, children: [] };
	const open = [root];
	const parser = new SaxesParser();
	parser.on('error', (error) => {
		throw error;
	});
	parser.on('opentag', ({ name, attributes }: SaxesTagPlain) => {
		const made = { name, attributes, children: [] };
		open.at(-1)!.children.push(made);
		open.push(made);
	});
	parser.on('closetag', () => open.pop());
	parser.on('text', (text) => open.at(-1)!.children.push(text));
	parser.write(xml).close();
	return root;
}

function* all(element: Read): Generator<Read> {
	yield element;
	for (const child of element.children) if (typeof child !== 'string') yield* all(child);
}

function textOf({ children }: Read): string {
	return children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('');
}

function drawn(debate: Debate, theme: ThemeName = 'light'): string {
	return svg(sceneOf(debate, layout(debate), WORDS), { theme });
}

/** What XML cannot hold or a reader makes one of: what a drawing says instead. */
function written(text: string): string {
	// eslint-disable-next-line no-control-regex -- these are the characters that XML 1.0 forbids
	const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
	return text.toWellFormed().replaceAll(forbidden, '\ufffd').replaceAll(/\r\n?/g, '\n');
}

const SAFE = new Set(['', 'svg', 'title', 'desc', 'g', 'rect', 'path', 'circle', 'text', 'tspan', 'style']);

describe('any debate', () => {
	test('[L11] is drawn as well-formed XML that says the words of every card, and as many lines as there are', () => {
		fc.assert(
			fc.property(anyDebate, (debate) => {
				const plan = layout(debate);
				const elements = [...all(parse(drawn(debate)))];
				const cards = elements.filter(({ attributes }) => 'data-item' in attributes);
				expect(cards.map(({ attributes }) => attributes['data-item'])).toEqual([...plan.cards.keys()]);
				for (const card of cards) {
					const titles = card.children.filter((child) => typeof child !== 'string' && child.name === 'title');
					const said = written(wordsOf(debate.get(card.attributes['data-item']!)!));
					expect(titles.map((title) => textOf(title as Read))).toEqual([said]);
				}
				expect(elements.filter(({ attributes }) => 'data-relation' in attributes)).toHaveLength(
					plan.lines.length
				);
			})
		);
	});

	test('[L12] holds nothing that a browser would fetch or run', () => {
		fc.assert(
			fc.property(anyDebate, fc.constantFrom<ThemeName>('light', 'dark', 'print'), (debate, theme) => {
				for (const xml of [drawn(debate, theme), miniature(debate, { width: 320, height: 180 })])
					for (const { name, attributes } of all(parse(xml))) {
						expect(SAFE).toContain(name);
						for (const [key, value] of Object.entries(attributes)) {
							expect(key).not.toMatch(/^on|href/i);
							if (key !== 'xmlns') expect(value).not.toMatch(/url\(|https?:|javascript:/i);
						}
					}
			})
		);
	});
});

test('[L11] any string shows as text', () => {
	fc.assert(
		fc.property(anyText, (text) => {
			const debate = debateOf('a');
			debate.set(claim({ id: 'a', text }));
			debate.about = { title: text, summary: '' };
			const elements = [...all(parse(drawn(debate)))];
			expect(elements.some(({ name }) => name === 'script' || name === 'b')).toBe(false);
			const [title] = elements.filter(({ name }) => name === 'title');
			expect(textOf(title!)).toBe(written(text) || WORDS.untitled);
		})
	);
});

test('[L11] a drawing has a title, a description, a legend of the senses that occur, and is one picture', () => {
	const [, root] = [...all(parse(drawn(debateOf('a', 'b', 'c', 'b>a', 'c-(b>a)'))))];
	expect(root!.attributes).toMatchObject({ role: 'img', 'aria-labelledby': 'title description' });
	const [title, description] = root!.children as Read[];
	expect([title!.attributes['id'], textOf(title!)]).toEqual(['title', 'Untitled']);
	expect([description!.attributes['id'], textOf(description!)]).toEqual([
		'description',
		'3 claims, 2 relations'
	]);
	const legend = [...all(root!)].flatMap(({ attributes }) => attributes['data-legend'] ?? []);
	expect(legend).toEqual(['support', 'undercut']);
});

test('[L13] words and lines stand out from their ground in every theme', () => {
	for (const { ground, card, ink, faint, sense } of Object.values(THEMES)) {
		for (const paper of [ground, card]) {
			expect(contrast(ink, paper)).toBeGreaterThan(7);
			expect(contrast(faint, paper)).toBeGreaterThan(4.5);
			for (const color of Object.values(sense)) expect(contrast(color, paper)).toBeGreaterThan(4.5);
		}
	}
});

test('[L11] an empty debate is drawn too, and one of many claims has them all', () => {
	expect(() => parse(drawn(debateOf()))).not.toThrow();
	const debate = grown({ claims: 60, seed: 1 });
	const text = drawn(debate);
	for (const { id } of every(debate, 'claim')) expect(text).toContain(`data-item="${id}"`);
});

/** Contrast as WCAG 2.2 reckons it. */
function contrast(a: string, b: string): number {
	const light = (color: string) => {
		const [red, green, blue] = [1, 3, 5].map((at) => {
			const part = Number.parseInt(color.slice(at, at + 2), 16) / 255;
			return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
		}) as [number, number, number];
		return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
	};
	const [one, other] = [light(a), light(b)];
	return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
}
