import type { Debate } from '#lib/core/model/debate.ts';
import type { Writing } from '../../format.ts';
import { told } from '../../told.ts';
import { readArgdown } from '../read.ts';
import { writeArgdown } from '../write/write.ts';
import { writeAgain } from './again.ts';

/**
 * A debate as Argdown. One that was read from Argdown keeps what nobody changed to the letter; where that cannot be
 * done the whole is written anew, and the layout of the text is lost.
 */
export function writeKept(debate: Debate): Writing {
	const again = writeAgain(debate);
	if (again?.isSame) return { text: again.text, lost: [] };
	const whole = writeArgdown(debate);
	if (debate.about.imported?.format !== 'argdown') return whole;
	if (again && isSaid(again.text, debate, whole)) return { text: again.text, lost: whole.lost };
	return { text: whole.text, lost: [...whole.lost, 'layout'] };
}

function isSaid(text: string, debate: Debate, { lost }: Writing): boolean {
	const read = readArgdown(text);
	if (!read.ok) return false;
	const [is, was] = [told(read.value, lost), told({ about: debate.about, items: debate.items() }, lost)];
	return is.length === was.length && is.every((line, at) => line === was[at]);
}
