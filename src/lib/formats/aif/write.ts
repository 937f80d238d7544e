import type { Json } from '#lib/core/decode.ts';
import type { Debate } from '#lib/core/model/debate.ts';
import type { Argument, Claim, Id, Relation } from '#lib/core/model/item.ts';
import { byOrder, every } from '#lib/core/model/questions.ts';
import { arranged, type Arrangeable } from './arranged.ts';
import { carriedBy, partsCarried, type Carried } from './carried.ts';
import { isRaw, keyOf, type Dialect, type Meaning, type Raw } from './graph.ts';
import { assembled, type Part } from './parts.ts';
import { FRAME } from './stow.ts';

/** An item that becomes a node, and the id of that. */
interface Noded {
	readonly item: Claim | Argument | Relation;
	readonly carried: Carried;
	readonly key: string;
	/** Whether another relation, to another conclusion, has the node already. */
	readonly isTwin: boolean;
}

/** The document that says what `debate` does, all that its items carry of an earlier one included. */
export function documentOf(debate: Debate, dialect: Dialect): Raw {
	const parts = partsCarried(debate, dialect.name);
	const loose = parts.filter(({ pointer }) => pointer === dialect.nodes);
	const keys = new Set(loose.map(({ value }) => idIn(value, dialect)));
	const noded = nodedIn(debate, dialect, keys);
	const nodes: Arrangeable<Part>[] = noded
		.filter(({ isTwin }) => !isTwin)
		.map(({ item, carried, key }) => ({
			value: { pointer: dialect.nodes, at: 0, value: nodeOf(item, carried.node, key, dialect) },
			at: carried.at,
			sibling: item.kind === 'relation' ? `on ${item.target}` : ''
		}));
	const others = loose.map((value) => ({ value, at: value.at, sibling: null }));
	const edges = edgesOf(noded, keys, parts, dialect);
	const rest = parts.filter(
		({ pointer }) => ![dialect.nodes, dialect.edges, FRAME].includes(pointer) && pointer.startsWith('/')
	);
	const frame = parts.find(({ pointer }) => pointer === FRAME)?.value;
	return assembled(isRaw(frame) ? frame : dialect.document, [
		...arranged([...nodes, ...others]),
		...edges.map((value) => ({ pointer: dialect.edges, at: 0, value })),
		...rest
	]);
}

/** Everything that becomes a node, claims first, in the author's order; each key is added to `keys`. */
function nodedIn(debate: Debate, dialect: Dialect, keys: Set<string>): Noded[] {
	const spoken = [...every(debate, 'claim'), ...every(debate, 'argument')].sort(byOrder);
	const all = [...spoken, ...every(debate, 'relation').sort(byOrder)].map((item) => ({
		item,
		carried: carriedBy(item, dialect.name)
	}));
	const firsts = new Map<string, Relation>();
	const owners = new Map<string, Id>();
	for (const { item, carried } of all)
		if (carried.id !== '' && carried.twin === 0 && !owners.has(carried.id) && !keys.has(carried.id)) {
			owners.set(carried.id, item.id);
			if (item.kind === 'relation') firsts.set(carried.id, item);
		}
	for (const key of owners.keys()) keys.add(key);
	return all.map(({ item, carried }) => {
		if (owners.get(carried.id) === item.id) return { item, carried, key: carried.id, isTwin: false };
		const first = carried.twin > 0 && item.kind === 'relation' ? firsts.get(carried.id) : undefined;
		if (first && item.kind === 'relation' && areTwins(first, item))
			return { item, carried, key: carried.id, isTwin: true };
		let key = item.id;
		while (keys.has(key)) key += '-';
		keys.add(key);
		return { item, carried: { ...carried, at: Infinity, node: null }, key, isTwin: false };
	});
}

function areTwins(a: Relation, b: Relation): boolean {
	return (
		a.target !== null &&
		b.target !== null &&
		a.target !== b.target &&
		a.sense === b.sense &&
		a.scheme === b.scheme &&
		JSON.stringify(a.premises) === JSON.stringify(b.premises)
	);
}

function nodeOf(item: Noded['item'], raw: Raw | null, key: string, dialect: Dialect): Raw {
	const meaning = meaningOf(item);
	const node = dialect.node(raw, meaning);
	const name = dialect.fields.node;
	return keyOf(node[name]) === key ? node : { ...node, [name]: key };
}

function meaningOf(item: Noded['item']): Meaning {
	if (item.kind === 'relation') return { is: 'relation', sense: item.sense, scheme: item.scheme };
	if (item.kind === 'claim') return { is: 'claim', text: item.text };
	const words = [item.title, ...item.descriptions].filter((each) => each !== '');
	return { is: 'claim', text: words.join('\n') };
}

/** The edges that the relations need, as they were read where they were, and those that were kept for themselves. */
function edgesOf(
	noded: readonly Noded[],
	keys: ReadonlySet<string>,
	parts: readonly Part[],
	dialect: Dialect
): Raw[] {
	const { fields } = dialect;
	const kept = parts.filter(({ pointer }) => pointer === dialect.edges);
	const known = new Map<string, Part[]>();
	for (const part of [...kept].reverse()) {
		const name = nameOf(part.value, dialect);
		const same = known.get(name);
		if (same) same.push(part);
		else known.set(name, [part]);
	}
	const entries: Arrangeable<Raw>[] = [];
	const used = new Set<Part>();
	const taken = new Set(kept.map(({ value }) => (isRaw(value) ? keyOf(value[fields.edge]) : '')));
	let count = 0;
	const need = (from: string, to: string, sibling: string): void => {
		const part = known.get(`${from}\n${to}`)?.pop();
		if (part && isRaw(part.value)) {
			used.add(part);
			entries.push({ value: part.value, at: part.at, sibling });
			return;
		}
		while (taken.has(String(++count)));
		const ends = { [fields.edge]: String(count), [fields.from]: from, [fields.to]: to };
		entries.push({ value: { ...dialect.edge, ...ends }, at: Infinity, sibling });
	};
	const keyOfItem = new Map(noded.map(({ item, key }) => [item.id, key]));
	const kinds = new Map(noded.map(({ item, key }) => [key, item.kind === 'relation' ? 'relation' : 'claim']));
	for (const { item, key, isTwin } of noded) {
		if (item.kind !== 'relation') continue;
		for (const premise of isTwin ? [] : item.premises) {
			const from = keyOfItem.get(premise.id);
			if (from !== undefined && kinds.get(from) === 'claim') need(from, key, `to ${key}`);
		}
		const target = item.target === null ? undefined : keyOfItem.get(item.target);
		if (target !== undefined) need(key, target, `from ${key}`);
	}
	const isStructure = (from: string, to: string): boolean =>
		from !== to &&
		((kinds.get(from) === 'relation' && kinds.has(to)) ||
			(kinds.get(from) === 'claim' && kinds.get(to) === 'relation'));
	for (const part of kept) {
		if (used.has(part) || !isRaw(part.value)) continue;
		const [from, to] = [keyOf(part.value[fields.from]), keyOf(part.value[fields.to])];
		if (keys.has(from) && keys.has(to) && !isStructure(from, to))
			entries.push({ value: part.value, at: part.at, sibling: null });
	}
	return arranged(entries);
}

function nameOf(value: Json, { fields }: Dialect): string {
	return isRaw(value) ? `${keyOf(value[fields.from])}\n${keyOf(value[fields.to])}` : '';
}

function idIn(value: Json, { fields }: Dialect): string {
	return isRaw(value) ? keyOf(value[fields.node]) : '';
}
