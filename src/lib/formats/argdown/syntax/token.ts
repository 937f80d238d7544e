/** What the lexer tells apart. The names are those of the Argdown syntax. */
export type TokenKind =
	| 'frontMatter'
	| 'data'
	| 'escaped'
	| 'special'
	| 'emptyLine'
	| 'newline'
	| 'indent'
	| 'dedent'
	| 'inferenceStart'
	| 'inferenceEnd'
	| 'listDelimiter'
	| RelationKind
	| 'heading'
	| 'number'
	| 'orderedItem'
	| 'unorderedItem'
	| 'boldStart'
	| 'boldEnd'
	| 'italicStart'
	| 'italicEnd'
	| 'link'
	| 'tag'
	| 'statementDefinition'
	| 'statementReference'
	| 'statementMention'
	| 'argumentDefinition'
	| 'argumentReference'
	| 'argumentMention'
	| 'text'
	| 'control'
	| 'end';

export type RelationKind =
	| 'incomingSupport'
	| 'incomingAttack'
	| 'outgoingSupport'
	| 'outgoingAttack'
	| 'contradiction'
	| 'incomingUndercut'
	| 'outgoingUndercut';

export interface Token {
	readonly kind: TokenKind;
	readonly start: number;
	readonly end: number;
}
