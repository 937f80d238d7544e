import type { Debate } from '#lib/core/model/debate.ts';
import type { Claim, Id, Item, Relation, Sense } from '#lib/core/model/item.ts';
import { evidenceOn, relationOf, relationsFrom, relationsOn, uses } from '#lib/core/model/questions.ts';
import { wordsOf } from '#lib/core/model/words.ts';
import { t } from '#lib/i18n/t.ts';

const SHORT = 80;
const MOST_NAMES = 2;
/** So deep are inferences named within inferences; imported ones can even be part of themselves. */
const DEEPEST = 2;

/** What something is called: a claim by its words, an argument by its title, evidence by what it says. */
export function nameOf(debate: Debate, id: Id, depth = 0): string {
	const item = debate.get(id);
	switch (item?.kind) {
		case 'claim':
			return item.text;
		case 'argument':
			return wordsOf(item) || t('map.wordless');
		case 'evidence':
			return item.text || t('map.evidence');
		case 'relation':
			return depth > DEEPEST ? t('map.joint') : inference(debate, item, depth);
		case 'source':
		case 'group':
			return item.title;
		case undefined:
			return '';
	}
}

/** What stands on a card in the place of words that are still to be said. */
export function invitation(debate: Debate, item: Item): string {
	if (item.kind === 'evidence') return t('map.evidence');
	if (item.kind !== 'argument') return t('map.draft');
	const last = item.steps.at(-1);
	const concluded = last === undefined ? null : relationOf(debate, last)?.target;
	return concluded == null ? t('map.sketch') : t('map.argues', { conclusion: quoted(debate, concluded) });
}

/** An inference in words: “a” and “b” support “c”. */
export function inference(debate: Debate, relation: Relation, depth = 0): string {
	const premises = premisesOf(debate, relation, depth);
	if (relation.target === null) return premises;
	const { verb, target } = bearing(debate, relation, depth);
	const sense = relation.premises.length > 1 ? t(`map.together.${verb}`) : t(`sense.${verb}`);
	return t('map.inference', { premises, sense, target });
}

/** All that the name of an inference speaks of: its premises and its target, and theirs where these are inferences. */
export function namedBy(debate: Debate, { premises, target }: Relation, depth = 0): Id[] {
	const ids = [...premises.map(({ id }) => id), ...(target === null ? [] : [target])];
	if (depth > DEEPEST) return ids;
	return ids.flatMap((id) => {
		const on = relationOf(debate, id);
		return on ? [id, ...namedBy(debate, on, depth + 1)] : [id];
	});
}

/** What a relation says of its target: `supports “…”`, `undercuts the inference from “…” to “…”`. */
export function relationTo(debate: Debate, relation: Relation): string {
	const { verb, target } = bearing(debate, relation);
	return t('map.bears', { sense: t(`sense.${verb}`), target });
}

function bearing(
	debate: Debate,
	relation: Relation,
	depth = 0
): { verb: Sense | 'undercut'; target: string } {
	const on = relation.target === null ? undefined : relationOf(debate, relation.target);
	if (!on) {
		const target = relation.target === null ? '' : quoted(debate, relation.target, depth);
		return { verb: relation.sense, target };
	}
	const from = premisesOf(debate, on, depth);
	const to = on.target === null ? '' : quoted(debate, on.target, depth);
	const verb = relation.sense === 'attack' ? 'undercut' : relation.sense;
	return { verb, target: t('map.step', { from, to }) };
}

/** The premises of an inference: “a” and “b”. */
export function premisesOf(debate: Debate, { premises }: Relation, depth = 0): string {
	if (premises.length === 0) return t('map.premiseless');
	return premises.map(({ id }) => quoted(debate, id, depth)).join(t('map.and'));
}

/** Everything about a claim that its card shows, in words. `hidden` is how many cards are folded under it. */
export function aboutClaim(debate: Debate, claim: Claim, hidden: number, isInLoop: boolean): string {
	const parts = relationsFrom(debate, claim.id).map((relation) => {
		const others = relation.premises.length - 1;
		const joined = others > 0 ? t('map.withOthers', { count: others }) : '';
		return `${relationTo(debate, relation)}${joined}`;
	});
	parts.push(reasons(debate, claim.id));
	const evidence = evidenceOn(debate, claim.id);
	if (evidence.length > 0) parts.push(evidenceCount(debate, claim.id));
	const used = uses(debate, claim.id);
	if (used > 1) parts.push(t('map.uses', { count: used }));
	if (claim.unstated) parts.push(t('map.unstated'));
	if (claim.pin) parts.push(t('map.pinned'));
	if (isInLoop) parts.push(t('map.inLoop'));
	if (hidden > 0) parts.push(t('map.folded', { count: hidden }));
	return parts.filter((part) => part !== '').join('. ');
}

/** How many reasons there are for and against, in words; nothing where there are none. */
export function reasons(debate: Debate, id: Id): string {
	const on = relationsOn(debate, id);
	if (on.length === 0) return '';
	const against = on.filter(({ sense }) => sense === 'attack').length;
	return t('map.reasons', { for: on.length - against, against });
}

/** How much evidence there is for and against, in words. */
export function evidenceCount(debate: Debate, id: Id): string {
	const evidence = evidenceOn(debate, id);
	const against = evidence.filter(({ bearing }) => bearing === 'against').length;
	return t('map.evidenceCount', { for: evidence.length - against, against });
}

/** Several names as one: “a”, “b” and 3 more. */
export function listed(names: readonly string[]): string {
	const shown = names.length > MOST_NAMES ? names.slice(0, MOST_NAMES) : names;
	const rest = names.length - shown.length;
	const all = rest > 0 ? [...shown, t('map.others', { count: rest })] : shown;
	return [all.slice(0, -1).join(', '), all.at(-1) ?? ''].filter((part) => part !== '').join(t('map.and'));
}

/** What something is called, in quotation marks, cut where it is long. */
export function quoted(debate: Debate, id: Id, depth = 0, most = SHORT): string {
	const name = nameOf(debate, id, depth + 1);
	const short = name.length > most ? `${whole(name.slice(0, most))}…` : name;
	return t('map.quoted', { words: short });
}

/** Without the last word, of which there may be only a part; unless that would leave little. */
function whole(words: string): string {
	const end = words.lastIndexOf(' ');
	return words.slice(0, end > words.length / 2 ? end : undefined).trimEnd();
}
