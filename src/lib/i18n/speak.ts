import { IntlMessageFormat } from 'intl-messageformat';

const LANGUAGE = 'en';

/** Says one of the messages, with values filled in. */
export type Speaks<K extends string> = (key: K, values?: Readonly<Record<string, string | number>>) => string;

/**
 * A function that gives the words of a key with values filled in (ICU message syntax, plurals included). The result
 * is plain text: it is shown as text, never as markup.
 */
export function speaking<K extends string>(messages: Readonly<Record<K, string>>): Speaks<K> {
	const prepared = new Map<K, IntlMessageFormat>();
	return (key, values) => {
		if (!values) return messages[key];
		let format = prepared.get(key);
		if (!format)
			prepared.set(
				key,
				(format = new IntlMessageFormat(messages[key], LANGUAGE, undefined, { ignoreTag: true }))
			);
		return String(format.format(values));
	};
}

/** A day in words: "3 November 2026". */
export function day(at: number): string {
	return new Intl.DateTimeFormat(LANGUAGE, DAY).format(at);
}

const DAY = { day: 'numeric', month: 'long', year: 'numeric' } as const satisfies Intl.DateTimeFormatOptions;

/** A moment in words that suit a list: "today, 14:05", "3 November". */
export function moment(at: number, now: number): string {
	const sameDay = new Date(at).toDateString() === new Date(now).toDateString();
	const style: Intl.DateTimeFormatOptions = sameDay ? { hour: '2-digit', minute: '2-digit' } : DAY;
	return new Intl.DateTimeFormat(LANGUAGE, style).format(at);
}
