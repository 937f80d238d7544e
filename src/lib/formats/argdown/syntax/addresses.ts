import type { Token } from './token.ts';
import type { Flagged } from './tree.ts';

/** Argdown takes the `//` of a bare address for a comment, to the end of the line. */
export function cutAddresses(text: string, comments: readonly Token[]): Flagged[] {
	const message =
		'An address is cut here, since // begins a comment: write https:\\//… or [words](https://…).';
	return comments
		.filter(
			({ start }) =>
				text.startsWith('//', start) && /[a-z]:$/i.test(text.slice(Math.max(start - 12, 0), start))
		)
		.map(({ start }) => ({ at: start, code: 'cut-address', message }));
}
