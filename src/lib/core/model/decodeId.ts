import { misfit, text, type Decoder } from '../decode.ts';
import type { Id } from './item.ts';

/** Letters, digits, `-` and `_`, at most 64: safe in a URL, an attribute and a file name. */
export const id: Decoder<Id> = (value, path) => {
	const word = text(64, 1)(value, path);
	return /^[A-Za-z0-9_-]+$/.test(word) ? word : misfit(path, 'must be letters, digits, - and _ only');
};
