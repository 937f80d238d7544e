import type { Debate } from '#lib/core/model/debate.ts';
import type { Writing } from '../format.ts';
import { isTerm } from './facts.ts';
import { carriedOf, Names } from './names.ts';
import type { Plain, Said } from './plain.ts';
import { isReworded, oneLine, told } from './tell.ts';

/** Writes a framework as facts, words and remarks as comments; `baseOf` gives an argument's base score, if it is to have one. */
export function writeFacts(
	debate: Debate,
	plain: Plain,
	format: string,
	baseOf: (said: Said) => number | undefined
): Writing {
	const { points, lost } = plain;
	const spoken = points.flatMap(({ id, says }) => (says === 'item' ? [id] : []));
	const names = new Names(debate, format, isTerm, spoken);
	const name = points.map((said) =>
		said.says === 'item' ? names.of(said.id) : names.beside(`${names.of(said.id)}_${said.says}`)
	);
	const lines = [debate.about.title, ...plain.remarks].flatMap((words) => comment(words));
	const beyond: string[] = [];
	for (const [at, said] of points.entries()) {
		const own = name[at]!;
		const words = told(debate, said);
		if (words !== own) lines.push(...comment(words && `${own}: ${words}`));
		lost.add('texts', isReworded(debate, said, own));
		const { more, facts } = said.says === 'item' ? carriedOf(debate.get(said.id), format) : {};
		lines.push(fact('arg', [own, number(baseOf(said)), ...termsIn(more)]));
		beyond.push(...(facts === undefined ? [] : factsOf(facts)));
	}
	for (const { sense, from, to, relation } of plain.edges) {
		const { weight, more } = relation ? carriedOf(relation, format) : {};
		const word = sense === 'attack' ? 'att' : 'sup';
		lines.push(fact(word, [name[from], name[to], number(weight), ...termsIn(more)]));
	}
	lines.push(...beyond);
	return { text: lines.map((line) => `${line}\n`).join(''), lost: lost.list() };
}

function comment(words: string): string[] {
	return words.trim() === '' ? [] : [`% ${oneLine(words)}`];
}

function fact(name: string, args: readonly (string | undefined)[]): string {
	return `${name}(${args.filter((arg) => arg !== undefined).join(',')}).`;
}

function number(value: unknown): string | undefined {
	return typeof value === 'number' ? String(Number(value.toFixed(9))) : undefined;
}

function termsIn(value: unknown): string[] {
	return Array.isArray(value)
		? value.filter((each): each is string => typeof each === 'string' && isTerm(each))
		: [];
}

/** Facts that were read with an argument, while they still can be read. */
function factsOf(value: unknown): string[] {
	const facts = Array.isArray(value) ? value.filter((each): each is string => typeof each === 'string') : [];
	return facts.filter((each) => /^[A-Za-z_]\w*\(/.test(each) && isTerm(each)).map((each) => `${each}.`);
}
