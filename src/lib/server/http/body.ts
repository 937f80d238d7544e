import { decode, type Decoder } from '#lib/core/decode.ts';
import { fail, type Result } from '#lib/core/result.ts';
import { readJson } from './readJson.ts';
import { refusal } from './refusal.ts';

/** What a change may weigh at most, in bytes: a map of as many claims as a debate may hold, brought in at once. */
export const MOST_BYTES = 48 * 1024 * 1024;

/** The JSON that a request carries, decoded; or the response that says what is wrong with it, and where. */
export async function body<T>(
	request: Request,
	decoder: Decoder<T>,
	most = MOST_BYTES
): Promise<Result<T, Response>> {
	const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase();
	if (type !== 'application/json') return fail(refusal('not-json'));
	const bytes = await read(request, most);
	if (bytes === 'too many')
		return fail(refusal('too-large', { message: `Send at most ${most} bytes at a time.` }));
	const text = bytes === 'cut off' ? '' : utf8(bytes);
	if (text === null) return fail(refusal('malformed', { message: 'This is not text in UTF-8.' }));
	const value = readJson(text);
	if (!value.ok) {
		const { line, column, message } = value.error;
		return fail(refusal('malformed', { message: `line ${line}, column ${column}: ${message}` }));
	}
	const decoded = decode(decoder, value.value);
	return decoded.ok ? decoded : fail(misfit(decoded.error.path, decoded.error.message));
}

/** A value of the form's own, wrong at `path`. */
export function misfit(path: string, message: string): Response {
	return refusal('malformed', { message: `${path || 'the whole'} ${message}`, path });
}

/** The bytes of the body, read no further than allowed. */
async function read(request: Request, most: number): Promise<Uint8Array | 'too many' | 'cut off'> {
	if (Number(request.headers.get('content-length') ?? 0) > most) return 'too many';
	const chunks: Uint8Array[] = [];
	let size = 0;
	const reader = request.body?.getReader();
	try {
		for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
			size += part.value.length;
			if (size > most) return 'too many';
			chunks.push(part.value);
		}
	} catch {
		return 'cut off';
	}
	return Buffer.concat(chunks);
}

function utf8(bytes: Uint8Array): string | null {
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
	} catch {
		return null;
	}
}
