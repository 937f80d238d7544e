/**
 * Reads the shipped fonts and writes what the rest of the room needs of them: advance widths as a table (for breaking
 * lines without a browser) and subsets for the page. Run with `npm run fonts`; its output is committed.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import subsetFont from 'subset-font';

const FONTS = [
	{ weight: 400, file: '400Regular/NotoSans_400Regular.ttf' },
	{ weight: 600, file: '600SemiBold/NotoSans_600SemiBold.ttf' }
] as const;

/** Latin with its extensions, Greek, Cyrillic with its extensions, marks, punctuation, currencies, arrows, signs. */
const RANGES: readonly (readonly [from: number, to: number])[] = [
	[0x20, 0x7e],
	[0xa0, 0x24f],
	[0x259, 0x259],
	[0x2b0, 0x2ff],
	[0x300, 0x36f],
	[0x370, 0x3ff],
	[0x400, 0x52f],
	[0x1e00, 0x1eff],
	[0x2000, 0x206f],
	[0x20a0, 0x20bf],
	[0x2100, 0x214f],
	[0x2190, 0x21ff],
	[0x2200, 0x22ff]
];

const require = createRequire(import.meta.url);
const out = new URL('../../../../static/fonts/', import.meta.url);
mkdirSync(out, { recursive: true });

const tables: string[] = [];
for (const { weight, file } of FONTS) {
	const font = readFileSync(require.resolve(`@expo-google-fonts/noto-sans/${file}`));
	const widths = advances(font);
	const runs = RANGES.map(([from, to]) => {
		const list = Array.from({ length: to - from + 1 }, (_, at) => widths(from + at));
		return `\t\t[${from}, [${list.join(', ')}]]`;
	});
	tables.push(`\t${weight}: [\n${runs.join(',\n')}\n\t]`);
	const text = RANGES.flatMap(([from, to]) =>
		Array.from({ length: to - from + 1 }, (_, at) => String.fromCodePoint(from + at))
	).join('');
	writeFileSync(
		new URL(`noto-sans-${weight}.woff2`, out),
		await subsetFont(font, text, { targetFormat: 'woff2' })
	);
}
writeFileSync(
	new URL('metrics.generated.ts', import.meta.url),
	`/** Advance widths in thousandths of the size, by weight: runs of code points; -1 where the font has no glyph. */
export const ADVANCES: Readonly<Record<400 | 600, readonly (readonly [number, readonly number[]])[]>> = {
${tables.join(',\n')}
};
`
);

/** The advance width of a code point in thousandths of the size, from the tables of a TrueType font (OpenType 1.9). */
function advances(font: Buffer): (codePoint: number) => number {
	const table = (tag: string) => {
		for (let at = 12; ; at += 16)
			if (font.toString('latin1', at, at + 4) === tag) return font.readUInt32BE(at + 8);
	};
	const unitsPerEm = font.readUInt16BE(table('head') + 18);
	const metrics = font.readUInt16BE(table('hhea') + 34);
	const glyphOf = characterMap(font, table('cmap'));
	const hmtx = table('hmtx');
	return (codePoint) => {
		const glyph = glyphOf(codePoint);
		if (glyph === 0) return -1;
		return Math.round((font.readUInt16BE(hmtx + 4 * Math.min(glyph, metrics - 1)) * 1000) / unitsPerEm);
	};
}

/** The glyph of a code point by the format 4 subtable (the Basic Multilingual Plane); 0 where there is none. */
function characterMap(font: Buffer, cmap: number): (codePoint: number) => number {
	const count = font.readUInt16BE(cmap + 2);
	const offsets = Array.from({ length: count }, (_, at) => cmap + font.readUInt32BE(cmap + 4 + 8 * at + 4));
	const start = offsets.find((offset) => font.readUInt16BE(offset) === 4);
	if (start === undefined) throw new Error('the font has no character map of format 4');
	const double = font.readUInt16BE(start + 6);
	return (codePoint) => {
		for (let at = 0; at < double; at += 2) {
			if (font.readUInt16BE(start + 14 + at) < codePoint) continue;
			const first = font.readUInt16BE(start + 16 + double + at);
			if (first > codePoint) return 0;
			const delta = font.readUInt16BE(start + 16 + 2 * double + at);
			const place = start + 16 + 3 * double + at;
			const range = font.readUInt16BE(place);
			if (range === 0) return (codePoint + delta) & 0xffff;
			const glyph = font.readUInt16BE(place + range + 2 * (codePoint - first));
			return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
		}
		return 0;
	};
}
