/** How many bits a number is turned, or shifted, in the functions that mix words (FIPS 180-4, section 4.1.2). */
const turned = (word: number, bits: number) => (word >>> bits) | (word << (32 - bits));

/** The first 32 bits of the fractional parts of the `root`th roots of the first primes. */
function fractions(count: number, root: number): Int32Array {
	const found: number[] = [];
	for (let candidate = 2; found.length < count; candidate++) {
		if (isPrime(candidate)) found.push((candidate ** (1 / root) % 1) * 2 ** 32);
	}
	return Int32Array.from(found, (fraction) => fraction | 0);
}

function isPrime(number: number): boolean {
	for (let divisor = 2; divisor * divisor <= number; divisor++) if (number % divisor === 0) return false;
	return true;
}

const START = fractions(8, 2);
const ROUNDS = fractions(64, 3);
const BLOCK = 64;

/**
 * SHA-256 of a text in UTF-8, as hexadecimal digits. Of our own, because a page at a plain address has no other that
 * answers, and the page and the server must find the same.
 */
export function sha256(text: string): string {
	const bytes = padded(new TextEncoder().encode(text));
	const state = START.slice();
	const words = new Int32Array(64);
	for (let at = 0; at < bytes.byteLength; at += BLOCK)
		mix(state, words, new DataView(bytes.buffer, at, BLOCK));
	return Array.from(state, (word) => (word >>> 0).toString(16).padStart(8, '0')).join('');
}

/** The bytes, a single bit, zeros, and the length in bits, filling whole blocks. */
function padded(bytes: Uint8Array): Uint8Array {
	const whole = new Uint8Array(Math.ceil((bytes.length + 9) / BLOCK) * BLOCK);
	whole.set(bytes);
	whole[bytes.length] = 0x80;
	new DataView(whole.buffer).setBigUint64(whole.length - 8, BigInt(bytes.length) * 8n);
	return whole;
}

function mix(state: Int32Array, words: Int32Array, block: DataView): void {
	for (let at = 0; at < 16; at++) words[at] = block.getInt32(at * 4);
	for (let at = 16; at < 64; at++) {
		const [early, late] = [words[at - 15]!, words[at - 2]!];
		const small = turned(early, 7) ^ turned(early, 18) ^ (early >>> 3);
		const large = turned(late, 17) ^ turned(late, 19) ^ (late >>> 10);
		words[at] = words[at - 16]! + small + words[at - 7]! + large;
	}
	let [a, b, c, d, e, f, g, h] = Array.from(state) as [
		number,
		number,
		number,
		number,
		number,
		number,
		number,
		number
	];
	for (let at = 0; at < 64; at++) {
		const one =
			h + (turned(e, 6) ^ turned(e, 11) ^ turned(e, 25)) + ((e & f) ^ (~e & g)) + ROUNDS[at]! + words[at]!;
		const two = (turned(a, 2) ^ turned(a, 13) ^ turned(a, 22)) + ((a & b) ^ (a & c) ^ (b & c));
		[h, g, f, e, d, c, b, a] = [g, f, e, (d + one) | 0, c, b, a, (one + two) | 0];
	}
	for (const [at, word] of [a, b, c, d, e, f, g, h].entries()) state[at]! += word;
}
