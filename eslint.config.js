import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';
import { noLiteralText } from './tests/lint/noLiteralText.js';

/** What the house forbids, each with the way to go instead. */
const habits = [
	{ selector: 'ExportAllDeclaration', message: 'Name what you export: a reader must find it.' },
	{
		selector: 'ExportDefaultDeclaration',
		message: 'Export by name; only tool configurations may have a default export.'
	},
	{ selector: 'TSEnumDeclaration', message: 'Use a union of words.' },
	{
		selector:
			'CallExpression[callee.object.name=/^(test|it|describe)$/][callee.property.name=/^(skip|only|todo|fails|skipIf|runIf)$/]',
		message: 'Run every test: none is skipped, none stands alone.'
	}
];

export default ts.config(
	{ ignores: ['build/', '.svelte-kit/', 'node_modules/', 'static/', 'drizzle/', '**/*.generated.ts'] },
	js.configs.recommended,
	...ts.configs.recommended,
	...svelte.configs['flat/recommended'],
	{
		languageOptions: { globals: { ...globals.browser, ...globals.node } },
		rules: {
			'no-undef': 'off',
			// Vitest reads from the pattern which fixtures are wanted; `{}` is none.
			'no-empty-pattern': ['error', { allowObjectPatternsAsParameters: true }],
			'no-console': 'error',
			'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx', 'hack'] }],
			'no-restricted-syntax': ['error', ...habits],
			'@typescript-eslint/no-explicit-any': 'error',
			'@typescript-eslint/ban-ts-comment': 'error',
			'@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }]
		}
	},
	{
		files: ['**/*.svelte', '**/*.svelte.ts'],
		languageOptions: {
			parserOptions: { parser: ts.parser, extraFileExtensions: ['.svelte'], svelteConfig }
		},
		plugins: { argosy: { rules: { 'no-literal-text': noLiteralText } } },
		rules: {
			'svelte/no-at-html-tags': 'error',
			'svelte/no-navigation-without-resolve': 'off',
			'svelte/prefer-svelte-reactivity': 'off'
		}
	},
	{ files: ['**/*.svelte'], rules: { 'argosy/no-literal-text': 'error' } },
	{
		files: ['src/cli/**', 'tests/**', '*.config.*'],
		rules: { 'no-console': 'off' }
	},
	{
		files: ['**/*.config.*'],
		rules: { 'no-restricted-syntax': 'off' }
	}
);
