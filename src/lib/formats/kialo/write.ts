import type { Debate } from '#lib/core/model/debate.ts';
import type { Argument, Claim, Id } from '#lib/core/model/item.ts';
import { every, byOrder, relationsOn, roots } from '#lib/core/model/questions.ts';
import type { Writing } from '../format.ts';
import { isRecord } from '../sample.ts';
import { lost, present } from '../tree/present.ts';
import { escaped, isSayable } from './words.ts';

/** A place in the outline: a claim under the one that it is for or against. */
interface Place {
	readonly id: Id;
	readonly sign: 'Pro: ' | 'Con: ' | '';
	readonly number: string;
	readonly level: number;
}
type Reason = Pick<Place, 'id' | 'sign'>;

/** Deeper than this a claim begins an outline of its own, and a link leads there. */
const DEEPEST = 100;

/**
 * Writes the text that Kialo exports. Joined premises become reasons of their own, an objection to an inference one
 * to its first premise, and an argument a claim; all of that is reported lost.
 */
export function writeKialo(debate: Debate): Writing {
	const { places, numbers } = placesIn(debate);
	const lines = places.map(({ id, sign, number }) => {
		const isLink = numbers.get(id) !== number;
		return `${number}. ${sign}${isLink ? `-> See ${numbers.get(id)}.` : escaped(wordsOf(debate, id))}`.trimEnd();
	});
	const losses = lost(present(debate, 'kialo'), ['secondUses']);
	const { title } = debate.about;
	losses.add('about', !isSayable(title) || /[^\S ]| {2}/.test(title));
	losses.add(
		'texts',
		every(debate, 'claim').some(({ text }) => !isSayable(text))
	);
	const head = `Discussion Title: ${escaped(title.replaceAll(/\s+/g, ' '))}`.trimEnd();
	return { text: `${head}\n\n${lines.join('\n')}\n`, lost: losses.list() };
}

interface Outline {
	/** Depth first, links included. */
	readonly places: readonly Place[];
	/** Where each claim stands itself. */
	readonly numbers: ReadonlyMap<Id, string>;
}

function placesIn(debate: Debate): Outline {
	const reasons = reasonsIn(debate);
	const places: Place[] = [];
	const numbers = new Map<Id, string>();
	const waiting = new Set<Id>();
	let last = 0;
	const begin = (id: Id): void => {
		if (numbers.has(id)) return;
		last = numberAfter(debate, id, '', last);
		const open: Place[] = [{ id, sign: '', number: String(last), level: 1 }];
		for (let place = open.pop(); place; place = open.pop()) {
			const { number, level } = place;
			places.push(place);
			if (numbers.has(place.id)) continue;
			if (level > DEEPEST || hasItsPlaceElsewhere(debate, reasons, place)) {
				waiting.add(place.id);
				continue;
			}
			numbers.set(place.id, number);
			let at = 0;
			const below = (reasons.get(place.id) ?? []).map((reason) => {
				at = numberAfter(debate, reason.id, number, at);
				return { ...reason, number: `${number}.${at}`, level: level + 1 };
			});
			open.push(...below.reverse());
		}
	};
	const spoken = [...every(debate, 'claim'), ...every(debate, 'argument')].sort(byOrder);
	for (const { id } of [...roots(debate), ...spoken]) if (!waiting.has(id)) begin(id);
	for (const id of waiting) begin(id);
	return { places, numbers };
}

/** Whether a claim was imported from another place than `place`, one that is still there. */
function hasItsPlaceElsewhere(
	debate: Debate,
	reasons: ReadonlyMap<Id, readonly Reason[]>,
	{ id, number }: Place
): boolean {
	const index = indexOf(debate, id);
	if (index === '' || index === number || !number.includes('.')) return false;
	const above = index.slice(0, Math.max(index.lastIndexOf('.'), 0));
	if (above === '') return false;
	for (const relation of debate.referrers(id, 'premise')) {
		const item = debate.get(relation);
		const target = item?.kind === 'relation' ? item.target : null;
		if (target !== null && indexOf(debate, target) === above)
			return reasons.get(target)?.some((reason) => reason.id === id) ?? false;
	}
	return false;
}

function indexOf(debate: Debate, id: Id): string {
	const carried = debate.get(id)?.ext['kialo'];
	return isRecord(carried) && typeof carried['id'] === 'string' ? carried['id'] : '';
}

/** The number that a claim was imported with where that still fits, else the next one. */
function numberAfter(debate: Debate, id: Id, above: string, last: number): number {
	const index = indexOf(debate, id);
	const cut = index.lastIndexOf('.');
	const own = index.slice(0, Math.max(cut, 0)) === above ? Number(index.slice(cut + 1)) : NaN;
	return own > last && own < 1e9 && Number.isInteger(own) ? own : last + 1;
}

/** What stands for and against each claim, in the author's order, undercuts among the reasons of a premise. */
function reasonsIn(debate: Debate): ReadonlyMap<Id, Reason[]> {
	const reasons = new Map<Id, Reason[]>();
	const all = [...debate.items()].flatMap(({ id }) => relationsOn(debate, id));
	for (const { target, sense, premises } of all) {
		const above = target === null ? null : standIn(debate, target);
		const sign = sense === 'support' || sense === 'entails' || sense === 'rephrase' ? 'Pro: ' : 'Con: ';
		for (const { id } of premises) {
			const premise = spoken(debate, id);
			if (!premise || above === null) continue;
			const known = reasons.get(above);
			if (known) known.push({ id: premise.id, sign });
			else reasons.set(above, [{ id: premise.id, sign }]);
		}
	}
	return reasons;
}

/** The claim or argument that a reason is shown under: for an inference its first premise, else what it bears on. */
function standIn(debate: Debate, target: Id): Id | null {
	const seen = new Set<Id>();
	for (let id: Id | null = target; id !== null && !seen.has(id);) {
		seen.add(id);
		const item = debate.get(id);
		if (item?.kind === 'claim' || item?.kind === 'argument') return id;
		if (item?.kind !== 'relation' && item?.kind !== 'evidence') return null;
		const premises = item.kind === 'relation' ? item.premises : [];
		const premise = premises.find((each) => spoken(debate, each.id));
		if (premise) return premise.id;
		id = item.target;
	}
	return null;
}

function spoken(debate: Debate, id: Id): Claim | Argument | null {
	const item = debate.get(id);
	return item?.kind === 'claim' || item?.kind === 'argument' ? item : null;
}

function wordsOf(debate: Debate, id: Id): string {
	const item = spoken(debate, id);
	if (item?.kind === 'claim') return item.text;
	return [item?.title ?? '', ...(item?.descriptions ?? [])].filter((words) => words !== '').join('\n');
}
