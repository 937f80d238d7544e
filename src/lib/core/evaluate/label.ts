import { ALL, POINT, SCINTILLA, STRICT } from './graph.ts';

/** What becomes of a unit. */
export const OPEN = 0;
export const IN = 1;
export const OUT = 2;
export type Label = typeof OPEN | typeof IN | typeof OUT;

/** What leads to a unit: how many links there are of each sign, and how many of those come from units in and out. */
export interface Tally {
	pros: number;
	prosIn: number;
	prosOut: number;
	cons: number;
	consIn: number;
	consOut: number;
}

/**
 * The label that follows for a unit from the labels of what leads to it, `OPEN` where none follows: the program of
 * the map in three values (Kleene). Where something holds on both sides, balanced points stay open.
 */
export function labelOf(form: number, standard: number, isGiven: boolean, tally: Tally): Label {
	const { pros, prosIn, prosOut, cons, consIn, consOut } = tally;
	if (form === ALL) {
		if (prosOut > 0 || consIn > 0 || pros + cons === 0) return OUT;
		return prosIn === pros && consOut === cons ? IN : OPEN;
	}
	if (form !== POINT) return OUT;
	const [isUnopposed, isUnsupported] = [consOut === cons, prosOut === pros];
	if (isGiven && isUnopposed) return IN;
	if (prosIn > 0 && (isUnopposed || standard === SCINTILLA)) return IN;
	if (isGiven && consIn === 0) return OPEN;
	if (isUnsupported || (standard === STRICT && consIn > 0)) return OUT;
	return OPEN;
}

/** Whether an open point is contested in itself: it stays open, whatever becomes of what else is open. */
export function isContested({ prosIn, consIn }: Tally): boolean {
	return prosIn > 0 && consIn > 0;
}
