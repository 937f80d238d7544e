import type { About } from '#lib/core/model/debate.ts';
import type { Id, Item } from '#lib/core/model/item.ts';
import { Draft } from '../../draft.ts';
import type { Data } from '../syntax/data.ts';
import type { Argument, Class, Inferred, Member, Model, Relation } from '../model/model.ts';
import { toItems } from '../model/toItems.ts';
import { aboutOf, understand } from '../read.ts';
import type { Token } from '../syntax/token.ts';
import type { ArgumentBlock, Block, Related, Statement, Tree } from '../syntax/tree.ts';

/** A text that a debate was read from: what it says, and where. Offsets are into the text. */
export interface Origin {
	readonly text: string;
	readonly about: Partial<About>;
	readonly items: ReadonlyMap<Id, Item>;
	readonly blocks: readonly Block[];
	readonly comments: readonly Token[];
	readonly spoken: ReadonlyMap<Id, Spoken>;
	/** Statements, arguments and lines of relations, by where they begin. */
	readonly members: ReadonlyMap<number, Statement | ArgumentBlock>;
	readonly lines: ReadonlyMap<number, Related>;
	/** The section of each block. */
	readonly groups: readonly (Id | null)[];
	readonly frontMatter: { readonly token: Token; readonly data: Data } | null;
	readonly isStrict: boolean;
	/** Its sections are not those of its headings. */
	readonly isRegrouped: boolean;
}

/** Where a text speaks of an item. */
export interface Spoken {
	readonly all: readonly number[];
	/** Where its words, its steps or its own line are. */
	readonly defining: readonly number[];
	/** Its title in the text; `null` where it has none. */
	readonly title: string | null;
}

/** Reads the text once more; `null` where it cannot be read. */
export function originOf(text: string): Origin | null {
	const { tree, model, frontMatter } = understand(text);
	const draft = new Draft();
	toItems(model, frontMatter, draft, () => NOWHERE);
	const read = draft.reading({}, {});
	const headings = tree.blocks.filter(({ is }) => is === 'heading').length;
	if (!read.ok) return null;
	const settings = frontMatter?.['model'];
	const isStrict =
		typeof settings === 'object' && settings !== null && 'mode' in settings && settings.mode === 'strict';
	return {
		text,
		about: aboutOf(frontMatter),
		items: new Map(read.value.items.map((item) => [item.id, item])),
		blocks: tree.blocks,
		comments: tree.comments,
		spoken: spokenIn(model),
		...nodesOf(tree),
		groups: groupsOf(tree, model),
		frontMatter: tree.frontMatter && { token: tree.frontMatter, data: frontMatter ?? {} },
		isStrict,
		isRegrouped: headings !== model.sections.length
	};
}

const NOWHERE = { line: 0, column: 0 };

function spokenIn(model: Model): Map<Id, Spoken> {
	const spoken = new Map<Id, Spoken>();
	const put = (
		{ id }: Class | Argument | Inferred | Relation,
		all: number[],
		defining: number[],
		title: string | null = null
	): void => {
		if (id !== '') spoken.set(id, { all, defining, title });
	};
	for (const known of [...model.classes, ...model.arguments]) {
		const all = known.members.map(({ start }) => start);
		const said = known.members.filter(isSaid).map(({ start }) => start);
		const inferences = known.is === 'argument' ? known.lines.flatMap(({ inference }) => inference ?? []) : [];
		const inferred = inferences.map(({ start }) => start);
		const defining = [...said, ...inferred];
		put(known, [...all, ...inferred], defining.length > 0 ? defining : all.slice(0, 1), known.title);
		for (const inference of inferences) put(inference, [inference.start], [inference.start]);
	}
	for (const relation of model.relations) put(relation, [relation.start], [relation.start]);
	return spoken;
}

/** Whether a member says something of its own. */
function isSaid({ isReference, data, tags }: Member): boolean {
	return !isReference || tags.length > 0 || Object.keys(data).length > 0;
}

function nodesOf({ blocks }: Tree): Pick<Origin, 'members' | 'lines'> {
	const members = new Map<number, Statement | ArgumentBlock>();
	const lines = new Map<number, Related>();
	const queue: (Statement | ArgumentBlock)[] = [];
	const lead = (related: readonly Related[]): void => {
		for (const line of related) {
			lines.set(line.start, line);
			queue.push(line.other);
		}
	};
	for (const block of blocks) {
		if (block.is === 'structure') {
			for (const { statement, inference } of block.lines) {
				queue.push(statement);
				lead(inference?.undercuts ?? []);
			}
		} else if (block.is !== 'heading') queue.push(block);
		for (let member = queue.pop(); member; member = queue.pop()) {
			members.set(member.start, member);
			lead(member.relations);
		}
	}
	return { members, lines };
}

function groupsOf({ blocks }: Tree, { sections }: Model): (Id | null)[] {
	let group: Id | null = null;
	let section = 0;
	return blocks.map(({ is }) => {
		if (is === 'heading') group = sections[section++]?.id ?? null;
		return group;
	});
}

/** The last block that begins at or before an offset. */
export function blockAt({ blocks }: Origin, offset: number): number {
	let [low, high] = [0, blocks.length];
	while (low < high) {
		const middle = (low + high) >> 1;
		if (blocks[middle]!.start <= offset) low = middle + 1;
		else high = middle;
	}
	return Math.max(low - 1, 0);
}
