import { kindOf, nodesIn, type Fields, type Node } from './node.ts';

interface Draft extends Omit<Node, 'children'> {
	readonly children: Node[];
}

/**
 * An outline of claims and reasons only, for formats that have nothing else: arguments are claims, evidence, groups
 * and sources are left out, and what stood below them moves up. Objections to an inference go to its first premise
 * unless `undercuts` stay, and reasons without a target leave their premises at the top.
 */
export function reduced(nodes: readonly Node[], { undercuts }: { readonly undercuts: boolean }): Node[] {
	const spoken = new Set<string>();
	for (const node of nodesIn(nodes)) if (isSpoken(node)) spoken.add(node.id);
	const top: Node[] = [];
	const rest: { node: Node; into: Node[]; isReason: boolean }[] = [];
	const push = (children: readonly Node[], into: Node[], isReason: boolean): void => {
		for (let at = children.length - 1; at >= 0; at--) rest.push({ node: children[at]!, into, isReason });
	};
	push(nodes, top, false);
	for (let next = rest.pop(); next; next = rest.pop()) {
		const { node, into, isReason } = next;
		const kind = kindOf(node);
		if (kind === 'relation') {
			const isPremise = (child: Node): boolean => isStatement(child, spoken) && !child.fields['relation'];
			const premises = node.children.filter(isPremise);
			const others = node.children.filter((child) => !isPremise(child));
			if (premises.length === 0) push(others, into, isReason);
			else if (!isReason) push([...premises, ...others], top, false);
			else {
				const made: Draft = { ...node, children: [] };
				into.push(made);
				if (undercuts) push(others, made.children, true);
				push(undercuts ? premises : withFirst(premises, others), made.children, true);
			}
		} else if (isStatement(node, spoken)) {
			const made: Draft = { ...plain(node), children: [] };
			into.push(made);
			push(node.children, made.children, true);
		} else push(node.children, into, isReason);
	}
	return top;
}

function isSpoken(node: Node): boolean {
	const kind = kindOf(node);
	return kind === 'claim' || kind === 'argument';
}

function isStatement(node: Node, spoken: ReadonlySet<string>): boolean {
	return isSpoken(node) || spoken.has(node.fields['use'] ?? '');
}

/** An argument as a claim of its title and descriptions. */
function plain(node: Node): Node {
	if (kindOf(node) !== 'argument') return node;
	const { kind: _, descriptions, ...fields } = node.fields;
	const said = descriptions === undefined ? [] : (JSON.parse(descriptions) as string[]);
	return { ...node, fields, text: [node.text, ...said].filter((words) => words !== '').join('\n') };
}

function withFirst([first, ...premises]: readonly Node[], others: readonly Node[]): Node[] {
	return [{ ...first!, children: [...first!.children, ...others] }, ...premises];
}

/** The names of items that stand in a second place. */
export function usedIn(nodes: readonly Node[]): ReadonlySet<string> {
	const used = new Set<string>();
	for (const { fields } of nodesIn(nodes)) if (fields['use'] !== undefined) used.add(fields['use']);
	return used;
}

/** `fields` of a node that are not among `known`. */
export function beyond(fields: Fields, known: readonly string[]): string[] {
	return Object.keys(fields).filter((key) => !known.includes(key));
}
