import type { Debate } from '#lib/core/model/debate.ts';
import type { Id } from '#lib/core/model/item.ts';
import { wordsOf } from '#lib/core/model/words.ts';
import type { Said } from './plain.ts';

const MOST = 300;

/** The words of a claim or argument exactly as they are; `null` for what has none of its own. */
export function exactWords(debate: Debate, { id, says }: Said): string | null {
	const item = says === 'item' ? debate.get(id) : undefined;
	return item?.kind === 'claim' ? item.text : item?.kind === 'argument' ? item.title : null;
}

/** Whether it has words of its own, and `name` is not all of them. */
export function isReworded(debate: Debate, said: Said, name: string): boolean {
	const words = exactWords(debate, said);
	return words !== null && words !== name;
}

/** What an argument of a framework says, on one line. */
export function told(debate: Debate, { id, says }: Said): string {
	const words = wordsIn(debate, id);
	if (says === 'item') return words;
	return words === '' ? says : `${says}: ${words}`;
}

/** Words on one line, not too long for a comment. */
export function oneLine(words: string): string {
	const line = /[^\S ]| {2}/.test(words) ? words.replaceAll(/\s+/g, ' ').trim() : words.trim();
	return line.length > MOST ? `${line.slice(0, MOST).toWellFormed()}…` : line;
}

/** The words of an item; for a relation those of its premises and of its target. */
function wordsIn(debate: Debate, id: Id): string {
	const item = debate.get(id);
	if (item?.kind !== 'relation') return item ? oneLine(wordsOf(item)) : '';
	const premises = item.premises.map((premise) => shortly(debate, premise.id)).join(' and ');
	const arrow = item.sense === 'attack' ? 'against' : item.sense === 'support' ? 'for' : item.sense;
	return oneLine(`${premises} ${arrow} ${item.target === null ? '' : shortly(debate, item.target)}`);
}

function shortly(debate: Debate, id: Id): string {
	const item = debate.get(id);
	const words = item ? oneLine(wordsOf(item)) : '';
	return `“${words.length > 60 ? `${words.slice(0, 60).toWellFormed()}…` : words}”`;
}
