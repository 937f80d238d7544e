import { fail, type Result } from '#lib/core/result.ts';
import { Draft } from '../draft.ts';
import { refusal, type Native, type Reading, type Refusal } from '../format.ts';
import { grow } from '../tree/grow.ts';
import type { Node } from '../tree/node.ts';
import { guess } from '../tree/signs.ts';
import { blocksOf, type Block } from './lines.ts';
import { anchored, linked, MARK, signed, unescaped } from './words.ts';

interface Made extends Omit<Node, 'children'> {
	readonly children: Made[];
	readonly block: Block;
}

/**
 * Reads an outline in Markdown or plain indented text: what is below a claim is a reason for it, against it where a
 * sign, a word or a heading says so. Bullets are signs where a text has both `+` and `-`.
 */
export function readOutlineText(text: string): Result<Reading, Refusal> {
	const isOwn = text.startsWith(MARK);
	const blocks = blocksOf(withoutFrontMatter(text));
	if (blocks.length === 0 && !isOwn) return fail(refusal('empty', 'There is nothing in it.', 1, 1));
	const draft = new Draft();
	const hasSigns =
		!isOwn && ['+', '-'].every((sign) => blocks.some(({ bullet, depth }) => bullet === sign && depth > 0));
	const [first] = blocks;
	const isTitled = first?.kind === 'heading' && first.depth === 1;
	const nodes = treeOf(blocks, (block) => (isOwn ? ownNode(block) : foreignNode(block, hasSigns)));
	const top = isTitled && (isOwn || !isClaim(nodes)) ? hoisted(nodes) : nodes;
	const title = isTitled ? unescaped(first.text) : '';
	grow(draft, 'outline', top);
	return draft.reading({ title }, nativeOf(blocks, top));
}

/** YAML before the text, which is for other tools, as blank lines. */
function withoutFrontMatter(text: string): string {
	const found = /^---\r?\n(?:(?!---)[^\n]*\n){0,200}---[ \t]*(?:\r?\n|$)/.exec(text);
	return found ? found[0].replaceAll(/[^\n]/g, '') + text.slice(found[0].length) : text;
}

/** Whether what is first is more than a title: something directly below it says how it bears on it. */
function isClaim([first]: readonly Made[]): boolean {
	return first!.children.some(
		({ fields, text, children }) =>
			fields['relation'] !== undefined ||
			(guess(text).isSaid && (!guess(text).isHeading || children.length > 0))
	);
}

/** Without the title: what is below it is at the top. */
function hoisted([title, ...others]: readonly Made[]): readonly Made[] {
	return [...(title?.children ?? []), ...others];
}

function treeOf(blocks: readonly Block[], nodeOf: (block: Block) => Made): Made[] {
	const top: Made[] = [];
	const headings: Made[] = [];
	let open: Made[] = [];
	for (const block of blocks) {
		const node = nodeOf(block);
		const stack = block.kind === 'heading' ? headings : open;
		while (stack.length > 0 && stack.at(-1)!.block.depth >= block.depth) stack.pop();
		const above = stack.at(-1) ?? (block.kind === 'heading' ? undefined : headings.at(-1));
		const paragraph = above === headings.at(-1) ? lastText(above ? above.children : top) : undefined;
		const isReason = node.fields['relation'] !== undefined || guess(node.text).isSaid;
		const into = block.kind === 'item' && isReason && paragraph ? paragraph : above;
		(into?.children ?? top).push(node);
		if (block.kind === 'heading') open = [];
		stack.push(node);
	}
	return top;
}

/** The paragraph that signed items after it without indentation speak of. */
function lastText(nodes: readonly Made[]): Made | undefined {
	return nodes.findLast(({ block }) => block.kind === 'text');
}

function ownNode(block: Block): Made {
	const { sign, rest } = signed(block.text);
	const { name, rest: words } = anchored(rest);
	const use = linked(words);
	const isRelation = (sign === 'pro' || sign === 'con') && rest === '';
	const side = sign === 'con' ? 'attack' : 'support';
	const isBelow = block.kind === 'item' && block.depth > 0 && sign !== 'and';
	return {
		id: name,
		text: isRelation ? '' : unescaped(words),
		fields: {
			...(isRelation && { kind: 'relation' }),
			...((sign === 'pro' || sign === 'con' || isBelow) && { relation: side }),
			...(use !== '' && { use })
		},
		carried: name === '' ? {} : { anchor: true },
		children: [],
		block,
		line: block.line,
		column: block.column
	};
}

function foreignNode(block: Block, hasSigns: boolean): Made {
	const side = hasSigns && block.depth > 0 ? { '+': 'support', '-': 'attack' }[block.bullet] : undefined;
	const { name, rest } = anchored(block.text);
	return {
		id: name,
		text: unescaped(rest),
		fields: side === undefined ? {} : { relation: side },
		carried: { bullet: block.bullet, ...(name !== '' && { anchor: true }) },
		children: [],
		block,
		line: block.line,
		column: block.column
	};
}

function nativeOf(blocks: readonly Block[], top: readonly Made[]): Native {
	const items = blocks.filter(({ kind }) => kind === 'item').length;
	let maxDepth = 0;
	const rest = top.map((node) => ({ node, depth: 1 }));
	for (let next = rest.pop(); next; next = rest.pop()) {
		const { node, depth } = next;
		maxDepth = Math.max(maxDepth, depth);
		for (const child of node.children) rest.push({ node: child, depth: depth + 1 });
	}
	return { blocks: blocks.length, items, maxDepth };
}
