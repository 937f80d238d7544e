import type { Sense } from '#lib/core/model/item.ts';
import { SENSES } from '#lib/core/model/item.ts';

/** What words of a foreign outline say of a reason. */
export interface Guess {
	readonly sense: Sense;
	/** The words without their sign. */
	readonly text: string;
	/** Whether they name a side, and reasons on that side stand below. */
	readonly isHeading: boolean;
	/** Whether anything said so, rather than nothing. */
	readonly isSaid: boolean;
}

const FOR =
	'pros?|for|in favou?r|support(?:s|ing|ed by)?|supporting (?:reasons?|arguments?)|(?:arguments?|reasons?) (?:for|in favou?r)|advantages?|benefits?|yes';
const AGAINST =
	'cons?|contra|against|attack(?:s|ing|ed by)?|oppos(?:es|ing|ed by)|objections?|rebuttals?|undercuts?|counter-?arguments?|(?:arguments?|reasons?) against|disadvantages?|drawbacks?|but|no';
/** A side by itself, as people head a list with it. */
const HEADING =
	/^(?:(pros|pro|for|in favou?r|supporting (?:reasons?|arguments?)|(?:arguments?|reasons?) (?:for|in favou?r)|advantages|benefits)|(cons|con|contra|against|objections|counter-?arguments|(?:arguments?|reasons?) against|disadvantages|drawbacks)) ?:?$/i;
/** A sign at the beginning: `Pro: …`, `[con] …`, `(+) …`, `+ …`, `✓ …`. */
const WORD =
	/^(?:(pro|support|for)|(con|contra|against|attack|objection|rebuttal|but))\s*(?::|[–—](?=\s))\s*/i;
const BRACKETS = /^[([{](?:(pro|\+|support|for)|(con|contra|-|−|–|objection|against))[)\]}]:?\s*/i;
const SIGN = /^(?:(\+|➕|✓|✔\uFE0F?|✅|👍)|(−|➖|✗|✘|❌|👎))\s+/u;

/** What the words of a node below a claim say of it; that it supports the claim, where they say nothing. */
export function guess(text: string): Guess {
	const heading = HEADING.exec(text.trim());
	if (heading) return { sense: side(heading), text, isHeading: true, isSaid: true };
	for (const pattern of [WORD, BRACKETS, SIGN]) {
		const found = pattern.exec(text);
		if (!found || found[0].length === text.length) continue;
		return { sense: side(found), text: text.slice(found[0].length), isHeading: false, isSaid: true };
	}
	return { sense: 'support', text, isHeading: false, isSaid: false };
}

function side(found: RegExpExecArray): Sense {
	return found[1] !== undefined ? 'support' : 'attack';
}

const PRO = new RegExp(`^(?:${FOR}|\\+|➕|✓|✔|1|supporter|premise)$`, 'i');
const CON = new RegExp(`^(?:${AGAINST}|-|−|–|➖|✗|✘|-1|objection|opposing)$`, 'i');

/** The sense that `word` names: one of ours, or what people write in a column for it; `null` where it says nothing. */
export function senseOf(word: string | undefined): Sense | null {
	if (word === undefined) return null;
	const said = word.trim().toLowerCase();
	const own = SENSES.find((sense) => sense === said);
	if (own) return own;
	if (PRO.test(said)) return 'support';
	return CON.test(said) ? 'attack' : null;
}

/** Whether a sense is drawn on the side of the reasons for. */
export function isFor(sense: Sense): boolean {
	return sense === 'support' || sense === 'entails' || sense === 'rephrase';
}
