import type { Debate } from '#lib/core/model/debate.ts';
import { every } from '#lib/core/model/questions.ts';
import type { Result } from '#lib/core/result.ts';
import type { Native, Reading, Refusal, Writing } from '../../format.ts';
import { split, isTerm, type Facts } from '../facts.ts';
import { carriedOf, Names } from '../names.ts';
import { stated } from './stated.ts';
import { isReworded, oneLine, told } from '../tell.ts';
import { Theory } from './theory.ts';

/** Whether the facts are those of bipolar assumption-based argumentation. */
export function isBipolarAba({ facts }: Facts): boolean {
	return facts.some(({ name }) => name === 'myAsm' || name === 'myRule');
}

/** Reads `myAsm(a). contrary(a, b). myRule(b, [c]).`: assumptions that speak against or lead to each other. */
export function readBipolarAba(
	{ facts, others }: Facts,
	format: string,
	native: Native
): Result<Reading, Refusal> {
	const theory = new Theory(format);
	for (const { text, ...place } of others)
		theory.draft.warn('not-a-fact', `This is no fact, and was left out: ${text.slice(0, 60)}`, place);
	for (const fact of facts) {
		const { name, args } = fact;
		const [first, second] = args;
		const body = name === 'myRule' ? bodyOf(second) : [];
		if (name === 'myAsm' && first && args.length === 1) theory.give(first, 'assumption', fact);
		else if (name === 'contrary' && first && second && args.length === 2)
			theory.contrary(first, second, fact);
		else if (name === 'myRule' && first && body && args.length === 2) theory.rule(body, first, fact);
		else if (['myAsm', 'contrary', 'myRule'].includes(name))
			theory.draft.warn('not-a-fact', `${name} has other arguments here, and was left out.`, fact);
		else theory.draft.warn('unknown-fact', `${name} says nothing of an assumption, and was left out.`, fact);
	}
	return theory.reading(native);
}

/** The sentences in `[a, b]`; `null` where it is no list. */
function bodyOf(list = ''): string[] | null {
	const inner = /^\[([^]*)\]$/.exec(list)?.[1];
	if (inner === undefined) return null;
	const { args } = split(inner, 0);
	const body = args.filter((each) => each !== '');
	return body.length === args.length || inner.trim() === '' ? body : null;
}

/** Whether claims of the debate were read from such facts. */
export function hasBipolarAba(debate: Debate, format: string): boolean {
	return every(debate, 'claim').some((claim) => carriedOf(claim, format)['assumption'] === true);
}

/** Writes the debate as such facts, words as comments. */
export function writeBipolarAba(debate: Debate, format: string): Writing {
	const { atoms, assumptions, contraries, rules, remarks, lost } = stated(debate, format);
	const spoken = atoms.flatMap(({ id, says }) => (says === 'item' ? [id] : []));
	const names = new Names(debate, format, isTerm, spoken);
	const name = atoms.map(({ id, says }) =>
		says === 'item' ? names.of(id) : names.beside(`${names.of(id)}_${says}`)
	);
	const lines = [debate.about.title, ...remarks]
		.filter((words) => words.trim() !== '')
		.map((words) => `% ${oneLine(words)}`);
	for (const [at, said] of atoms.entries()) {
		const words = told(debate, said);
		if (words !== name[at] && words !== '') lines.push(`% ${name[at]}: ${words}`);
		lost.add('texts', isReworded(debate, said, name[at]!));
	}
	for (const atom of assumptions) lines.push(`myAsm(${name[atom]}).`);
	for (const [of, is] of contraries) lines.push(`contrary(${name[of]}, ${name[is]}).`);
	for (const { head, body } of rules)
		lines.push(`myRule(${name[head]}, [${body.map((atom) => name[atom]).join(', ')}]).`);
	return { text: lines.map((line) => `${line}\n`).join(''), lost: lost.list() };
}
