import { bytes, decode } from '#lib/core/decode.ts';
import { LIMITS, patch, type Patch } from '#lib/core/model/decodeItem.ts';
import type { Kind } from '#lib/core/model/item.ts';
import { t } from '#lib/i18n/t.ts';

/** Bounds of texts that are not lines, by kind and field: what is said when they are full. */
const BOUNDS: Readonly<Record<string, number>> = {
	'claim.text': LIMITS.claim,
	'claim.notes': LIMITS.notes,
	'argument.notes': LIMITS.notes,
	'relation.notes': LIMITS.notes,
	'evidence.text': LIMITS.notes,
	'evidence.notes': LIMITS.notes,
	'source.URL': LIMITS.address
};

/** Why the model does not take `value` in this field, in words for a person; `null` when it does. */
export function flawIn<K extends Kind>(kind: K, key: keyof Patch[K] & string, value: unknown): string | null {
	if (decode<unknown>(patch[kind], { [key]: value }).ok) return null;
	if (key === 'issued') return t('flaw.date');
	const bound = BOUNDS[`${kind}.${key}`] ?? LIMITS.line;
	if (typeof value === 'string' && bytes(value) > bound) return tooLong(value, bound);
	return key === 'URL' ? t('flaw.address') : t('flaw.unfit');
}

/** Why words are too long for `bound`, or `null`. */
export function tooLong(words: string, bound: number): string | null {
	const over = bytes(words) - bound;
	return over > 0 ? t('flaw.long', { over }) : null;
}
