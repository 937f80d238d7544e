import { decode, type Decoder } from '#lib/core/decode.ts';
import { fail, ok, type Result } from '#lib/core/result.ts';

/** Why the server could not be asked: it is not there (or not this person's), or it did not answer. */
export type Unavailable = 'gone' | 'away';

/** Asks the server, and decodes what it says. Never throws. */
export async function ask<T>(
	decoder: Decoder<T>,
	method: string,
	path: string,
	body?: unknown
): Promise<Result<T, Unavailable>> {
	try {
		const request =
			body === undefined
				? {}
				: { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
		const response = await fetch(path, { method, ...request });
		if (!response.ok) return fail(response.status === 404 || response.status === 403 ? 'gone' : 'away');
		const decoded = decode(decoder, await response.json());
		return decoded.ok ? ok(decoded.value) : fail('away');
	} catch {
		return fail('away');
	}
}
