import { split } from '../facts.ts';
import type { Theory } from './theory.ts';

/** Whether a line is a comment, as one of the tools writes it. */
export function isComment(line: string): boolean {
	return /^\s*(?:%|#|\/\/)/.test(line);
}

/** A sentence without blanks at its ends or several in a row. */
export function sentence(text: string): string {
	return text.trim().replaceAll(/\s+/g, ' ');
}

/** The sentences between commas. */
export function sentencesIn(list: string): string[] {
	return split(list, 0)
		.args.map(sentence)
		.filter((each) => each !== '');
}

/** Says where sentences have variables: they stay as they are, and nothing is put in their place. */
export function warnOfVariables(theory: Theory): void {
	for (const name of theory.names) {
		if (!/[(,]\s*[A-Z]\w*\s*[,)]/.test(name)) continue;
		theory.draft.warn('variables', `Nothing is put in the place of variables, as in ${name.slice(0, 60)}.`);
		return;
	}
}
