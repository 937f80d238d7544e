/**
 * Keys that sort as text and always leave room for one more between two of them, so that placing an item
 * among its siblings changes that item alone (Greenspan, "Implementing Fractional Indexing", 2020).
 * A key is a letter that tells how many digits its whole number has, that number, and a fraction without
 * trailing zeros: `Zz`, `a0`, `a0V`, `a1`, `b00`.
 */
const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const FIRST = 'a0';
const LOWEST = `A${'0'.repeat(26)}`;

/** Text order by code unit, the same everywhere. */
export function compare(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}

/** Whether `key` is one that the functions below can work with. */
export function isKey(key: string): boolean {
	return (
		/^[A-Za-z][0-9A-Za-z]+$/.test(key) &&
		key.length >= headLength(key) &&
		key !== LOWEST &&
		!(key.length > headLength(key) && key.endsWith('0'))
	);
}

/** A key after `low` and before `high`; `null` means no bound. Equal or crossed bounds give a key after `low`. */
export function between(low: string | null, high: string | null): string {
	if (high === null) return low === null ? FIRST : above(low);
	if (low === null) return below(high);
	if (low >= high) return above(low);
	const [head, tail] = split(low);
	const [highHead, highTail] = split(high);
	if (head === highHead) return head + middle(tail, highTail);
	const up = shift(head, 1);
	return up !== null && up < high ? up : head + middle(tail, null);
}

/** `count` keys after `low`, in order. */
export function after(low: string | null, count: number): string[] {
	const keys: string[] = [];
	for (let last = low; keys.length < count;) keys.push((last = between(last, null)));
	return keys;
}

function above(low: string): string {
	const last = low.length - 1;
	// Nearly always only the last digit of a whole number changes.
	if (last > 0 && low[last] !== 'z' && low.length === headLength(low))
		return low.slice(0, last) + DIGITS[DIGITS.indexOf(low[last]!) + 1]!;
	const [head, tail] = split(low);
	return shift(head, 1) ?? head + middle(tail, null);
}

function below(high: string): string {
	const [head, tail] = split(high);
	if (tail !== '' && head !== LOWEST) return head;
	const down = shift(head, -1);
	return down === null || down === LOWEST ? LOWEST + middle('', head === LOWEST ? tail : null) : down;
}

function split(key: string): [head: string, tail: string] {
	return [key.slice(0, headLength(key)), key.slice(headLength(key))];
}

function headLength(key: string): number {
	const letter = key.charCodeAt(0);
	return letter >= 97 ? letter - 97 + 2 : 90 - letter + 2;
}

/** The next whole number up or down, with as many digits as it then needs; `null` beyond the last. */
function shift(head: string, by: 1 | -1): string | null {
	const end = by === 1 ? 'z' : '0';
	const start = by === 1 ? '0' : 'z';
	const digits = [...head.slice(1)];
	for (let at = digits.length - 1; at >= 0; at--) {
		if (digits[at] !== end) {
			digits[at] = DIGITS[DIGITS.indexOf(digits[at]!) + by]!;
			return head[0] + digits.join('');
		}
		digits[at] = start;
	}
	if (head[0] === (by === 1 ? 'z' : 'A')) return null;
	if (head[0] === 'Z' && by === 1) return 'a0';
	if (head[0] === 'a' && by === -1) return 'Zz';
	const letter = String.fromCharCode(head.charCodeAt(0) + by);
	return letter + start.repeat(headLength(letter) - 1);
}

/** A fraction strictly between two, as short as can be; neither ends in 0 and `high` may be endless. */
function middle(low: string, high: string | null): string {
	let prefix = '';
	for (let at = 0; ; at++) {
		const from = at < low.length ? DIGITS.indexOf(low[at]!) : 0;
		const to = high === null ? DIGITS.length : at < high.length ? DIGITS.indexOf(high[at]!) : 0;
		if (from === to) {
			prefix += DIGITS[from]!;
			continue;
		}
		if (to - from > 1) return prefix + DIGITS[(from + to) >> 1]!;
		prefix += DIGITS[from]!;
		high = null;
	}
}
