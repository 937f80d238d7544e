import { alone, columns, isFirstSide, row, type Family, type Form } from './family.ts';

/** Of each branch so many forms are kept. */
const KEPT = 14;
/** So many bounds are tried when a family is put together: more where the proportion of the whole is decided. */
const TRIED = { usual: 8, top: 40 } as const;
/** Joined premises that need more than this side by side may stand in columns. */
const WIDE = 1_400;
/** Forms that are so much wider than high, or higher than wide, count as equally extreme. */
const EXTREME = 16;

/**
 * The undominated forms of a family, narrow and high ones first, given those of its children: one row, or columns;
 * of two forms of which one is both wider and higher only the other is kept (Pareto). So a page of any ratio can be
 * composed from the bottom up. At the top, where the proportion of the whole is decided, more are tried.
 */
export function formsOf(family: Family, parts: readonly (readonly Form[])[], isTop = false): Form[] {
	if (parts.length === 0) return [alone(family.head ?? { width: 0, height: 0 })];
	const tried = isTop ? TRIED.top : TRIED.usual;
	const found = bounds(parts, 'height', tried).map((height) =>
		row(
			family,
			parts.map((forms) => narrowest(forms, height))
		)
	);
	if (parts.length > 1 && canStack(family, found))
		for (const width of bounds(parts, 'width', tried)) {
			const chosen = parts.map((forms) => lowest(forms, width));
			for (const starts of splits(family, chosen)) found.push(columns(family, chosen, starts));
		}
	return undominated(found);
}

/**
 * Whether the family may stand in columns. Joined premises stand side by side as long as their branches leave room for
 * that; beside a column there is none for an objection to the step.
 */
function canStack({ head, children }: Family, rows: readonly Form[]): boolean {
	if (head?.kind !== 'joint') return true;
	return rows.every(({ width }) => width > WIDE) && children.every(isFirstSide);
}

/** The form whose page of the wished ratio is smallest, among those in proportion if there are any. */
export function bestForm(forms: readonly Form[], ratio: number): Form {
	const page = ({ width, height }: Form) => Math.max(width, height * ratio);
	const fair = forms.filter(({ width, height }) => width > height / 2 && width < height * 3);
	return (fair.length > 0 ? fair : forms).reduce((best, form) => (page(form) < page(best) ? form : best));
}

/** Where columns can begin: in one column, or in several of much the same height that keep the two sides apart. */
function splits({ head, children }: Family, parts: readonly Form[]): number[][] {
	const found = new Map<number, number[]>();
	if (head) found.set(1, [0]);
	const total = parts.reduce((sum, { height }) => sum + height + 24, 0);
	const highest = parts.reduce((most, { height }) => Math.max(most, height), 0);
	for (let count = head ? 2 : 1; count <= parts.length; count = Math.ceil(count * 1.25)) {
		const limit = Math.max(highest, total / count);
		const starts = [0];
		let height = 0;
		for (const [at, part] of parts.entries()) {
			const turns = at > 0 && head !== null && isFirstSide(children[at]!) !== isFirstSide(children[at - 1]!);
			if (at > 0 && (turns || height + part.height > limit * 1.05)) {
				starts.push(at);
				height = 0;
			}
			height += part.height + 24;
		}
		if (!found.has(starts.length)) found.set(starts.length, starts);
		if (highest >= total / count) break;
	}
	return [...found.values()];
}

/** Sizes worth trying as a bound for all children: of the many that occur, a few spread evenly. */
function bounds(parts: readonly (readonly Form[])[], side: 'width' | 'height', tried: number): number[] {
	let least = 0;
	let isChoice = false;
	for (const forms of parts) {
		least = Math.max(least, (side === 'width' ? forms[0]! : forms.at(-1)!)[side]);
		isChoice ||= forms.length > 1;
	}
	if (!isChoice) return [least];
	const sizes = new Set([least]);
	for (const forms of parts) {
		if (sizes.size >= 200) break;
		for (const form of forms) sizes.add(form[side]);
	}
	return thinned(
		[...sizes].filter((size) => size >= least).sort((a, b) => a - b),
		tried
	);
}

/** The narrowest form that is no higher than `height`. */
function narrowest(forms: readonly Form[], height: number): Form {
	return forms.find((form) => form.height <= height) ?? forms.at(-1)!;
}

/** The lowest form that is no wider than `width`. */
function lowest(forms: readonly Form[], width: number): Form {
	return forms.findLast((form) => form.width <= width) ?? forms[0]!;
}

function undominated(forms: Form[]): Form[] {
	forms.sort((a, b) => a.width - b.width || a.height - b.height);
	const kept: Form[] = [];
	let lowest = Infinity;
	for (const form of forms) {
		if (form.height >= lowest) continue;
		kept.push(form);
		lowest = form.height;
	}
	return kept.length <= KEPT ? kept : varied(kept);
}

/** Of each range of proportions the smallest form. */
function varied(forms: readonly Form[]): Form[] {
	const best = new Map<number, Form>();
	for (const form of forms) {
		const tilt = Math.log(form.width / form.height) / Math.log(EXTREME);
		const range = Math.round(Math.max(-1, Math.min(1, tilt)) * (KEPT / 2));
		const known = best.get(range);
		if (!known || form.width * form.height < known.width * known.height) best.set(range, form);
	}
	return [...best.values()];
}

/** At most `count` of a list, the first and the last among them. */
function thinned<T>(list: readonly T[], count: number): T[] {
	if (list.length <= count) return [...list];
	return Array.from({ length: count }, (_, at) => list[Math.round((at * (list.length - 1)) / (count - 1))]!);
}
