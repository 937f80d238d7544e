import type { Id } from '#lib/core/model/item.ts';
import { keeping } from '../keeping.ts';
import { isRaw, keyOf, type Dialect, type Graph, type Raw } from './graph.ts';
import type { Hold } from './hold.ts';
import { dismantled } from './parts.ts';
import { add, type Beside, type Plan } from './plan.ts';

/** Under this pointer the document without its lists is carried. */
export const FRAME = '';

/** Shares out everything that is no claim and no inference. */
export function stow(
	document: Raw,
	dialect: Dialect,
	graph: Graph,
	plans: ReadonlyMap<string, Plan>,
	hold: Hold,
	{ draft, placeOf }: Beside
): void {
	const { frame, parts } = dismantled(document);
	const { kept, dropped } = keeping(frame);
	const isUsual = graph.nodes.size === 0 && isEmptyLike(document, dialect);
	const isHeld = graph.nodes.size > 0 && hold.load({ pointer: FRAME, at: 0, value: kept });
	if (!isUsual && (!isHeld || dropped.length > 0))
		draft.warn('not-kept', 'What stands around the nodes could not be kept whole.');
	const carriers = carriersIn(graph, plans);
	const carrier = (key: string): Id | null => carriers.get(key) ?? null;
	const edges = new Map(graph.edges.map((edge) => [edge.at, edge]));
	const nodes = new Map([...graph.nodes.values()].map((node) => [node.at, node]));
	const others: number[] = [];
	for (const part of parts) {
		const { pointer, at, value } = part;
		let isStowed: boolean;
		if (pointer === dialect.nodes) {
			const node = nodes.get(at);
			if (!node || plans.has(node.key)) continue;
			others.push(at);
			isStowed = hold.load({ ...part, value: node.raw }, carrier(node.key));
		} else if (pointer === dialect.edges) {
			const edge = edges.get(at);
			if (!edge) continue;
			const isFromScheme = graph.nodes.get(edge.from)!.meaning.is !== 'claim';
			isStowed = hold.load(part, carrier(isFromScheme ? edge.from : edge.to));
		} else {
			const about = isRaw(value) ? keyOf(value[dialect.fields.node]) : '';
			isStowed = hold.load(part, carrier(about));
		}
		if (!isStowed)
			draft.warn(
				'not-kept',
				`An entry of ${pointer} is too large or too deep to be kept.`,
				placeOf(pointer, at)
			);
	}
	if (others.length > 0)
		draft.warn(
			'not-shown',
			`${others.length} nodes that are no claims or inferences, the first of them here, are kept, but not shown.`,
			placeOf(dialect.nodes, others[0]!)
		);
}

/** The item that each node goes with: its own, else that of the claim or inference that is the fewest edges away. */
function carriersIn({ nodes, edges }: Graph, plans: ReadonlyMap<string, Plan>): Map<string, Id> {
	const carriers = new Map<string, Id>();
	for (const [key, { ids }] of plans) carriers.set(key, ids[0]!);
	const beside = new Map<string, string[]>();
	for (const { from, to } of edges) {
		if (nodes.get(from)!.meaning.is === 'other') add(beside, to, from);
		if (nodes.get(to)!.meaning.is === 'other') add(beside, from, to);
	}
	const queue = [...carriers.keys()];
	for (let at = 0; at < queue.length; at++)
		for (const key of beside.get(queue[at]!) ?? []) {
			if (carriers.has(key)) continue;
			carriers.set(key, carriers.get(queue[at]!)!);
			queue.push(key);
		}
	return carriers;
}

/** Whether a document has nothing in it that a new one would not have. */
function isEmptyLike(document: Raw, dialect: Dialect): boolean {
	return Object.entries(document).every(
		([key, value]) => JSON.stringify(value) === JSON.stringify(dialect.document[key])
	);
}
