import type { RelationKind, TokenKind } from './token.ts';

/** What Argdown's signs look like. All patterns are sticky and free of nested repetition, so that lexing is linear. */
export const INDENT = new Set(["'", ' ', '\t']);
export const RELATION_SIGNS = new Set(['+', '-', '<', '>', '_']);
/** A lone `_` is one only before white space. */
export const RELATIONS: Readonly<Record<string, RelationKind>> = {
	'+>': 'incomingSupport',
	'->': 'incomingAttack',
	'<+': 'outgoingSupport',
	'+': 'outgoingSupport',
	'<-': 'outgoingAttack',
	'-': 'outgoingAttack',
	'><': 'contradiction',
	'_>': 'incomingUndercut',
	'<_': 'outgoingUndercut',
	_: 'outgoingUndercut'
};
export const HEADING = /#+ /y;
export const NUMBER = /[' \t]*\(\d+\)/y;
export const ITEM = /([' \t]*)(?:\d+\.|\*)(?=\s)/y;
export const NEWLINE = /[ \t]*(?:\r\n|\n|\r)/y;
export const ONE_AFTER_COMMENT = /[ \t]*(?:\r\n|\n|\r)(?![ \t]*(?:\r\n|\n|\r))/y;
export const TAG = /#(?:\([^)]+\)|[a-zA-z0-9\-\u00A0-\uD7FF\uF900-\uFDCF\uFDF0-\uFFEF]+)[ \t]?/y;
export const TEXT = /[^\\@#*_[\],.:;</>\-\r\n(){}]+/y;
export const CONTROL = /[@#*_[\],.:;</>\-(){}][ \t]?/y;
export const SPACES = /[ \t]+/y;
export const ESCAPED = /\\. */y;
export const MARK_END = /[ \t]|(?=[\n\r)}_.,!?;:\-*])|$/y;

export const COMMENTS = [
	['<!--', '-->'],
	['/*', '*/']
] as const;
/** What line breaks begin with, and blanks before them. */
export const BREAKS = new Set([' ', '\t', '\r', '\n']);
export const BLANK = new Set([' ', '\t']);
export const WHITE = new Set([' ', '\t', '\n', '\r', '\f', '\v', '\u00a0', '\ufeff', '\u2028', '\u2029']);
export const STOPS = new Set([0x0d, 0x2028, 0x2029]);

/** The tokens that relate what follows to what it stands under. */
export const RELATION_KINDS: ReadonlySet<TokenKind> = new Set<RelationKind>([
	'incomingSupport',
	'incomingAttack',
	'outgoingSupport',
	'outgoingAttack',
	'contradiction',
	'incomingUndercut',
	'outgoingUndercut'
]);
