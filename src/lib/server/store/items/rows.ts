import type { Id, Item, Kind } from '#lib/core/model/item.ts';

/** A value that SQLite keeps as it is. */
export type Cell = string | number | null;
export type Row = Readonly<Record<string, Cell>>;

/** The kind of what `id` names: a reference is kept in the column of that kind. */
export type KindOf = (id: Id) => Kind | undefined;

/** The row of an item in the table of its kind; premises and steps have rows of their own. */
export function toRow(debate: Id, item: Item, kindOf: KindOf): Row {
	const common = { debate, id: item.id, ext: JSON.stringify(item.ext) };
	switch (item.kind) {
		case 'claim': {
			const { text, title, basis, standard } = item;
			const lists = { unstated: item.unstated ? 1 : 0, wordings: JSON.stringify(item.wordings) };
			return { ...common, ...annotated(item), text, title, basis, standard, ...lists };
		}
		case 'argument':
			return {
				...common,
				...annotated(item),
				title: item.title,
				descriptions: JSON.stringify(item.descriptions)
			};
		case 'relation': {
			const { sense, scheme, notes, order: ord } = item;
			return { ...common, ord, sense, scheme, notes, ...toColumn(item.target, kindOf) };
		}
		case 'evidence': {
			const { form, text, bearing, source, locator, notes, credibility, order: ord } = item;
			const { claim = null, argument = null, relation = null } = toColumn(item.target, kindOf);
			const judged = { rating: credibility?.rating ?? null, ratingReason: credibility?.reason ?? null };
			const said = { form, text, bearing, source, locator, notes };
			return { ...common, ord, claim, argument, relation, ...said, ...judged };
		}
		case 'source': {
			const { type, title, issued, containerTitle, publisher, DOI: doi, URL: url } = item;
			return {
				...common,
				type,
				title,
				author: JSON.stringify(item.author),
				issued,
				containerTitle,
				publisher,
				doi,
				url
			};
		}
		case 'group':
			return { ...common, ord: item.order, form: item.form, title: item.title, parent: item.parent };
	}
}

/** The rows of a relation's premises, in order. */
export function toPremises(debate: Id, item: Item, kindOf: KindOf): Row[] {
	if (item.kind !== 'relation') return [];
	return item.premises.map(({ id, role, negated }, position) => ({
		debate,
		of: item.id,
		position,
		...toColumn(id, kindOf),
		role,
		negated: negated ? 1 : 0
	}));
}

/** The rows of an argument's steps, in order. */
export function toSteps(debate: Id, item: Item): Row[] {
	if (item.kind !== 'argument') return [];
	return item.steps.map((relation, position) => ({ debate, of: item.id, position, relation }));
}

function annotated(item: Extract<Item, { kind: 'claim' | 'argument' }>): Row {
	const { order: ord, notes, pin, group: grouping } = item;
	return {
		ord,
		tags: JSON.stringify(item.tags),
		notes,
		pinX: pin?.x ?? null,
		pinY: pin?.y ?? null,
		grouping
	};
}

const COLUMNS = ['claim', 'argument', 'relation', 'evidence'] as const;

function toColumn(id: Id | null, kindOf: KindOf): Row {
	const kind = id === null ? undefined : kindOf(id);
	return Object.fromEntries(COLUMNS.map((column) => [column, column === kind ? id : null]));
}
