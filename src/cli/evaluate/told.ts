import type { PositionsReport, QueryReport, Sorted, StrengthReport, VerdictReport } from './reports.ts';

/** So many positions are written out in words; `--json` has more. */
const SHOWN = 20;
/** A name of so many letters is short. */
const SHORT = 16;

/** How everything stands, in words. */
export function toldVerdict({ relations, ...points }: VerdictReport): string {
	const { in: carry, out: fail, open } = relations;
	const rows = (
		[
			['stands', 'in'],
			['falls', 'out'],
			['open', 'open']
		] as const
	).map(([word, key]) => row(word, points[key]));
	const sum = counted(relations);
	if (sum > 0)
		rows.push(`of ${sum} relations ${carry.length} carry, ${fail.length} do not, ${open.length} are open`);
	return lines(rows);
}

/** The positions, in words. */
export function toldPositions(semantics: string, report: PositionsReport): string {
	const { decided, count, positions, inSome, inEvery } = report;
	const rows = [`${semantics} positions: ${count ?? 'not counted'}`];
	for (const [at, position] of positions.slice(0, SHOWN).entries()) rows.push(row(`  ${at + 1}`, position));
	if (positions.length > SHOWN) rows.push('  and more: see --json');
	if (count === 0) rows.push('There is no such position.');
	else rows.push(row('in some', inSome), row('in every one', inEvery));
	if (!decided)
		rows.push('Not everything was decided within the budget; what is said is true. Try a larger --budget.');
	return lines(rows);
}

/** The answer about one item, in words. */
export function toldQuery(semantics: string, { query, inSome, inEvery }: QueryReport): string {
	return lines([`${query}, ${semantics} positions: in some: ${inSome}; in every one: ${inEvery}`]);
}

/** How strong everything is, in words. */
export function toldStrength(name: string, { strength, relations }: StrengthReport): string {
	const rows = [...Object.entries(strength), ...Object.entries(relations)].map(
		([id, value]) => `${value.toFixed(4)}  ${id}`
	);
	return lines([`strength under ${name}`, ...rows]);
}

function counted(sorted: Sorted): number {
	return sorted.in.length + sorted.out.length + sorted.open.length;
}

/** Short names on one line, longer ones on a line each. */
function row(head: string, names: readonly string[]): string {
	const isShort = names.every(({ length }) => length <= SHORT);
	const listed = isShort ? ` ${names.join(', ')}` : names.map((name) => `\n    ${name}`).join('');
	return `${head} (${names.length})${names.length > 0 ? `:${listed}` : ''}`;
}

function lines(rows: readonly string[]): string {
	return rows.map((each) => `${each}\n`).join('');
}
