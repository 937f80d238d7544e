import { decode, text, type Decoder } from '#lib/core/decode.ts';
import type { Id } from '#lib/core/model/item.ts';
import { fail, ok, type Result } from '#lib/core/result.ts';

/** A picture that the server drew, and how many characters of which scripts it could not. */
export interface Taken {
	readonly picture: Blob;
	readonly missing: string;
}

/** Why there is none: the server's own words, or that it does not answer, or that it was given up. */
export type Untaken =
	{ readonly is: 'refused'; readonly words: string } | { readonly is: 'away' | 'stopped' };

/** Has the server draw a debate; `query` says how. Never throws. */
export async function takePicture(
	debate: Id,
	query: string,
	signal: AbortSignal
): Promise<Result<Taken, Untaken>> {
	try {
		const response = await fetch(`/api/debates/${debate}/picture?${query}`, { signal });
		if (response.ok)
			return ok({ picture: await response.blob(), missing: response.headers.get('x-missing') ?? '' });
		const said = decode(refusal, await response.json());
		return fail(said.ok ? { is: 'refused', words: said.value } : { is: 'away' });
	} catch {
		return fail({ is: signal.aborted ? 'stopped' : 'away' });
	}
}

const refusal: Decoder<string> = (value, path) => {
	const inside = (of: unknown, key: string): unknown =>
		typeof of === 'object' && of !== null ? Reflect.get(of, key) : undefined;
	return text(2_000, 1)(inside(inside(value, 'error'), 'message'), path);
};
