import { causes } from '#lib/core/evaluate/explain/trace.ts';
import type { Flip } from '#lib/core/evaluate/explain/flips.ts';
import type { Standings } from '#lib/core/evaluate/standings.ts';
import type { Debate } from '#lib/core/model/debate.ts';
import type { Id } from '#lib/core/model/item.ts';
import { t } from '#lib/i18n/t.ts';
import { listed, nameOf, quoted } from '../../canvas/place/spoken.ts';

/** A name in a sentence is cut to so many characters: its whole words stand in the steps. */
const SHORT = 48;

/** What is known of the search for single new reasons that would change a standing. */
export interface Search {
	readonly found: readonly Flip[];
	readonly tried: number;
	readonly count: number;
	/** Whether everything that leads to the item is among what is tried. */
	readonly isComplete: boolean;
}

/** Why an item stands, falls or is open, in three sentences: how it stands, what makes it so, what would change it. */
export function sentences(debate: Debate, standings: Standings, id: Id, search: Search | null): string[] {
	const standing = standings.get(id);
	if (!standing) return [];
	const kind = debate.get(id)?.kind === 'relation' ? 'step' : 'it';
	const says = t(`why.${kind}.${standing.standing}`, { reason: t(`reason.${standing.reason}`) });
	return [says, causeOf(debate, standings, id), ...(search ? [changeOf(debate, id, search)] : [])];
}

/** What makes it so, by name. */
function causeOf(debate: Debate, standings: Standings, id: Id): string {
	const { reason, cites } = standings.get(id)!;
	const named = (ids: readonly Id[]) => {
		const names = ids.flatMap((each) => reasonNames(debate, each));
		return { count: names.length, names: namesOf(names) };
	};
	switch (reason) {
		case 'answered':
			return answered(debate, standings, cites);
		case 'contested': {
			const isFor = (each: Id) => !isAgainst(debate, each);
			const sides = {
				pros: named(cites.filter(isFor)).names,
				cons: named(cites.filter((each) => !isFor(each))).names
			};
			return t('why.contested', sides);
		}
		case 'hangs': {
			const knot = standings.get(cites[0] ?? '');
			const name = itemName(debate, cites[0] ?? '');
			return t('why.hangs', { name, reason: t(`reason.${knot?.reason ?? 'hangs'}`) });
		}
		case 'refuted': {
			const item = debate.get(id);
			const isStrict = item?.kind === 'claim' && item.standard === 'strict';
			return t(isStrict ? 'why.refutedStrictly' : 'why.refuted', named(cites));
		}
		case 'unsupported':
			return t(cites.length === 0 ? 'why.unargued' : 'why.unsupported', named(cites));
		case 'carries':
		case 'broken':
			return t(`why.${reason}`, { names: namesOf(cites.map((each) => itemName(debate, each))) });
		default:
			return t(`why.${reason}`, named(cites));
	}
}

/** The first objection, and what stops it. */
function answered(debate: Debate, standings: Standings, objections: readonly Id[]): string {
	const [first, ...others] = objections;
	if (first === undefined) return t('why.unchallenged');
	const name = namesOf(reasonNames(debate, first));
	return t('why.answered', { name, stop: stopOf(debate, standings, first), others: others.length });
}

function stopOf(debate: Debate, standings: Standings, objection: Id): string {
	const { framework } = standings;
	let standing = standings.get(objection)!;
	if (standing.reason === 'broken') {
		const [cause] = causes(standings, framework.unit(objection)!);
		if (cause !== undefined) standing = standings.of(cause);
	}
	const { reason, cites } = standing;
	if (reason !== 'refuted' && reason !== 'undercut') return '';
	const names = cites.flatMap((each) => reasonNames(debate, each));
	return t(`why.stop.${reason}`, { names: namesOf(names), count: names.length });
}

/** What single new reason would change it: the nearest of them, or that there is none. */
function changeOf(debate: Debate, id: Id, { found, tried, count, isComplete }: Search): string {
	const [first] = found;
	if (first) return flipWords(debate, id, first, 'why.flip');
	if (tried < count) return t('why.flip.looking', { tried, count });
	return isComplete ? t('why.flip.none') : t('why.flip.noneNear', { count });
}

/** One new reason, and what it would change. */
export function flipWords(debate: Debate, asked: Id, flip: Flip, key: 'why.flip' | 'why.flip.short'): string {
	const { id, isInference, sense, becomes } = flip;
	const name = isInference ? t('why.inference', { name: nameOf(debate, id) }) : itemName(debate, id);
	return t(key, { sense, becomes, isItself: id === asked && !isInference ? 'yes' : 'no', name });
}

/** What is called upon: an inference by its premises, all else by its words. */
function reasonNames(debate: Debate, id: Id): string[] {
	const item = debate.get(id);
	return item?.kind === 'relation' && item.premises.length > 0
		? item.premises.map((premise) => itemName(debate, premise.id))
		: [itemName(debate, id)];
}

function itemName(debate: Debate, id: Id): string {
	if (debate.get(id)?.kind !== 'relation') return quoted(debate, id, 0, SHORT);
	return nameOf(debate, id);
}

/** What rests on or is hit by itself alone names nothing else. */
function namesOf(names: readonly string[]): string {
	return names.length === 0 ? t('why.itself') : listed(names);
}

function isAgainst(debate: Debate, id: Id): boolean {
	const item = debate.get(id);
	if (item?.kind === 'evidence') return item.bearing === 'against';
	return item?.kind === 'relation' && item.sense !== 'support' && item.sense !== 'entails';
}
