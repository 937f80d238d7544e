import type { Debate } from '#lib/core/model/debate.ts';
import type { Id } from '#lib/core/model/item.ts';
import { Writer, type Kept } from './writer.ts';

/** A place of a text where something is written anew. */
export interface Piece {
	/** What is said there: claims and arguments that are defined, relations that are stated. */
	readonly items: readonly Id[];
	/** The section that it is in. */
	readonly group: Id | null;
	/** Whether an argument stands right before it. */
	readonly isOpen: boolean;
	/** The item that lines are put below where it stands; they come first, by themselves. */
	readonly below?: Id;
}

/** What to write at a place: blocks, and before them the lines that go below something that stands. */
export interface Written {
	readonly lines: string;
	readonly blocks: string;
}

/** The words for each place, and whether some titles in them are numbers that we gave. */
export function writePieces(
	debate: Debate,
	kept: Kept,
	pieces: readonly Piece[]
): { readonly texts: readonly Written[]; readonly areNumbered: boolean } {
	const writer = new Writer(debate, kept);
	const { page } = writer;
	const ranges = pieces.map(({ items, group, isOpen, below }) => {
		writer.enter(group, isOpen);
		const from = page.length;
		const under = writer.thing(below ?? '');
		if (under) {
			writer.begin(under.kind === 'argument');
			writer.reasons(under, true);
			writer.drain();
		}
		for (const id of items) say(writer, debate, id);
		return { from, first: under ? from + 1 : from, end: page.length };
	});
	const texts = ranges.map(({ from, first, end }) => ({
		lines: page.text((item) => writer.body(item), from, first),
		blocks: page.text((item) => writer.body(item), first, end)
	}));
	return { texts, areNumbered: page.names.areNumbered };
}

/** Says an item and what bears on it, as far as that is not said yet. */
function say(writer: Writer, debate: Debate, id: Id): void {
	const item = debate.get(id);
	if (item?.kind === 'relation') {
		const argument = writer.thing(writer.shape.argumentOf(item) ?? '');
		const target = writer.thing(item.target ?? '');
		if (argument) say(writer, debate, argument.id);
		else if (target && writer.defined.has(target.id)) writer.reasons(target);
		writer.rest(item);
	} else if (item?.kind === 'claim' || item?.kind === 'argument') {
		if (!writer.defined.has(id)) writer.block(item);
		else writer.reasons(item);
	}
	writer.drain();
}
