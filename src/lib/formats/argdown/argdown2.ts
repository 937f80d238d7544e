import { fail } from '#lib/core/result.ts';
import { refusal, type Format } from '../format.ts';
import { isArgdown2 } from './argdown.ts';

/** Another language that shares Argdown's name and suffix: it is known, so that nobody is puzzled, and not read. */
export const argdown2: Format = {
	name: 'argdown-2',
	title: 'Argdown 2',
	suffixes: [],
	media: 'text/plain',
	recognises: ({ root, lines }) => root === null && isArgdown2(lines),
	isRefused: true,
	read: () =>
		fail(
			refusal(
				'foreign-dialect',
				'This is “Argdown 2”, another language than Argdown, and is not read. If its tool can write plain Argdown, use that.',
				1,
				1
			)
		)
};
