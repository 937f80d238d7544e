import { decode, list } from '#lib/core/decode.ts';
import { branch } from '#lib/core/edit/branch.ts';
import { MOST } from '#lib/core/edit/step.ts';
import { item as itemDecoder } from '#lib/core/model/decodeItem.ts';
import type { Debate } from '#lib/core/model/debate.ts';
import type { Id, Item, Relation } from '#lib/core/model/item.ts';
import { claim, premise, relation } from '#lib/core/model/make.ts';
import { after } from '#lib/core/model/order.ts';
import { relationOf, relationsOn } from '#lib/core/model/questions.ts';
import { asWords } from './draft.ts';

/** Under this name the clipboard carries whole items beside the plain text. */
export const MEDIA = 'application/x-argosy+json';

/** What a copied branch is as plain text: one line a claim, indented, `+` for a reason, `-` for an objection, `_` for an undercut. */
export function outlineOf(debate: Debate, ids: readonly Id[]): string {
	const lines: string[] = [];
	const seen = new Set<Id>();
	for (const id of ids) write(debate, id, 0, '', seen, lines);
	return lines.join('\n');
}

function write(debate: Debate, id: Id, depth: number, mark: string, seen: Set<Id>, lines: string[]): void {
	const item = debate.get(id);
	const words = item?.kind === 'claim' ? item.text : item?.kind === 'argument' ? item.title : '';
	lines.push('  '.repeat(depth) + mark + words.replaceAll(/\s+/g, ' ').trim());
	if (seen.has(id)) return;
	seen.add(id);
	for (const on of relationsOn(debate, id)) writeRelation(debate, on, depth + 1, false, seen, lines);
}

function writeRelation(
	debate: Debate,
	on: Relation,
	depth: number,
	isOnRelation: boolean,
	seen: Set<Id>,
	lines: string[]
): void {
	const mark = on.sense === 'support' ? '+ ' : isOnRelation ? '_ ' : '- ';
	for (const one of on.premises) write(debate, one.id, depth, mark, seen, lines);
	for (const undercut of relationsOn(debate, on.id))
		writeRelation(debate, undercut, depth + 1, true, seen, lines);
}

/** The items of the branches of `ids`, as text for the clipboard. Relations stand for their premises. */
export function itemsText(debate: Debate, ids: readonly Id[]): string {
	return JSON.stringify(branch(debate, tops(debate, ids)));
}

/** Claims and arguments among `ids`; for a relation, its premises. Each once, in order. */
export function tops(debate: Debate, ids: readonly Id[]): Id[] {
	const found = new Set<Id>();
	for (const id of ids) {
		const on = relationOf(debate, id);
		if (on) for (const one of on.premises) found.add(one.id);
		else if (debate.has(id)) found.add(id);
	}
	return [...found];
}

const items = list(itemDecoder, MOST.steps);

/** The items that a clipboard carries; `null` where it is not what this program wrote. */
export function itemsFrom(text: string): Item[] | null {
	try {
		const decoded = decode(items, JSON.parse(text) as unknown);
		return decoded.ok ? decoded.value : null;
	} catch {
		return null;
	}
}

/**
 * Plain text as items: every line that says something is a claim, and a reason for the line that it is indented
 * under; marked `-` it is an objection, marked `_` an objection to that line's own inference. Where the first line
 * is marked `-` or `*` and no line `+`, the marks are bullets and mean nothing. Lines over the limit of a claim
 * are cut there.
 */
export function itemsFromOutline(text: string, newId: () => Id): Item[] {
	const lines = text.split(/\r\n?|\n/).flatMap(lineOf);
	const areBullets = /^[-*•–]/.test(lines[0]?.mark ?? '') && !lines.some(({ mark }) => mark === '+');
	const made: Item[] = [];
	const open: { depth: number; claim: Id; relation: Id | null }[] = [];
	const orders = after(null, lines.length);
	for (const [at, { depth, mark, words }] of lines.entries()) {
		while (open.length > 0 && open.at(-1)!.depth >= depth) open.pop();
		const parent = open.at(-1);
		const id = newId();
		const order = orders[at]!;
		made.push(claim({ id, text: words, order }));
		const isAttack = !areBullets && (mark === '-' || mark === '–' || mark === '_');
		const target = mark === '_' && parent?.relation ? parent.relation : parent?.claim;
		let link: Id | null = null;
		if (target !== undefined) {
			link = newId();
			const sense = isAttack ? 'attack' : 'support';
			made.push(relation({ id: link, sense, premises: [premise(id)], target, order }));
		}
		open.push({ depth, claim: id, relation: link });
	}
	return made;
}

function lineOf(line: string): { depth: number; mark: string; words: string }[] {
	const [, indent, mark, words] = /^([\s]*)([-+_*•–](?=\s)|)\s*(.*?)\s*$/s.exec(line)!;
	if (words === '') return [];
	const depth = [...indent!].reduce((sum, char) => sum + (char === '\t' ? 4 : 1), 0);
	return [{ depth, mark: mark!, words: asWords(words!) }];
}
