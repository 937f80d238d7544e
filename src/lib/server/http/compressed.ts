import { promisify } from 'node:util';
import { constants, gzip } from 'node:zlib';

const WORTH = 4 * 1024;
const zip = promisify(gzip);
const kept = new WeakMap<Uint8Array, Promise<Buffer>>();

/** A response of these bytes, made small where the browser takes that; the small form is kept as long as the bytes. */
export async function compressed(
	bytes: Uint8Array,
	headers: Readonly<Record<string, string>>,
	accepted: string | null
): Promise<Response> {
	const fixed = { ...headers, vary: 'accept-encoding' };
	if (bytes.length < WORTH || !/\bgzip\b/.test(accepted ?? ''))
		return new Response(whole(bytes), { headers: fixed });
	let small = kept.get(bytes);
	if (!small) kept.set(bytes, (small = zip(bytes, { level: constants.Z_BEST_SPEED })));
	return new Response(whole(await small), { headers: { ...fixed, 'content-encoding': 'gzip' } });
}

/** The type of a response body asks for an array that owns its buffer alone. */
function whole(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
	return bytes.buffer instanceof ArrayBuffer ? (bytes as Uint8Array<ArrayBuffer>) : new Uint8Array(bytes);
}
