import type { Debate } from '#lib/core/model/debate.ts';
import type { Argument, Claim, Id, Relation } from '#lib/core/model/item.ts';
import { byOrder, every } from '#lib/core/model/questions.ts';
import { arranged, type Arrangeable } from '../aif/arranged.ts';
import { carriedBy, type Carried } from './carried.ts';
import { Keys } from './keys.ts';
import { isUnsaid, NAMES, segmentation, wordsOf, type Attributes, type Piece } from './pieces.ts';
import { isAgainst, stances, type Stance } from './stances.ts';

/** What one item becomes. */
interface Unit<T> {
	readonly item: T;
	readonly key: string;
	readonly carried: Carried;
}
type Entry = Arrangeable<Piece>;

/** The elements of the graph that says what `debate` does: as they were read, where nobody changed what they say. */
export function piecesOf(debate: Debate): Piece[] {
	const spoken = [...every(debate, 'claim'), ...every(debate, 'argument')].sort(byOrder);
	const relations = sayable(debate);
	const keys = new Keys([...spoken, ...relations]);
	const unit = <T extends Claim | Argument | Relation>(item: T): Unit<T> => {
		const [carried, key] = [carriedBy(item), keys.of(item.id)];
		return { item, key, carried: carried.id === key ? carried : { ...carried, ...NEW } };
	};
	const units = spoken.map(unit);
	const links = relations.map(unit);
	const entries = [
		...unitsOf(debate, units),
		...segmentsOf(units, keys),
		...links.flatMap((each) => linkOf(each, debate, keys))
	];
	return whole(arranged(entries));
}

const NEW = { at: Infinity, attributes: {}, pieces: [], loose: [] } as const;

/** Pieces with both their ends; in the usual order where some of them are new. */
function whole(pieces: readonly Piece[]): Piece[] {
	const present = new Set(pieces.map(({ attributes }) => attributes['id']));
	const found = pieces.filter(
		({ name, attributes: { src, trg } }) => name !== 'edge' || (present.has(src) && present.has(trg))
	);
	if (found.every(({ at }) => at < Infinity)) return found;
	return NAMES.flatMap((name) => found.filter((piece) => piece.name === name));
}

function entry(
	name: Piece['name'],
	attributes: Attributes,
	at = Infinity,
	text = '',
	sibling: string | null = null
): Entry {
	return { value: { name, at, attributes, text, line: 0, column: 0 }, at, sibling };
}

function unitsOf(debate: Debate, units: readonly Unit<Claim | Argument>[]): Entry[] {
	const given = new Map<Id, Stance>();
	for (const { item, carried } of units) {
		const { type } = carried.attributes;
		if (type === 'pro' || type === 'opp') given.set(item.id, type);
	}
	const sides = stances(debate, given);
	return units.map(({ item, key, carried: { attributes, at } }) =>
		entry('adu', { id: key, type: sides.get(item.id) ?? 'pro', ...attributes }, at, '', 'adu')
	);
}

/** Segments and how they are joined, as they were where they still say the same; else one with all the words. */
function segmentsOf(units: readonly Unit<Claim | Argument>[], keys: Keys): Entry[] {
	const kept = units.flatMap(({ carried: { pieces, loose } }) => [...pieces, ...loose]);
	const adus = units.map(({ key, carried }) => entry('adu', { id: key }, carried.at).value);
	const parted = segmentation([...kept, ...adus]);
	const changed = units.filter(({ item, key }) => {
		const segments = parted.segments.get(key);
		return !segments || wordsOf(segments) !== said(item) || isUnsaid(segments) !== isUnstated(item);
	});
	const anew = new Set(changed.map(({ key }) => key));
	const asRead = kept.filter((piece) => !anew.has(parted.units.get(piece) ?? ''));
	return [
		...asRead.map(({ name, attributes, at, text }) => entry(name, attributes, at, text)),
		...changed.flatMap(({ item, key }) => {
			const before = parted.segments.get(key)?.find((piece) => parted.units.get(piece) === key);
			const { id = keys.next('e'), implicit: _implicit, ...rest } = before?.attributes ?? {};
			const attributes = { id, ...rest, ...(isUnstated(item) && { implicit: 'true' }) };
			return [
				entry('edu', attributes, before?.at, said(item)),
				entry('edge', { id: keys.next('c'), src: id, trg: key, type: 'seg' })
			];
		})
	];
}

/** The edge of a relation, and one for each premise after the first. */
function linkOf({ item, key, carried }: Unit<Relation>, debate: Debate, keys: Keys): Entry[] {
	const [first = '', ...more] = sourcesOf(debate, item).map((id) => keys.of(id));
	const target = item.target ?? '';
	const isOnEdge = debate.get(target)?.kind === 'relation';
	const ends = { src: first, trg: keys.of(target), type: typeOf(item, isOnEdge, carried.attributes['type']) };
	const known = [...carried.pieces];
	return [
		entry('edge', { id: key, ...carried.attributes, ...ends }, carried.at, '', `on ${target}`),
		...more.map((src) => {
			const nth = known.findIndex(({ attributes }) => attributes['src'] === src);
			const [before] = nth < 0 ? [] : known.splice(nth, 1);
			const attributes = before?.attributes ?? { id: keys.next('c') };
			return entry('edge', { ...attributes, src, trg: key, type: 'add' }, before?.at, '', `to ${key}`);
		})
	];
}

function typeOf(relation: Relation, isOnEdge: boolean, before = ''): string {
	if (!isAgainst(relation)) return relation.scheme === 'example' ? 'exa' : 'sup';
	if (before === 'reb' || before === 'und') return before;
	return isOnEdge ? 'und' : 'reb';
}

/** The relations that an edge can be: with a source, and not on evidence or on one that is none. In order. */
function sayable(debate: Debate): Relation[] {
	const relations = every(debate, 'relation');
	const isMute = (relation: Relation): boolean => {
		const on = relation.target === null ? undefined : debate.get(relation.target);
		return on === undefined || on.kind === 'evidence' || sourcesOf(debate, relation).length === 0;
	};
	const mute = relations.filter(isMute).map(({ id }) => id);
	const gone = new Set(mute);
	for (let id = mute.pop(); id !== undefined; id = mute.pop())
		for (const on of debate.referrers(id, 'target')) {
			if (gone.has(on)) continue;
			gone.add(on);
			mute.push(on);
		}
	return relations.filter(({ id }) => !gone.has(id)).sort(byOrder);
}

function sourcesOf(debate: Debate, { premises }: Relation): Id[] {
	return premises
		.map(({ id }) => id)
		.filter((id) => {
			const kind = debate.get(id)?.kind;
			return kind === 'claim' || kind === 'argument';
		});
}

function said(item: Claim | Argument): string {
	if (item.kind === 'claim') return item.text;
	return [item.title, ...item.descriptions].filter((each) => each !== '').join('\n');
}

function isUnstated(item: Claim | Argument): boolean {
	return item.kind === 'claim' && item.unstated;
}
