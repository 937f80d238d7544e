import { ALL, POINT, SCINTILLA, STRICT } from './graph.ts';

/** What becomes of a unit. */
export const OPEN = 0;
export const IN = 1;
export const OUT = 2;
export type Label = typeof OPEN | typeof IN | typeof OUT;

/**
 * What speaks on a unit: a bit for each label that is among what leads to it by links of one sign. How often does not
 * matter.
 */
export const CON_OPEN = 1;
export const CON_IN = 2;
export const CON_OUT = 4;
export const PRO_OPEN = 8;
export const PRO_IN = 16;
export const PRO_OUT = 32;

/** The bit of a link of a sign (1 for `+`) from a unit with a label. */
export function bitOf(isPro: number, label: number): number {
	return 1 << (3 * isPro + label);
}

/**
 * The label that follows for a unit from what speaks on it, `OPEN` where none follows: the program of the map in
 * three values (Kleene). Where something holds on both sides, balanced points stay open.
 */
export function labelOf(form: number, standard: number, isGiven: boolean, heard: number): Label {
	if (form === ALL) {
		if (heard === 0 || (heard & (PRO_OUT | CON_IN)) !== 0) return OUT;
		return (heard & (PRO_OPEN | CON_OPEN)) === 0 ? IN : OPEN;
	}
	if (form !== POINT) return OUT;
	const isUnopposed = (heard & (CON_IN | CON_OPEN)) === 0;
	if (isGiven && isUnopposed) return IN;
	if ((heard & PRO_IN) !== 0 && (isUnopposed || standard === SCINTILLA)) return IN;
	const isHit = (heard & CON_IN) !== 0;
	if (isGiven && !isHit) return OPEN;
	const isUnsupported = (heard & (PRO_IN | PRO_OPEN)) === 0;
	return isUnsupported || (standard === STRICT && isHit) ? OUT : OPEN;
}

/** Whether an open point is contested in itself: it stays open, whatever becomes of what else is open. */
export function isContested(heard: number): boolean {
	return (heard & PRO_IN) !== 0 && (heard & CON_IN) !== 0;
}
