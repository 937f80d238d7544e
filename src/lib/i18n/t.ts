import { IntlMessageFormat } from 'intl-messageformat';
import { en } from './en.ts';

/** A message of the interface by name; every language has all of them. */
export type Key = keyof typeof en;

const language = 'en';
const messages: Readonly<Record<Key, string>> = en;
const prepared = new Map<Key, IntlMessageFormat>();

/**
 * The words of `key` with `values` filled in (ICU message syntax, plurals included). The result is plain text:
 * it is shown as text, never as markup.
 */
export function t(key: Key, values?: Readonly<Record<string, string | number>>): string {
	if (!values) return messages[key];
	let format = prepared.get(key);
	if (!format)
		prepared.set(
			key,
			(format = new IntlMessageFormat(messages[key], language, undefined, { ignoreTag: true }))
		);
	return String(format.format(values));
}

/** A moment in words that suit a list: "today, 14:05", "3 November". */
export function moment(at: number, now: number): string {
	const sameDay = new Date(at).toDateString() === new Date(now).toDateString();
	const style: Intl.DateTimeFormatOptions = sameDay
		? { hour: '2-digit', minute: '2-digit' }
		: { day: 'numeric', month: 'long', year: 'numeric' };
	return new Intl.DateTimeFormat(language, style).format(at);
}
