import type { Json } from '#lib/core/decode.ts';
import type { Native } from '../../format.ts';
import { isRaw, keyOf, type Raw } from '../graph.ts';
import { listAt } from '../parts.ts';

/** What a node set holds, and what of it is out of the ordinary, in the words of those who count node sets. */
export function nativeOf(set: Raw): Native {
	const nodes = (listAt(set, '/nodes') ?? []).filter(isRaw);
	const edges = (listAt(set, '/edges') ?? []).filter(isRaw);
	const types = new Map(nodes.map((node) => [keyOf(node['nodeID']), typeOf(node)]));
	const typeAt = (end: Json | undefined): string => types.get(keyOf(end)) ?? '?';
	return {
		nodes: counted(nodes.map(typeOf)),
		edges: edges.length,
		nodeIdTypes: counted(nodes.map(({ nodeID }) => kindOf(nodeID))),
		edgePatterns: counted(edges.map(({ fromID, toID }) => `${typeAt(fromID)}>${typeAt(toID)}`)),
		quirks: counted(quirksOf(nodes, edges, typeAt)),
		schemes: nodes.filter(({ scheme }) => typeof scheme === 'string' && !/^(?:Default|$)/.test(scheme))
			.length,
		locutions: (listAt(set, '/locutions') ?? []).length,
		topKeys: Object.keys(set).sort()
	};
}

/** What is there to see about S-nodes and loose locutions, one word for each time. */
function quirksOf(
	nodes: readonly Raw[],
	edges: readonly Raw[],
	typeAt: (end: Json | undefined) => string
): string[] {
	const from = new Map<string, string[]>();
	const to = new Map<string, string[]>();
	for (const { fromID, toID } of edges) {
		add(to, keyOf(fromID), typeAt(toID));
		add(from, keyOf(toID), typeAt(fromID));
	}
	return nodes.flatMap((node) => {
		const key = keyOf(node['nodeID']);
		const [sources, targets] = [from.get(key) ?? [], to.get(key) ?? []];
		const count = (list: readonly string[], type: string): number =>
			list.filter((each) => each === type).length;
		const premises = count(sources, 'I');
		switch (typeOf(node)) {
			case 'RA':
				return said([
					['RA', true],
					['RA linked (2+ I premises)', premises > 1],
					['RA without I premise', premises === 0],
					['RA without target', targets.length === 0],
					['RA several conclusions', count(targets, 'I') > 1]
				]);
			case 'CA':
				return said([
					['CA', true],
					['CA>I (rebut/undermine)', targets.includes('I')],
					['CA>RA (undercut)', targets.includes('RA')],
					['CA>CA', targets.includes('CA')],
					['CA from S-node', sources.some((type) => ['RA', 'CA', 'MA', 'PA'].includes(type))],
					['CA several sources', premises > 1],
					['CA without target', targets.length === 0]
				]);
			case 'L':
				return said([['isolated L', sources.length + targets.length === 0]]);
			default:
				return [];
		}
	});
}

function said(facts: readonly (readonly [string, boolean])[]): string[] {
	return facts.flatMap(([words, isSo]) => (isSo ? [words] : []));
}

function typeOf({ type }: Raw): string {
	return typeof type === 'string' ? type : 'null';
}

/** The kind of a value, as Python calls it. */
function kindOf(value: Json | undefined): string {
	if (typeof value === 'string') return 'str';
	if (typeof value === 'number') return Number.isInteger(value) ? 'int' : 'float';
	return typeof value === 'boolean' ? 'bool' : 'NoneType';
}

function counted(words: readonly string[]): Record<string, number> {
	const counts = new Map<string, number>();
	for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
	return Object.fromEntries(counts);
}

function add(lists: Map<string, string[]>, key: string, entry: string): void {
	const known = lists.get(key);
	if (known) known.push(entry);
	else lists.set(key, [entry]);
}
