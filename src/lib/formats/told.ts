import type { About } from '#lib/core/model/debate.ts';
import { references } from '#lib/core/model/debate.ts';
import type { Id, Item } from '#lib/core/model/item.ts';
import { byOrder } from '#lib/core/model/questions.ts';
import type { Loss } from './losses.ts';

interface Content {
	readonly about: About;
	readonly items: Iterable<Item>;
}

/** Losses after which the graph itself is another one, so that only words can be compared. */
const REBUILT: readonly Loss[] = [
	'claims',
	'compiled',
	'arguments',
	'steps',
	'joined',
	'undercuts',
	'attacksOnAttacks',
	'secondUses',
	'cycles',
	'senses',
	'targetless',
	'premises',
	'texts',
	'evidenceAnswers'
];

/**
 * What a debate says, without ids and without what `lost` names: two debates that say the same are equal lists. Items
 * are told apart by their words, by what they refer to and by what refers to them, six steps away (colour refinement,
 * Weisfeiler and Leman 1968).
 */
export function told({ about, items }: Content, lost: readonly Loss[] = []): string[] {
	const all = without([...items], lost);
	const head = lost.includes('about') ? [] : [JSON.stringify([about.title, about.summary])];
	if (lost.some((loss) => REBUILT.includes(loss))) return head;
	const places = lost.includes('order') ? new Map<Id, number>() : placesOf(all);
	const own = new Map(
		all.map((item) => [item.id, JSON.stringify(sorted([ownOf(item, lost), places.get(item.id) ?? 0]))])
	);
	const referrers = new Map<Id, { readonly role: string; readonly from: Id }[]>();
	for (const item of all)
		for (const { role, id } of references(item)) {
			const known = referrers.get(id);
			if (known) known.push({ role, from: item.id });
			else referrers.set(id, [{ role, from: item.id }]);
		}
	let colours = new Map(own);
	for (let round = 0; round < 6; round++) {
		const next = new Map<Id, string>();
		for (const item of all) {
			const out = references(item).map(({ role, id }) => `${role} ${colours.get(id) ?? '?'}`);
			const back = (referrers.get(item.id) ?? []).map(
				({ role, from }) => `${role} ${colours.get(from) ?? '?'}`
			);
			next.set(item.id, hash(`${own.get(item.id)}|${out.join('|')}|${back.sort().join('|')}`));
		}
		colours = next;
	}
	return [...head, ...all.map(({ id }) => `${own.get(id)} ${colours.get(id)}`).sort()];
}

/** The items that a format with these losses can still carry, and nothing that hangs on the others. */
function without(items: readonly Item[], lost: readonly Loss[]): Item[] {
	const gone = new Set<Id>();
	for (const item of items) {
		if (item.kind === 'source' && lost.includes('sources')) gone.add(item.id);
		if (item.kind === 'group' && lost.includes('groups')) gone.add(item.id);
		if (item.kind === 'evidence' && lost.includes('evidence')) gone.add(item.id);
		if (item.kind === 'relation' && lost.includes('premiseless') && item.premises.length === 0)
			gone.add(item.id);
	}
	for (let before = -1; before !== gone.size;) {
		before = gone.size;
		for (const item of items) {
			if (item.kind === 'evidence' && gone.has(item.target)) gone.add(item.id);
			if (item.kind !== 'relation') continue;
			if ((item.target !== null && gone.has(item.target)) || item.premises.some(({ id }) => gone.has(id)))
				gone.add(item.id);
		}
	}
	return items
		.filter(({ id }) => !gone.has(id))
		.map((item) => {
			if (item.kind === 'evidence' && gone.has(item.source ?? '')) return { ...item, source: null };
			if (item.kind === 'argument')
				return { ...item, steps: item.steps.filter((id) => !gone.has(id)), group: kept(item.group, gone) };
			if (item.kind === 'claim') return { ...item, group: kept(item.group, gone) };
			return item;
		});
}

function kept(id: Id | null, gone: ReadonlySet<Id>): Id | null {
	return id !== null && gone.has(id) ? null : id;
}

/** What an item says by itself. */
function ownOf(item: Item, lost: readonly Loss[]): unknown {
	const has = (loss: Loss): boolean => !lost.includes(loss);
	switch (item.kind) {
		case 'claim':
			return [
				'claim',
				item.text,
				has('titles') && item.title,
				has('tags') && item.tags,
				has('notes') && item.notes,
				has('unstated') && item.unstated,
				has('wordings') && item.wordings.map(({ text }) => text),
				has('judging') && [item.basis, item.standard],
				has('pins') && item.pin
			];
		case 'argument':
			return [
				'argument',
				item.title,
				has('descriptions') && item.descriptions,
				has('tags') && item.tags,
				has('notes') && item.notes,
				has('pins') && item.pin
			];
		case 'relation':
			return [
				'relation',
				item.sense,
				item.premises.map(({ role, negated }) => [has('roles') && role, has('negations') && negated]),
				has('schemes') && item.scheme,
				has('notes') && item.notes
			];
		case 'evidence':
			return [
				'evidence',
				item.text,
				item.bearing,
				item.form,
				item.locator,
				has('credibility') && item.credibility,
				has('notes') && item.notes
			];
		case 'source': {
			const { id: _id, ext: _ext, ...fields } = item;
			return has('sourceFields') ? fields : ['source', item.title];
		}
		case 'group':
			return ['group', item.form, item.title];
	}
}

/** The same value with the keys of its tables in order. */
function sorted(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(sorted);
	if (typeof value !== 'object' || value === null) return value;
	const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
	return Object.fromEntries(entries.map(([key, each]: [string, unknown]) => [key, sorted(each)]));
}

/** The place of every item among its siblings: claims and arguments that begin something, reasons on one target. */
function placesOf(items: readonly Item[]): Map<Id, number> {
	const used = new Set(
		items.flatMap((item) =>
			item.kind === 'relation' && item.target !== null ? item.premises.map(({ id }) => id) : []
		)
	);
	const siblings = new Map<string, (Item & { readonly order: string })[]>();
	for (const item of items) {
		if (item.kind === 'source' || used.has(item.id)) continue;
		const parent =
			item.kind === 'relation' || item.kind === 'evidence'
				? item.target
				: item.kind === 'group'
					? item.parent
					: item.group;
		const key = `${item.kind} ${parent}`;
		const known = siblings.get(key);
		if (known) known.push(item);
		else siblings.set(key, [item]);
	}
	return new Map(
		[...siblings.values()].flatMap((some) => some.sort(byOrder).map(({ id }, at) => [id, at] as const))
	);
}

/** FNV-1a over the text, twice with different seeds: enough to tell a few hundred items apart. */
function hash(text: string): string {
	let [a, b] = [0x811c9dc5, 0xcbf29ce4];
	for (let at = 0; at < text.length; at++) {
		a = Math.imul(a ^ text.charCodeAt(at), 0x01000193) >>> 0;
		b = Math.imul(b ^ text.charCodeAt(at), 0x5bd1e995) >>> 0;
	}
	return `${a.toString(36)}${b.toString(36)}`;
}
