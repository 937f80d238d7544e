import { nullable, object, text, type Decoder } from '../decode.ts';
import { NAMELESS, type About, type Imported } from './debate.ts';
import { LIMITS } from './decodeItem.ts';

/** The longest text, in bytes, that a debate keeps of where it was read from. */
export const MOST_IMPORTED = 8 * 1024 * 1024;

/** What is said of a debate as a whole, field by field. */
export const ABOUT_FIELDS: { readonly [K in keyof About]-?: Decoder<Exclude<About[K], undefined>> } = {
	title: text(LIMITS.line),
	summary: text(LIMITS.notes),
	imported: nullable(object<Imported>({ format: text(LIMITS.line, 1), text: text(MOST_IMPORTED) }))
};

/** What is said of a debate from outside; what is missing is not said. */
export const about: Decoder<About> = object<About>(ABOUT_FIELDS, NAMELESS);
