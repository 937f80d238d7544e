import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/** Below this many bytes it is not worth the work. */
const WORTH = 4 * 1024;

const WAYS = {
	br: (bytes: Uint8Array) =>
		promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }),
	gzip: (bytes: Uint8Array) => promisify(gzip)(bytes, { level: constants.Z_BEST_SPEED })
} as const;

type Way = keyof typeof WAYS;

const kept = new WeakMap<Uint8Array, Map<Way, Promise<Buffer>>>();

/** A response of these bytes, made small where the browser takes that; the small form is kept as long as the bytes. */
export async function compressed(
	bytes: Uint8Array,
	headers: Readonly<Record<string, string>>,
	accepted: string | null
): Promise<Response> {
	const fixed = { ...headers, vary: 'accept-encoding' };
	const way = bytes.length < WORTH ? null : wayOf(accepted ?? '');
	if (way === null) return new Response(owned(bytes), { headers: fixed });
	return new Response(owned(await small(bytes, way)), { headers: { ...fixed, 'content-encoding': way } });
}

/** The better of the ways that a browser names; `;q=0` forbids one. */
function wayOf(accepted: string): Way | null {
	const names = accepted
		.split(',')
		.filter((name) => !/;\s*q=0(\.0*)?\s*$/.test(name))
		.map((name) => name.split(';')[0]!.trim());
	return names.includes('br') ? 'br' : names.includes('gzip') ? 'gzip' : null;
}

function small(bytes: Uint8Array, way: Way): Promise<Buffer> {
	const ways = kept.get(bytes) ?? new Map<Way, Promise<Buffer>>();
	kept.set(bytes, ways);
	const made = ways.get(way) ?? WAYS[way](bytes);
	ways.set(way, made);
	return made;
}

/** The type of a response body asks for an array over memory that is not shared. */
function owned(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
	const { buffer, byteOffset, byteLength } = bytes;
	return buffer instanceof ArrayBuffer
		? new Uint8Array(buffer, byteOffset, byteLength)
		: new Uint8Array(bytes);
}
