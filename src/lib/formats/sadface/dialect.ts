import type { Json } from '#lib/core/decode.ts';
import type { Sense } from '#lib/core/model/item.ts';
import type { Dialect, Meaning, Raw } from '../aif/graph.ts';

/** What schemes are called that only say how something bears on something, the usual name first. */
const NAMES: { readonly [S in Sense]?: readonly string[] } = {
	support: ['support', 'inference', 'default inference'],
	attack: ['conflict', 'attack', 'default conflict'],
	rephrase: ['rephrase', 'default rephrase']
};
/** For senses that have no name: the nearest. */
const NEAREST: { readonly [S in Sense]: string } = {
	support: 'support',
	entails: 'support',
	attack: 'conflict',
	contrary: 'conflict',
	contradictory: 'conflict',
	rephrase: 'rephrase'
};

/** SADFace 0.2: atoms and schemes, and metadata that says whose analysis it is. */
export const SADFACE: Dialect = {
	name: 'sadface',
	nodes: '/nodes',
	edges: '/edges',
	fields: { node: 'id', edge: 'id', from: 'source_id', to: 'target_id' },
	document: {
		metadata: {
			core: {
				analyst_email: '',
				analyst_name: '',
				created: '',
				description: '',
				edited: '',
				id: '',
				notes: '',
				title: '',
				version: '0.2'
			}
		},
		nodes: [],
		edges: [],
		resources: []
	},
	edge: { id: '', source_id: '', target_id: '' },
	meaning(raw) {
		if (raw['type'] === 'atom') return { is: 'claim', text: said(raw['text']) };
		return raw['type'] === 'scheme' ? meaningOf(said(raw['name'])) : { is: 'other' };
	},
	node: nodeOf,
	lost(sense, scheme) {
		if (!NAMES[sense]) return scheme === '' ? ['senses'] : ['senses', 'schemes'];
		return areSame(meaningOf(nameOf(sense, scheme)), { is: 'relation', sense, scheme }) ? [] : ['schemes'];
	}
};

/** What a scheme of this name says. One that names a kind of attack is one; any other supports. */
function meaningOf(name: string): Meaning {
	const words = name.trim().toLowerCase();
	for (const sense of ['support', 'attack', 'rephrase'] as const)
		if (NAMES[sense]?.includes(words)) return { is: 'relation', sense, scheme: '' };
	if (words === '') return { is: 'relation', sense: 'support', scheme: '' };
	const isAttack = /\b(?:conflict|attack|rebut|rebuttal|undercut|undermine)/.test(words);
	return { is: 'relation', sense: isAttack ? 'attack' : 'support', scheme: name };
}

/** The name that says most of what is meant. */
function nameOf(sense: Sense, scheme: string): string {
	const isSaid = scheme !== '' && areSame(meaningOf(scheme), { is: 'relation', sense, scheme });
	return isSaid ? scheme : NEAREST[sense];
}

function nodeOf(raw: Raw | null, meaning: Meaning): Raw {
	if (meaning.is === 'claim') {
		const before = raw ?? { id: '', metadata: {}, sources: [], text: '', type: 'atom' };
		const isSaid = before['type'] === 'atom' && said(before['text']) === meaning.text;
		return isSaid ? before : { ...before, text: meaning.text, type: 'atom' };
	}
	const before = raw ?? { id: '', metadata: {}, name: '', type: 'scheme' };
	if (meaning.is === 'other' || (raw && areSame(SADFACE.meaning(raw), meaning))) return before;
	return { ...before, name: nameOf(meaning.sense, meaning.scheme), type: 'scheme' };
}

function areSame(a: Meaning, b: Meaning): boolean {
	return a.is === 'relation' && b.is === 'relation' && a.sense === b.sense && a.scheme === b.scheme;
}

function said(value: Json | undefined): string {
	return typeof value === 'string' ? value : '';
}
