import { eachInColumns, trunkAtLeft } from './columns.ts';
import type { Family, Form, Take } from './family.ts';
import { eachInRow } from './row.ts';
import { eachOnShelves, shelvesOf, trunksBeside } from './shelves.ts';

/** Where the children of a family stand in one of its forms, from the upper left corner of that. */
export function eachIn(family: Family, { parts, starts, shelves, shift }: Form, take: Take): void {
	const moved: Take = shift === 0 ? take : (at, x, y) => take(at, x + shift, y);
	if (starts) eachInColumns(family, parts, starts, moved);
	else if (shelves) eachOnShelves(family, parts, shelvesOf(family, parts, shelves).shelves, moved);
	else eachInRow(family, parts, moved);
}

/** How far the lines of a family reach beside what they lead from: the trunks of columns and shelves. */
export function trunksOf(family: Family, form: Form): readonly number[] {
	const { parts, shelves, shift } = form;
	const { left, right } = shelves
		? trunksBeside(shelvesOf(family, parts, shelves))
		: { left: family.head && trunkAtLeft(form), right: null };
	return [left, right].filter((at) => at !== null).map((at) => at + shift);
}
