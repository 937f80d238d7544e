import type { Sense } from '#lib/core/model/item.ts';
import type { Node } from './graph.ts';

/** Whether a node is an inference: AIF's node types say so, or the diamond that yEd draws for one. */
export function isInference({ data, shape, label }: Node): boolean {
	const type = data.get('nodeType') ?? '';
	if (/^(?:RA|CA|MA|S)(?:-node)?$/.test(type)) return true;
	return type === '' && /decision|diamond|rhombus/i.test(shape) && senseOf(label) !== null;
}

/** The sense that a word of somebody else's says; `null` where it says none. */
export function senseOf(...words: readonly string[]): Sense | null {
	for (const word of words) {
		if (word.length > LONGEST) continue;
		if (
			/^(?:CA|CA-node|con|-)$|attack|object|oppos|rebut|refut|undercut|undermin|conflict|counter|question/i.test(
				word
			)
		)
			return 'attack';
		if (/^(?:MA|MA-node)$|rephras|restat/i.test(word)) return 'rephrase';
		if (/^(?:RA|RA-node|pro|\+)$|support|infer|back|warrant|because|therefore|evidence|reason/i.test(word))
			return 'support';
	}
	return null;
}

/** Longer than this it is a sentence, not a word for a relation. */
const LONGEST = 40;

/** What a node says: its description, else its label, else its name; and its label as title where that is another. */
export function wordsOf({ data, label, id }: Node): { readonly text: string; readonly title: string } {
	const shown = label || said(data, 'label') || said(data, 'name') || said(data, 'title');
	const text = said(data, 'text') || said(data, 'description') || shown || id;
	return { text, title: shown !== '' && shown !== text ? shown : '' };
}

function said(data: ReadonlyMap<string, string>, name: string): string {
	return data.get(name)?.trim() ?? '';
}
