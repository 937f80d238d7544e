/** Words that a person reads belong in `src/lib/i18n`, where they can be translated: text and readable attributes. */
const READ_ALOUD = new Set(['aria-label', 'aria-description', 'title', 'placeholder', 'alt', 'label']);
const LETTERS = /\p{L}{2,}/u;

/** @type {import('eslint').Rule.RuleModule} */
export const noLiteralText = {
	meta: {
		type: 'problem',
		schema: [],
		messages: { literal: 'Put these words in src/lib/i18n/en.ts and show them with t(): {{words}}' }
	},
	create(context) {
		/** @param {any} node @param {string} words */
		const report = (node, words) => {
			if (LETTERS.test(words)) context.report({ node, messageId: 'literal', data: { words: words.trim() } });
		};
		return {
			/** @param {any} node */
			SvelteText(node) {
				if (node.parent?.type !== 'SvelteStyleElement') report(node, node.value);
			},
			/** @param {any} node */
			SvelteAttribute(node) {
				if (!READ_ALOUD.has(node.key?.name)) return;
				for (const part of node.value) if (part.type === 'SvelteLiteral') report(part, part.value);
			}
		};
	}
};
