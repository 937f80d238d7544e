import type { Debate } from '#lib/core/model/debate.ts';
import { fail, type Result } from '#lib/core/result.ts';
import type { Format, Reading, Refusal, Writing } from '../../format.ts';
import { isNumbered, numbered, numberOf, type Row } from '../iccma.ts';
import { stated } from './stated.ts';
import { isReworded, oneLine, told } from '../tell.ts';
import { Theory } from './theory.ts';

const NAME = 'aba';

/** Assumptions and rules as the competitions of solvers have them: `p aba 4`, `a 1`, `c 1 2`, `r 3 1 4`. */
export const aba: Format = {
	name: NAME,
	title: 'ICCMA assumptions and rules',
	suffixes: ['aba'],
	media: 'text/plain',
	recognises: (sample) => isNumbered(sample, 'aba'),
	read: readAba,
	write: writeAba
};

/** How many numbers a line has that begins with the letter. */
const LENGTH: Readonly<Record<string, readonly [least: number, most: number]>> = {
	a: [1, 1],
	c: [2, 2],
	r: [1, Infinity]
};

function readAba(text: string): Result<Reading, Refusal> {
	const found = numbered(text, 'aba', (rows) => nativeOf(rows, 0));
	if (!found.ok) return fail(found.error);
	const { count, rows } = found.value;
	const theory = new Theory(NAME);
	for (let at = 1; at <= count; at++) theory.atom(String(at), { line: 0, column: 0 });
	for (const { words, ...place } of rows) {
		const [letter, ...rest] = words;
		const numbers = rest.map((word) => numberOf(word) ?? 0);
		const [least, most] = LENGTH[letter ?? ''] ?? [Infinity, 0];
		if (numbers.length < least || numbers.length > most)
			theory.draft.warn('not-a-line', 'A line is “a 1”, “c 1 2” or “r 3 1 2”; this one is left out.', place);
		else if (numbers.some((each) => each < 1 || each > count))
			theory.draft.warn('undeclared', `There are ${count} sentences; this line speaks of another.`, place);
		else {
			const [first, ...others] = numbers.map(String);
			if (letter === 'a') theory.give(first!, 'assumption', place);
			else if (letter === 'c') theory.contrary(first!, others[0]!, place);
			else theory.rule(others, first!, place);
		}
	}
	return theory.reading(nativeOf(rows, count));
}

function nativeOf(rows: readonly Row[], atoms: number) {
	const count = (letter: string) => rows.filter(({ words }) => words[0] === letter).length;
	return { atoms, assumptions: count('a'), contraries: count('c'), rules: count('r') };
}

function writeAba(debate: Debate): Writing {
	const { atoms, assumptions, contraries, rules, remarks, lost } = stated(debate, NAME);
	const lines = [`p aba ${atoms.length}`];
	for (const words of [debate.about.title, ...remarks])
		if (words.trim() !== '') lines.push(`# ${oneLine(words)}`);
	for (const [at, said] of atoms.entries()) {
		const name = String(at + 1);
		const words = told(debate, said);
		if (words !== name && words !== '') lines.push(`# ${name}: ${words}`);
		lost.add('texts', isReworded(debate, said, name));
	}
	for (const atom of assumptions) lines.push(`a ${atom + 1}`);
	for (const [of, is] of contraries) lines.push(`c ${of + 1} ${is + 1}`);
	for (const { head, body } of rules) lines.push(['r', head + 1, ...body.map((atom) => atom + 1)].join(' '));
	return { text: lines.map((line) => `${line}\n`).join(''), lost: lost.list() };
}
