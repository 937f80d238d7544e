import { equal } from '#lib/core/edit/apply.ts';
import type { Debate } from '#lib/core/model/debate.ts';
import type { Id } from '#lib/core/model/item.ts';
import { byOrder, every, isRoot } from '#lib/core/model/questions.ts';
import { frontMatterOf, frontMatterText } from '../write/carried.ts';
import { writePieces, type Piece, type Written } from '../write/pieces.ts';
import type { Kept } from '../write/writer.ts';
import { placeBelow, planOf, type Patch, type Plan } from './changes.ts';
import { blockAt, originOf, type Origin } from './origin.ts';

/**
 * The text that a debate was read from, with what was changed since. Blocks of which nothing has changed stay to the
 * letter, comments too; other words take the place of those before, new reasons get a line below what they bear on, lines
 * of what is gone are cut out; whatever else has changed is written anew at its place. `null` where there is no such text,
 * or its sections have changed: it must be written as a whole. The caller looks whether it reads back as the debate.
 */
export function writeAgain(debate: Debate): { readonly text: string; readonly isSame: boolean } | null {
	const { imported } = debate.about;
	const origin = imported?.format === 'argdown' ? originOf(imported.text) : null;
	const plan = origin && planOf(origin, debate);
	if (!plan || plan === 'other') return null;
	if (plan === 'same') return { text: origin.text, isSame: true };
	const places = placesIn(origin, debate, plan);
	const pieces = places.map(({ piece }) => piece);
	const { texts, areNumbered } = writePieces(debate, keptIn(origin, debate, plan), pieces);
	const text = headOf(origin, debate, areNumbered) + bodyOf(origin, debate, plan, places, texts);
	return { text, isSame: false };
}

function keptIn(origin: Origin, debate: Debate, { dirty }: Plan): Kept {
	const [defined, written, names] = [new Set<Id>(), new Set<Id>(), new Map<Id, string>()];
	const isClean = (offset: number): boolean => !dirty.has(blockAt(origin, offset));
	for (const [id, { all, defining, title }] of origin.spoken) {
		const kind = debate.get(id)?.kind;
		const isKept = defining.length > 0 && defining.every(isClean);
		if (kind === 'relation' && isKept) written.add(id);
		if (kind !== 'claim' && kind !== 'argument') continue;
		if (isKept) defined.add(id);
		if (title !== null && all.some(isClean)) names.set(id, title);
	}
	return { defined, written, names, isStrict: origin.isStrict };
}

/** Something to write, and where: in or after a block; -1 is before the first, one past the last at the end. */
interface Place {
	readonly at: number;
	readonly piece: Piece;
}

function placesIn(origin: Origin, debate: Debate, { dirty, below }: Plan): Place[] {
	const { blocks, spoken, groups } = origin;
	const places: Place[] = [];
	const put = (at: number, items: readonly Id[], under?: Id): void => {
		const isOpen = blocks[at - 1]?.is === 'argument' && !dirty.has(at - 1);
		const piece = { items, group: groups[at] ?? null, isOpen, ...(under !== undefined && { below: under }) };
		places.push({ at, piece });
	};
	for (const id of below) put(blockAt(origin, placeBelow(origin, debate, id)!), [], id);
	const byBlock = new Map<number, Id[]>();
	for (const [id, { defining }] of spoken)
		for (const at of new Set(defining.map((offset) => blockAt(origin, offset))))
			if (dirty.has(at) && debate.has(id)) byBlock.set(at, [...(byBlock.get(at) ?? []), id]);
	for (const [at, ids] of byBlock) put(at, inOrder(ids, debate, blocks[at]!.is === 'structure'));
	const fresh = [...every(debate, 'claim'), ...every(debate, 'argument')].filter(({ id }) => !spoken.has(id));
	for (const { id, group } of fresh.filter((item) => isRoot(debate, item.id)).sort(byOrder))
		put(groups.lastIndexOf(group), [id]);
	const relations = every(debate, 'relation').filter(({ id }) => !spoken.has(id));
	places.sort((a, b) => a.at - b.at);
	put(
		blocks.length,
		[...fresh, ...relations].map(({ id }) => id)
	);
	return places;
}

/** What a block begins with comes first: relations in a structure, else claims and arguments. */
function inOrder(ids: readonly Id[], debate: Debate, isStructure: boolean): Id[] {
	const isFirst = (id: Id): boolean => isStructure === (debate.get(id)?.kind === 'relation');
	return [...ids.filter(isFirst), ...ids.filter((id) => !isFirst(id))];
}

/** The text after its front matter, with all that is new in its places. */
function bodyOf(
	origin: Origin,
	debate: Debate,
	{ dirty, patches }: Plan,
	places: readonly Place[],
	texts: readonly Written[]
): string {
	const { text, blocks, comments, frontMatter } = origin;
	const begin = frontMatter?.token.end ?? 0;
	const inserted = [...patches];
	const after = new Map<number, string[]>();
	for (const [index, { at, piece }] of places.entries()) {
		const { lines, blocks: whole } = texts[index]!;
		if (piece.below !== undefined && lines !== '')
			inserted.push(below(origin, placeBelow(origin, debate, piece.below)!, lines));
		if (whole !== '') after.set(at, [...(after.get(at) ?? []), whole]);
	}
	inserted.sort((a, b) => a.start - b.start || a.end - b.end);
	const made: string[] = [];
	const add = (words: string[] | undefined): void => {
		if (!words) return;
		const end = made.join('').slice(-80);
		const isApart = end.trim() === '' || /\n[ \t]*\r?\n[ \t]*$/.test(end);
		made.push(isApart ? '' : end.endsWith('\n') ? '\n' : '\n\n', words.join('\n\n'));
	};
	let [from, next] = [begin, 0];
	if (after.has(-1) || blocks.length === 0) {
		from = blocks[0]?.start ?? text.length;
		made.push(text.slice(begin, from));
		add(after.get(-1));
		if (blocks.length > 0) made.push('\n\n');
	}
	for (const [at, { start, end }] of blocks.entries()) {
		if (dirty.has(at)) {
			made.push(text.slice(from, start));
			const inside = comments.filter((comment) => comment.start >= start && comment.end <= end);
			for (const one of inside) made.push(text.slice(one.start, one.end).trim(), '\n');
			const words = after.get(at)?.join('\n\n') ?? '';
			made.push(words);
			from = words === '' && inside.length === 0 ? pastBlank(text, end) : end;
		} else {
			const here: Patch[] = [];
			while (next < inserted.length && inserted[next]!.start <= end) here.push(inserted[next++]!);
			made.push(patched(text, from, end, here));
			from = Math.max(end, from);
			add(after.get(at));
		}
	}
	made.push(text.slice(from));
	const last = after.get(blocks.length);
	return last ? `${made.join('').trimEnd()}\n\n${last.join('\n\n')}\n` : made.join('');
}

/** Lines below a claim or an argument, after those that are there, indented as they are. */
function below({ text, members }: Origin, start: number, lines: string): Patch {
	const member = members.get(start)!;
	const indentAt = (offset: number): string => {
		const sign = offset + /^\s*/.exec(text.slice(offset, offset + 1000))![0].length;
		return /^[ \t]*/.exec(text.slice(text.lastIndexOf('\n', sign - 1) + 1, sign))![0];
	};
	const [first] = member.relations;
	const indent = first ? indentAt(first.start) : `${indentAt(member.start)}  `;
	const at = member.end - (/\s*$/.exec(text.slice(member.start, member.end))?.[0].length ?? 0);
	const words = lines.split('\n').map((line) => `\n${indent}${line.slice(2)}`);
	return { start: at, end: at, words: words.join('') };
}

function patched(text: string, from: number, to: number, patches: readonly Patch[]): string {
	let [made, at] = ['', from];
	for (const { start, end, words } of patches) {
		if (start < at) continue;
		made += text.slice(at, start) + words;
		at = end;
	}
	return made + text.slice(at, to);
}

/** Past the blank lines after something that has gone. */
function pastBlank(text: string, from: number): number {
	let end = from;
	for (let to = from; ; end = ++to) {
		while (' \t\r'.includes(text[to] ?? '-')) to++;
		if (text[to] !== '\n') return end;
	}
}

/** The front matter: as it was, unless something in it has changed. */
function headOf(origin: Origin, debate: Debate, areNumbered: boolean): string {
	const { text, frontMatter, isStrict } = origin;
	const wanted = frontMatterOf(debate, isStrict, areNumbered) ?? {};
	const { title: _title, abstract: _abstract, argosy: _argosy, ...others } = frontMatter?.data ?? {};
	const { model: _model, ...own } = wanted;
	const table = { ...(isStrict && { model: { mode: 'strict' } }), ...others, ...own };
	const before = frontMatter ? text.slice(0, frontMatter.token.end) : '';
	if (equal(table, frontMatter?.data ?? {})) return before;
	if (Object.keys(table).length === 0) return '';
	const made = frontMatterText(table);
	return frontMatter ? made.trimEnd() : made;
}
