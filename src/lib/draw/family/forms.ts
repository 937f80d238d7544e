import { columns } from './columns.ts';
import { alone, gap, isBeside, isFirstSide, turnsAt, type Family, type Form } from './family.ts';
import { row } from './row.ts';
import { shelves } from './shelves.ts';

/** Of each branch so many forms are kept. */
const KEPT = 28;
/**
 * So many bounds are tried when a family is put together: more where the proportion of the whole is decided, and where
 * there are few children, for what is left out there is missed on all the way to the root.
 */
const TRIED = { least: 8, most: 40, children: 120 } as const;
/** Joined premises that need more than this side by side may stand in columns. */
const WIDE = 1_400;
/** What is objected to a step stands beside its premises, unless they need more than this together. */
const BESIDE = 1_000;
/** Forms that are so much wider than high, or higher than wide, count as equally extreme. */
const EXTREME = 32;

/**
 * The undominated forms of a family, narrow and high ones first, given those of its children: one row, columns, or
 * several rows, which are shelves; of two forms of which one is both wider and higher only the other is kept (Pareto).
 * So a page of any ratio can be composed from the bottom up. At the top, where the proportion of the whole is decided,
 * more are tried.
 */
export function formsOf(family: Family, parts: readonly (readonly Form[])[], isTop = false): Form[] {
	if (parts.length === 0) return [alone(family.head)];
	const few = Math.max(TRIED.least, Math.min(TRIED.most, Math.ceil(TRIED.children / parts.length)));
	const tried = isTop ? TRIED.most : few;
	const choices = bounds(parts, 'height', tried).map((height) =>
		parts.map((forms) => narrowest(forms, height))
	);
	const found = choices.map((chosen) => row(family, chosen));
	if (parts.length === 1) return undominated(found);
	const isFree = mayStack(family, found);
	for (const chosen of choices)
		for (const firsts of shelvings(family, chosen, isFree)) found.push(shelves(family, chosen, firsts));
	if (isFree && !isBeside(family))
		for (const width of bounds(parts, 'width', tried)) {
			const chosen = parts.map((forms) => lowest(forms, width));
			for (const starts of splits(family, chosen)) found.push(columns(family, chosen, starts));
		}
	return undominated(found);
}

/** Joined premises stand side by side as long as their branches leave room for that. */
function mayStack({ head }: Family, rows: readonly Form[]): boolean {
	return head?.kind !== 'joint' || rows.every(({ width }) => width > WIDE);
}

/** The form whose page of the wished ratio is smallest, among those in proportion if there are any. */
export function bestForm(forms: readonly Form[], ratio: number): Form {
	const page = ({ width, height }: Form) => Math.max(width, height * ratio);
	const fair = forms.filter(({ width, height }) => width > height / 2 && width < height * 3);
	return (fair.length > 0 ? fair : forms).reduce((best, form) => (page(form) < page(best) ? form : best));
}

/** Where columns can begin: in one column, or in several of much the same height that keep the two sides apart. */
function splits(family: Family, parts: readonly Form[]): number[][] {
	const isOne = family.head && !(family.head.kind === 'joint' && !family.children.every(isFirstSide));
	return [...(isOne ? [[0]] : []), ...cuts(family, parts, 'height', true)];
}

/**
 * Where shelves can begin: several of much the same width. Joined premises that must
 * stand side by side can still have what is objected to the step on a shelf of its own.
 */
function shelvings(family: Family, parts: readonly Form[], isFree: boolean): number[][] {
	if (isBeside(family)) return [];
	if (!isFree) {
		if (row(family, parts).width <= BESIDE) return [];
		const turn = parts.findIndex((_part, at) => turnsAt(family, at));
		return turn > 0 ? [[0, turn]] : [];
	}
	return cuts(family, parts, 'width', false).filter(({ length }) => length > 1 && length < parts.length);
}

/** Cuts the children into lots of which each is about as long as the others, and is of one side if they are to be apart. */
function cuts(
	family: Family,
	parts: readonly Form[],
	side: 'width' | 'height',
	isApart: boolean
): number[][] {
	const { children, head } = family;
	const found = new Map<number, number[]>();
	let [total, longest] = [0, 0];
	for (const [at, part] of parts.entries()) {
		total += part[side] + (at > 0 ? gap(children[at - 1]!, children[at]!) : 0);
		longest = Math.max(longest, part[side]);
	}
	for (let count = head ? 2 : 1; count <= parts.length; count = Math.ceil(count * 1.25)) {
		const limit = Math.max(longest, total / count) * 1.05;
		const firsts = [0];
		let length = parts[0]![side];
		for (let at = 1; at < parts.length; at++) {
			const more = gap(children[at - 1]!, children[at]!) + parts[at]![side];
			if ((isApart && turnsAt(family, at)) || length + more > limit) {
				firsts.push(at);
				length = parts[at]![side];
			} else length += more;
		}
		if (!found.has(firsts.length)) found.set(firsts.length, firsts);
		if (longest >= total / count) break;
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
