import type { Debate } from '#lib/core/model/debate.ts';
import type { Node } from './node.ts';

/** The title of a map that has none of its own: the first line of its one root. */
export function titleOf(nodes: readonly Pick<Node, 'text'>[]): string {
	return nodes.length === 1
		? (nodes[0]!.text.split(/[\r\n]/, 1)[0] ?? '').trim().slice(0, 200).toWellFormed()
		: '';
}

/** Whether `nodes` are one claim that titles the debate, so that a map of that claim says it all. */
export function isTitled(debate: Debate, nodes: readonly Node[]): boolean {
	const { title, summary } = debate.about;
	const [root] = nodes;
	return (
		nodes.length === 1 && root!.fields['kind'] === undefined && summary === '' && titleOf(nodes) === title
	);
}
