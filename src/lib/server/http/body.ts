import { decode, type Decoder } from '#lib/core/decode.ts';
import { fail, ok, type Result } from '#lib/core/result.ts';
import { refusal } from './refusal.ts';

/** What a change may weigh at most: a pasted book of some ten thousand claims. */
export const MOST_BYTES = 16 * 1024 * 1024;

/** The JSON that a request carries, decoded; or the response that says what is wrong with it, and where. */
export async function body<T>(
	request: Request,
	decoder: Decoder<T>,
	most = MOST_BYTES
): Promise<Result<T, Response>> {
	if (request.headers.get('content-type')?.split(';')[0]?.trim() !== 'application/json')
		return fail(refusal(415, 'not-json', 'Send application/json.'));
	const text = await read(request, most);
	if (text === null) return fail(refusal(413, 'too-large', `Send at most ${most} bytes at a time.`));
	let value: unknown;
	try {
		value = JSON.parse(text);
	} catch {
		return fail(refusal(400, 'not-json', 'This is not JSON.'));
	}
	const decoded = decode(decoder, value);
	if (decoded.ok) return ok(decoded.value);
	const { path, message } = decoded.error;
	return fail(refusal(400, 'malformed', `${path || 'the whole'} ${message}`, path));
}

/** The text of the body, read no further than allowed. */
async function read(request: Request, most: number): Promise<string | null> {
	if (Number(request.headers.get('content-length') ?? 0) > most) return null;
	const chunks: Uint8Array[] = [];
	let size = 0;
	const reader = request.body?.getReader();
	for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
		size += part.value.length;
		if (size > most) return null;
		chunks.push(part.value);
	}
	return Buffer.concat(chunks).toString('utf8');
}
