import type { Json } from '#lib/core/decode.ts';
import type { Sense } from '#lib/core/model/item.ts';
import type { Dialect, Meaning, Raw } from '../graph.ts';

/** What S-nodes are called, and how they are labelled where no scheme is known. */
const TYPES: readonly { readonly type: string; readonly sense: Sense; readonly label: string }[] = [
	{ type: 'RA', sense: 'support', label: 'Default Inference' },
	{ type: 'CA', sense: 'attack', label: 'Default Conflict' },
	{ type: 'MA', sense: 'rephrase', label: 'Default Rephrase' }
];
/** For senses that AIF has no node for: the nearest. */
const NEAREST: { readonly [S in Sense]: number } = {
	support: 0,
	entails: 0,
	attack: 1,
	contrary: 1,
	contradictory: 1,
	rephrase: 2
};

/** AIF as AIFdb and OVA write it, with the lists at `root`. */
export function aifDialect(name: string, root: string, document: Raw): Dialect {
	return {
		name,
		nodes: `${root}/nodes`,
		edges: `${root}/edges`,
		fields: { node: 'nodeID', edge: 'edgeID', from: 'fromID', to: 'toID' },
		document,
		edge: { edgeID: '', fromID: '', toID: '', formEdgeID: null },
		meaning: meaningOf,
		node: (raw, meaning) => nodeOf(raw ?? { nodeID: '', text: '', type: '', timestamp: '' }, meaning),
		lost: (sense, scheme) => [
			...(TYPES.some((each) => each.sense === sense) ? [] : (['senses'] as const)),
			...(isLabel(scheme) && scheme !== '' ? (['schemes'] as const) : [])
		]
	};
}

function meaningOf(raw: Raw): Meaning {
	if (raw['type'] === 'I') return { is: 'claim', text: said(raw['text']) };
	const found = TYPES.find(({ type }) => type === raw['type']);
	return found ? { is: 'relation', sense: found.sense, scheme: schemeIn(raw) } : { is: 'other' };
}

/** The label of an S-node, else its scheme, where it is more than the name of its type. */
function schemeIn(raw: Raw): string {
	return [said(raw['text']), said(raw['scheme'])].find((each) => !isLabel(each)) ?? '';
}

function isLabel(text: string): boolean {
	const words = text.trim().toLowerCase();
	return (
		words === '' ||
		TYPES.some(({ type, label }) => [type, label].some((each) => each.toLowerCase() === words))
	);
}

function nodeOf(raw: Raw, meaning: Meaning): Raw {
	if (meaning.is === 'other') return raw;
	if (meaning.is === 'claim') {
		const isSaid = raw['type'] === 'I' && said(raw['text']) === meaning.text;
		return isSaid ? raw : { ...raw, text: meaning.text, type: 'I' };
	}
	const { type, label } = TYPES[NEAREST[meaning.sense]]!;
	if (raw['type'] === type && schemeIn(raw) === meaning.scheme) return raw;
	const { schemeID: _schemeID, ...rest } = raw;
	const words = meaning.scheme || label;
	return { ...rest, text: words, type, ...('scheme' in raw && { scheme: words }) };
}

function said(value: Json | undefined): string {
	return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
}
