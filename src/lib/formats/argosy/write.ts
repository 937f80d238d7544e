import type { Debate } from '#lib/core/model/debate.ts';
import { KINDS, type Item, type Kind } from '#lib/core/model/item.ts';
import { ARGUMENT, CLAIM, EVIDENCE, GROUP, RELATION, SOURCE } from '#lib/core/model/make.ts';
import { compare } from '#lib/core/model/order.ts';
import type { Writing } from '../format.ts';

/** Grows when old programs could no longer read what is written. */
export const VERSION = 1;

const DEFAULTS: { readonly [K in Kind]: Readonly<Record<string, unknown>> } = {
	claim: CLAIM,
	argument: ARGUMENT,
	relation: RELATION,
	evidence: EVIDENCE,
	source: SOURCE,
	group: GROUP
};

/**
 * The whole debate. The same debate gives the same bytes, whatever the order in which it was built: items by kind, then
 * by id; fields in one order, those at their defaults left out.
 */
export function writeArgosy(debate: Debate): Writing {
	const items = [...debate.items()].sort(
		(a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) || compare(a.id, b.id)
	);
	const { title, summary, imported } = debate.about;
	const lines = items.map((item) => JSON.stringify(told(item)));
	const about = JSON.stringify({ title, summary, ...(imported && { imported }) });
	return {
		text: `{\n"argosy": ${VERSION},\n"about": ${about},\n"items": [\n${lines.join(',\n')}\n]\n}\n`,
		lost: []
	};
}

function told(item: Item): Record<string, unknown> {
	const defaults = DEFAULTS[item.kind];
	const fields = Object.entries(item)
		.filter(([key, value]) => key !== 'id' && key !== 'kind' && !isDefault(value, defaults[key]))
		.sort(([a], [b]) => compare(a, b));
	return { kind: item.kind, id: item.id, ...Object.fromEntries(fields) };
}

function isDefault(value: unknown, usual: unknown): boolean {
	return value === usual || (usual !== undefined && JSON.stringify(value) === JSON.stringify(usual));
}
