import { flatten } from '#lib/core/evaluate/flatten.ts';
import type { Debate } from '#lib/core/model/debate.ts';
import { fail, type Result } from '#lib/core/result.ts';
import type { Format, Reading, Refusal, Writing } from '../format.ts';
import { CIRCLE } from './apx.ts';
import { Frame } from './frame.ts';
import { isNumbered, numbered, numberOf } from './iccma.ts';
import { plainOf } from './plain.ts';
import { isReworded, oneLine, told } from './tell.ts';

const NAME = 'af';

/** The format of the competitions of solvers since 2023: `p af 3`, then a pair of numbers for each attack. */
export const af: Format = {
	name: NAME,
	title: 'ICCMA framework',
	suffixes: ['af'],
	media: 'text/plain',
	recognises: (sample) => isNumbered(sample, 'af'),
	read: readAf,
	write: writeAf
};

function readAf(text: string): Result<Reading, Refusal> {
	const found = numbered(text, 'af', (rows) => ({ args: 0, att: rows.length }));
	if (!found.ok) return fail(found.error);
	const { count, rows } = found.value;
	const frame = new Frame(NAME);
	for (let at = 1; at <= count; at++) frame.point(String(at), { line: 0, column: 0 });
	let attacks = 0;
	for (const { words, ...place } of rows) {
		const [from, to] = words.map(numberOf);
		if (words.length !== 2 || from == null || to == null)
			frame.draft.warn('not-an-attack', 'An attack is two numbers.', place);
		else {
			attacks++;
			const beyond = [from, to].find((each) => each < 1 || each > count);
			if (beyond === undefined) frame.edge('attack', String(from), String(to), place);
			else frame.draft.warn('undeclared', `There is no argument ${beyond}: the attack was left out.`, place);
		}
	}
	return frame.reading({ args: count, att: attacks });
}

/** Supports have no place in it: they are compiled away. */
function writeAf(debate: Debate): Writing {
	const { points, edges, remarks, lost } = plainOf(debate, NAME, flatten, CIRCLE, false);
	const lines = [`p af ${points.length}`];
	for (const words of [debate.about.title, ...remarks])
		if (words.trim() !== '') lines.push(`# ${oneLine(words)}`);
	for (const [at, said] of points.entries()) {
		const name = String(at + 1);
		const words = told(debate, said);
		if (words !== name && words !== '') lines.push(`# ${name}: ${words}`);
		lost.add('texts', isReworded(debate, said, name));
	}
	for (const { from, to } of edges) lines.push(`${from + 1} ${to + 1}`);
	return { text: lines.map((line) => `${line}\n`).join(''), lost: lost.list() };
}
