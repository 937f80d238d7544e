import type { Json } from '#lib/core/decode.ts';
import { isRecord } from '../../sample.ts';

/** The items that our writer put under `meta`. */
export function itemsIn(meta: Json | undefined): readonly Json[] {
	const own = isRecord(meta) ? meta['argosy'] : undefined;
	const items = isRecord(own) ? own['items'] : undefined;
	return Array.isArray(items) ? (items as Json[]) : [];
}

/** A table without our own part and the keys named; `undefined` where nothing remains. */
export function without(value: unknown, ...keys: readonly string[]): Json | undefined {
	if (!isRecord(value)) return value === null || value === undefined ? undefined : (value as Json);
	const rest = Object.entries(value).filter(([key]) => key !== 'argosy' && !keys.includes(key));
	return rest.length === 0 ? undefined : (Object.fromEntries(rest) as Json);
}

/** Blanks within terms mean nothing: `p(a, b)` is `p(a,b)`. */
export function bare(key: string): string {
	return key.replaceAll(/\s+/g, '');
}

/** A key as text, whatever YAML took it for. */
export function word(value: unknown): string {
	return typeof value === 'string' ? value : JSON.stringify(value);
}

/** The keys in a list, or the only one. */
export function textsIn(value: Json | undefined): string[] {
	if (Array.isArray(value)) return value.filter((each) => each !== null).map(word);
	return typeof value === 'string' && value !== '' ? [value] : [];
}
