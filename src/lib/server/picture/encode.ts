import { once } from 'node:events';
import { crc32, createDeflate } from 'node:zlib';

/** Pixels row by row, four bytes each: red, green, blue, opacity; the colours multiplied by the opacity. */
export interface Bitmap {
	readonly width: number;
	readonly height: number;
	readonly pixels: Uint8Array;
}

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** Eight bits for each of red, green, blue and opacity. */
const DEPTH = [8, 6, 0, 0, 0] as const;
const PIECE = 4 * 1024 * 1024;
/** Large flat areas are as small with little effort as with much. */
const EFFORT = 4;

/**
 * A bitmap as a PNG file (W3C, third edition). The work is done piece by piece beside whatever else runs. `scale` says
 * how large it prints: at 1 a pixel is a 96th of an inch.
 */
export async function encode({ width, height, pixels }: Bitmap, scale: number): Promise<Buffer> {
	const head = Buffer.alloc(13);
	head.writeUInt32BE(width, 0);
	head.writeUInt32BE(height, 4);
	head.set(DEPTH, 8);
	const print = Buffer.alloc(9, 1);
	const perMetre = Math.round((96 * scale) / 0.0254);
	print.writeUInt32BE(perMetre, 0);
	print.writeUInt32BE(perMetre, 4);
	const data = await deflated(width * 4, pixels);
	return Buffer.concat([
		SIGNATURE,
		chunk('IHDR', head),
		chunk('pHYs', print),
		chunk('IDAT', data),
		chunk('IEND', Buffer.alloc(0))
	]);
}

/** The rows, each after a byte that says that it stands as it is, made small. */
async function deflated(row: number, pixels: Uint8Array): Promise<Buffer> {
	const deflate = createDeflate({ level: EFFORT });
	const parts: Buffer[] = [];
	deflate.on('data', (part: Buffer) => parts.push(part));
	const end = once(deflate, 'end');
	const rows = Math.max(1, Math.floor(PIECE / (row + 1)));
	for (let from = 0; from < pixels.length; from += rows * row) {
		const until = Math.min(pixels.length, from + rows * row);
		const piece = Buffer.alloc(((until - from) / row) * (row + 1));
		for (let at = from, to = 1; at < until; at += row, to += row + 1)
			piece.set(pixels.subarray(at, at + row), to);
		unmultiply(piece, row + 1);
		if (!deflate.write(piece)) await once(deflate, 'drain');
	}
	deflate.end();
	await end;
	return Buffer.concat(parts);
}

/** PNG keeps colours as they are without the opacity. */
function unmultiply(piece: Buffer, row: number): void {
	for (let start = 1; start < piece.length; start += row)
		for (let at = start; at < start + row - 1; at += 4) {
			const opacity = piece[at + 3]!;
			if (opacity === 255 || opacity === 0) continue;
			for (let color = at; color < at + 3; color++)
				piece[color] = Math.min(255, Math.round((piece[color]! * 255) / opacity));
		}
}

function chunk(name: string, data: Buffer): Buffer {
	const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
	const frame = Buffer.alloc(body.length + 8);
	frame.writeUInt32BE(data.length, 0);
	frame.set(body, 4);
	frame.writeUInt32BE(crc32(body), body.length + 4);
	return frame;
}
