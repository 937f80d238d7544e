import type { Id } from '#lib/core/model/item.ts';

/** A new id: 128 random bits as 22 characters that are safe in addresses. */
export function newId(): Id {
	const bytes = crypto.getRandomValues(new Uint8Array(16));
	return btoa(String.fromCharCode(...bytes))
		.replaceAll('+', '-')
		.replaceAll('/', '_')
		.replaceAll('=', '');
}
