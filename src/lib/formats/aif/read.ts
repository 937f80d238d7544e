import type { Json } from '#lib/core/decode.ts';
import type { Id } from '#lib/core/model/item.ts';
import { premise } from '#lib/core/model/make.ts';
import type { Result } from '#lib/core/result.ts';
import type { Draft } from '../draft.ts';
import type { Reading, Refusal } from '../format.ts';
import { keeping } from '../keeping.ts';
import { graphIn, type Dialect, type Node, type Raw } from './graph.ts';
import { Hold } from './hold.ts';
import { plansIn, type Beside, type Plan } from './plan.ts';
import { stow } from './stow.ts';

/**
 * Makes a debate of a document that draws claims and inferences as nodes. Whatever else is in it (what was said, by
 * whom, where nodes were put) is carried by the items that it is about, and written again with them.
 */
export function readDocument(document: Raw, dialect: Dialect, beside: Beside): Result<Reading, Refusal> {
	const { draft, placeOf } = beside;
	const graph = graphIn(document, dialect, draft, placeOf);
	const plans = plansIn(graph, draft);
	const own = new Map<Id, Raw>();
	for (const { node, ids } of plans.values())
		for (const [nth, id] of ids.entries()) own.set(id, nth === 0 ? ownOf(node, draft) : twinOf(node, nth));
	const spares: Id[] = [];
	const hold = new Hold(own, () => {
		spares.push(draft.id());
		return spares.at(-1)!;
	});
	stow(document, dialect, graph, plans, hold, beside);
	const extOf = (id: Id): Record<string, Json> => ({
		[dialect.name]: { ...own.get(id), ...hold.of(id) }
	});
	for (const plan of plans.values()) put(plan, draft, extOf);
	for (const id of spares) draft.group({ id, title: 'Dialogue', form: 'box', ext: extOf(id) });
	return draft.reading(beside.about, beside.native);
}

function put(
	{ node, ids, targets, premises }: Plan,
	draft: Draft,
	extOf: (id: Id) => Record<string, Json>
): void {
	const { meaning } = node;
	for (const [nth, id] of ids.entries()) {
		const ext = extOf(id);
		if (meaning.is === 'claim') draft.claim({ id, text: meaning.text, ext });
		else if (meaning.is === 'relation') {
			const { sense, scheme } = meaning;
			draft.relation({ id, sense, scheme, premises: premises.map(premise), target: targets[nth]!, ext });
		}
	}
}

/** What an item carries of its own node: all of it but the words of a claim, which are the item's. */
function ownOf({ key, at, raw, meaning }: Node, draft: Draft): Raw {
	const isText = meaning.is === 'claim' && typeof raw['text'] === 'string';
	const { kept, dropped } = keeping(isText ? { ...raw, text: '' } : raw);
	if (dropped.length > 0)
		draft.warn('not-kept', `${dropped.slice(0, 5).join(', ')} of node “${key}” could not be kept.`);
	return { id: key, at, node: kept };
}

function twinOf({ key, at }: Node, nth: number): Raw {
	return { id: key, at, twin: nth };
}
