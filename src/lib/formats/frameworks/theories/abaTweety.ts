import { fail, type Result } from '#lib/core/result.ts';
import { refusal, type Format, type Reading, type Refusal } from '../../format.ts';
import { split } from '../facts.ts';
import type { Place } from '../frame.ts';
import { isComment, sentence, sentencesIn, warnOfVariables } from './sentences.ts';
import { Theory } from './theory.ts';

const NAME = 'aba-tweety';

/** What one statement says. */
type Statement =
	| { readonly says: 'rule'; readonly head: string; readonly body: readonly string[] }
	| { readonly says: 'assumptions'; readonly names: readonly string[] }
	| { readonly says: 'contrary'; readonly of: string; readonly is: string };

/** Assumptions and rules as text, in the words of Tweety (`h <- a, b`) or of aba-web (`a, b |- h.`). */
export const abaTweety: Format = {
	name: NAME,
	title: 'Assumptions and rules as text',
	suffixes: ['aba', 'txt'],
	media: 'text/plain',
	isLoose: true,
	recognises: ({ lines }) => {
		const said = lines.filter((line) => !isComment(line)).map(statementsIn);
		return (
			said.every((each) => each !== null) &&
			said.some((each) => each?.some(({ says }) => says !== 'assumptions'))
		);
	},
	accepts: ({ lines }) => lines.some((line) => /^\s*[\w(][\w\s,()]*(?:<-|\|-)[\w\s,.()]*$/.test(line)),
	read: readAba
};

function readAba(text: string): Result<Reading, Refusal> {
	const theory = new Theory(NAME);
	const native = { rules: 0, assumptions: 0 };
	let isAny = false;
	for (const [at, row] of text.split(/\r\n|\n|\r/).entries()) {
		if (row.trim() === '' || isComment(row)) continue;
		const place = { line: at + 1, column: row.length - row.trimStart().length + 1 };
		const statements = statementsIn(row);
		if (statements === null && /^\s*[\w!~(), -]+\.?\s*$/.test(row))
			theory.give(sentence(row), 'assumption', place);
		else if (statements === null)
			theory.draft.warn(
				'not-a-statement',
				`This is neither a rule nor an assumption: ${row.trim().slice(0, 60)}`,
				place
			);
		for (const statement of statements ?? []) {
			isAny = true;
			if (statement.says === 'rule') native.rules++;
			if (statement.says === 'assumptions') native.assumptions++;
			put(theory, statement, place);
		}
	}
	if (!isAny && text.trim() !== '')
		return fail(
			refusal('no-statements', 'There is no rule such as “a <- b” or “b |- a.” in it.', 1, 1, native)
		);
	warnOfVariables(theory);
	return theory.reading(native);
}

function put(theory: Theory, statement: Statement, place: Place): void {
	if (statement.says === 'rule') theory.rule(statement.body, statement.head, place);
	else if (statement.says === 'contrary') theory.contrary(statement.of, statement.is, place);
	else for (const name of statement.names) theory.give(name, 'assumption', place);
}

/** The statements of a line; `null` where one of them is none. Only those with a dot at their end share a line. */
function statementsIn(line: string): Statement[] | null {
	const isDotted = /\|-|^\s*(?:assumption|contrary)\s*\(/.test(line);
	const parts = isDotted ? line.split(/\.(?=\s|$)/) : [line];
	const found: Statement[] = [];
	for (const part of parts) {
		if (part.trim() === '') continue;
		const statement = statementOf(part.trim());
		if (!statement) return null;
		found.push(statement);
	}
	return found;
}

function statementOf(text: string): Statement | null {
	const web = text.indexOf('|-');
	if (web >= 0) return ruleOf(text.slice(web + 2), text.slice(0, web));
	const arrow = text.lastIndexOf('<-');
	if (arrow > 0) return ruleOf(text.slice(0, arrow), text.slice(arrow + 2).replace(/\.\s*$/, ''));
	const list = /^\{([^{}]*)\}$/.exec(text)?.[1];
	if (list !== undefined) return { says: 'assumptions', names: sentencesIn(list) };
	const [, word, inner] = /^(assumption|contrary)\s*\(([^]*)\)$/.exec(text) ?? [];
	const names = inner === undefined ? [] : split(inner, 0).args.map(sentence);
	if (names.includes('')) return null;
	if (word === 'assumption' && names.length === 1) return { says: 'assumptions', names };
	if (word === 'contrary' && names.length === 2) return { says: 'contrary', of: names[0]!, is: names[1]! };
	const equal = text.indexOf('=');
	if (!/^not\b/.test(text) || equal < 0) return null;
	const [of, is] = [sentence(text.slice(3, equal)), sentence(text.slice(equal + 1))];
	return of === '' || is === '' ? null : { says: 'contrary', of, is };
}

function ruleOf(head: string, body: string): Statement | null {
	const concluded = sentence(head);
	const names = sentencesIn(body).filter((name) => name !== 'true');
	return /^$|[<>{}]/.test(concluded) ? null : { says: 'rule', head: concluded, body: names };
}
