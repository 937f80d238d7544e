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

/** An item from its row and the rows of its lists. The row is ours: its cells are what `toRow` wrote. */
export function fromRow(kind: Kind, row: Row, premises: readonly Row[], steps: readonly Row[]): unknown {
	const common = { kind, id: row['id'], ext: parsed(row['ext']) };
	switch (kind) {
		case 'claim': {
			const { text, title, basis, standard } = row;
			const lists = { unstated: row['unstated'] === 1, wordings: parsed(row['wordings']) };
			return { ...common, text, title, ...lists, basis, standard, ...fromAnnotated(row) };
		}
		case 'argument': {
			const descriptions = parsed(row['descriptions']);
			return {
				...common,
				title: row['title'],
				descriptions,
				steps: steps.map(({ relation }) => relation),
				...fromAnnotated(row)
			};
		}
		case 'relation': {
			const { sense, scheme, notes, ord: order } = row;
			const listed = premises.map((cell) => ({
				id: fromColumn(cell),
				role: cell['role'],
				negated: cell['negated'] === 1
			}));
			return { ...common, sense, premises: listed, target: fromColumn(row), order, scheme, notes };
		}
		case 'evidence': {
			const { form, text, bearing, source, locator, notes, ord: order, rating, ratingReason } = row;
			const credibility = rating === null ? null : { rating, reason: ratingReason };
			return {
				...common,
				form,
				text,
				bearing,
				target: fromColumn(row),
				source,
				locator,
				credibility,
				order,
				notes
			};
		}
		case 'source': {
			const { type, title, issued, containerTitle, publisher, doi: DOI, url: URL } = row;
			return {
				...common,
				type,
				title,
				author: parsed(row['author']),
				issued,
				containerTitle,
				publisher,
				DOI,
				URL
			};
		}
		case 'group':
			return { ...common, form: row['form'], title: row['title'], parent: row['parent'], order: row['ord'] };
	}
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

function fromAnnotated(row: Row): object {
	const { ord: order, notes, pinX, pinY, grouping: group } = row;
	const pin = pinX === null || pinY === null ? null : { x: pinX, y: pinY };
	return { order, tags: parsed(row['tags']), notes, pin, group };
}

const COLUMNS = ['claim', 'argument', 'relation', 'evidence'] as const;

function toColumn(id: Id | null, kindOf: KindOf): Row {
	const kind = id === null ? undefined : kindOf(id);
	return Object.fromEntries(COLUMNS.map((column) => [column, column === kind ? id : null]));
}

function fromColumn(row: Row): Cell {
	return row['claim'] ?? row['argument'] ?? row['relation'] ?? row['evidence'] ?? null;
}

/** Most lists are empty: no need to parse those. */
function parsed(cell: Cell | undefined): unknown {
	if (cell === '[]') return [];
	if (cell === '{}') return {};
	return JSON.parse(String(cell));
}
