import { inflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { Debate } from '#lib/core/model/debate.ts';
import { claim, premise, relation } from '#lib/core/model/make.ts';
import { CARD } from '#lib/draw/card.ts';
import { drawing } from '#lib/draw/drawing.ts';
import { pixelsOf } from '#lib/draw/pixels.ts';
import { drawingWords } from '#lib/i18n/drawing.ts';
import { missingWords, unfitWords } from '#lib/i18n/picture.ts';
import { raster, type Raster } from './raster.ts';

const MOST = 4_000_000;
const WORDS = {
	latin: 'Open borders help trade',
	turkish: 'Türkiye ile güçlü bağlar ışık',
	kyrgyz: 'Ынтымак өңүр үчүн',
	kazakh: 'Қазақстан ұлттық ғылым',
	arabic: 'التعاون الإقليمي مفيد.',
	chinese: '突厥国家组织',
	mixed: 'الإقليمي 突厥'
} as const;

/** A claim in each script, all reasons for the first. */
function debateIn(scripts: Readonly<Record<string, string>>): Debate {
	const debate = new Debate();
	for (const [id, text] of Object.entries(scripts)) debate.set(claim({ id, text }));
	const [first, ...others] = Object.keys(scripts);
	for (const id of others)
		debate.set(relation({ id: `r-${id}`, sense: 'support', premises: [premise(id)], target: first! }));
	return debate;
}

interface Pixel {
	readonly red: number;
	readonly green: number;
	readonly blue: number;
	readonly opacity: number;
}

/** Reads the pixels of a PNG as this program writes it. */
function decoded(png: Buffer): (x: number, y: number) => Pixel {
	const chunks = new Map<string, Buffer>();
	for (let at = 8; at < png.length;) {
		const length = png.readUInt32BE(at);
		chunks.set(png.toString('latin1', at + 4, at + 8), png.subarray(at + 8, at + 8 + length));
		at += 12 + length;
	}
	const row = chunks.get('IHDR')!.readUInt32BE(0) * 4 + 1;
	const data = inflateSync(chunks.get('IDAT')!);
	return (x, y) => {
		const at = y * row + 1 + x * 4;
		return { red: data[at]!, green: data[at + 1]!, blue: data[at + 2]!, opacity: data[at + 3]! };
	};
}

async function drawn(debate: Debate, scale = 1, isTransparent = false) {
	const picture = drawing(debate, drawingWords(), { isTransparent });
	const done = await raster({ ...sizeOf(picture), text: picture.plain }, { scale }, MOST);
	if (!done.ok) throw new Error(unfitWords(done.error));
	return { picture, made: done.value, at: decoded(done.value.png) };
}

function sizeOf({ width, height }: { width: number; height: number }) {
	return { width, height };
}

describe('a picture in pixels', () => {
	test('[L35] words of every script leave ink, or their characters are reported', async () => {
		const { picture, made, at } = await drawn(debateIn(WORDS));
		const [left, top] = /viewBox="(\S+) (\S+)/.exec(picture.svg)!.slice(1).map(Number) as [number, number];
		for (const [id, text] of Object.entries(WORDS)) {
			const box = new RegExp(
				`data-item="${id}">.*?<rect x="(\\S+)" y="(\\S+)" width="(\\S+)" height="(\\S+)"`
			);
			const [x, y, width, height] = box.exec(picture.plain)!.slice(1).map(Number) as [
				number,
				number,
				number,
				number
			];
			expect(inkIn(at, x - left, y - top, width, height), `${id}: ${text}`).toBeGreaterThan(40);
		}
		const named = made.missing.map(({ script }) => script);
		expect(['chinese', 'arabic'], 'our own font has the others').toEqual(expect.arrayContaining(named));
	});

	test('[L35] what no font has is reported by script and number, each time counted', async () => {
		const { made } = await drawn(debateIn({ a: 'A \u{10fffd}\u{10fffd} and \u{10fffd}\u200d\u00ad' }));
		expect(made.missing).toEqual([{ script: 'other', count: 3 }]);
		expect(missingWords(made.missing)).toContain('Other signs: 3 characters');
	});

	test('[L35] skin tones and flags are called emoji', async () => {
		const { made } = await drawn(debateIn({ a: 'Hi 👍🏽 🇰🇿' }));
		expect(made.missing.map(({ script }) => script).filter((script) => script !== 'emoji')).toEqual([]);
	});

	test('[L50] what no font has, or another font than ours, stays in the room that was kept for it', async () => {
		const texts = {
			thai: 'ถนนที่ดีไม่มีประโยชน์หากไม่มีมาตรฐานร่วมกันและกติกาที่ชัดเจนเสมอไป',
			hindi: 'साझा मानकों के बिना अच्छी सड़क भी बेकार है; पहले नियम तय हों और सब मानें।',
			signs: '∀x∈ℝ:x²≥0⇒√x≤∞½₂⟶→⇒∀∈∀∈⇔⊕⊗∀⊂⊃∀∅∀∀∃∄∀⊕⊗',
			arabic: 'التعاونالإقليميمفيدلكنهيحتاجإلىثقةمتبادلةبينجميعالأطرافولاينجحبدونها',
			none: '\u{10fffd}'.repeat(60)
		};
		const { picture, at } = await drawn(debateIn(texts), 1);
		const [left, top] = /viewBox="(\S+) (\S+)/.exec(picture.svg)!.slice(1).map(Number) as [number, number];
		for (const id of Object.keys(texts)) {
			const [x, y, width, height] = new RegExp(
				`data-item="${id}">.*?<rect x="(\\S+)" y="(\\S+)" width="(\\S+)" height="(\\S+)"`
			)
				.exec(picture.plain)!
				.slice(1)
				.map(Number) as [number, number, number, number];
			for (const from of [x + 2, x + width - CARD.padding + 2]) {
				const [first, row] = [Math.ceil(from - left), Math.ceil(y - top)];
				expect(inkOn(at, first, row + 2, CARD.padding - 4, height - 6), id).toBe(0);
			}
		}
	});

	test('[L35] what is to be semi-bold is', async () => {
		const ink = async (weight: number) => {
			const at = decoded(
				await pngOf(`<text y="8" font-size="10" font-family="Noto Sans" font-weight="${weight}">M</text>`)
			);
			return Array.from({ length: 64 }, (_, place) => at(place % 8, place >> 3).opacity).reduce(
				(a, b) => a + b
			);
		};
		expect(await ink(600)).toBeGreaterThan((await ink(400)) * 1.1);
	});

	test('[L34] it has the size that was foretold, and prints as large as it is at 100 %', async () => {
		for (const scale of [0.37, 1, 2]) {
			const { picture, made } = await drawn(debateIn({ a: WORDS.latin, b: WORDS.kazakh }), scale);
			expect(sizeOf(made)).toEqual(sizeOf(pixelsOf(picture, { scale })));
			expect(headerOf(made)).toEqual({ ...sizeOf(made), perMetre: Math.round((96 * scale) / 0.0254) });
		}
	});

	test('[L34] one of too many pixels is refused with a scale that fits', async () => {
		const { width, height } = drawing(debateIn(WORDS), drawingWords());
		const vector = { width, height, text: '' };
		const done = await raster(vector, { scale: 20 }, MOST);
		if (done.ok) throw new Error('it was drawn');
		const across = Math.round(width * done.error.scale!).toLocaleString('en');
		expect(unfitWords(done.error)).toContain(`A scale of ${done.error.scale} fits, ${across} pixels wide`);
		expect((await raster({ ...vector, text: SQUARE }, { scale: done.error.scale! }, MOST)).ok).toBe(true);
	});

	test('[L34] one of which nothing would be left is refused too', async () => {
		const long = await raster({ width: 10_000_000, height: 64, text: SQUARE }, { width: 300 }, MOST);
		expect(!long.ok && unfitWords(long.error)).toContain('too long and narrow');
		const small = await raster({ width: 5_000, height: 64, text: SQUARE }, { width: 16 }, MOST);
		expect(!small.ok && unfitWords(small.error)).toContain('A scale of 3.53 fits');
	});

	test('[L31] without a ground it is clear beside the cards, and its colours are not darkened', async () => {
		const { at } = await drawn(debateIn({ a: WORDS.latin }), 1, true);
		expect(at(0, 0).opacity).toBe(0);
		const { at: half } = {
			at: decoded(await pngOf('<rect width="8" height="8" fill="#ff8000" fill-opacity="0.5"/>'))
		};
		expect(half(4, 4)).toMatchObject({ red: 255, blue: 0 });
		expect(Math.abs(half(4, 4).opacity - 128)).toBeLessThan(2);
	});
});

const SQUARE = '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"></svg>';

async function pngOf(content: string): Promise<Buffer> {
	const text = SQUARE.replace('></svg>', `>${content}</svg>`);
	const done = await raster({ width: 8, height: 8, text }, { scale: 1 }, MOST);
	if (!done.ok) throw new Error(unfitWords(done.error));
	return done.value.png;
}

/** Dark pixels where a card of the light theme has its words. */
function inkIn(
	at: (x: number, y: number) => Pixel,
	x: number,
	y: number,
	width: number,
	height: number
): number {
	const [left, top] = [Math.ceil(x) + CARD.padding - 2, Math.ceil(y) + 4];
	return inkOn(at, left, top, width - 2 * CARD.padding + 4, height - 8);
}

/** Dark pixels on these rows and columns. */
function inkOn(
	at: (x: number, y: number) => Pixel,
	x: number,
	y: number,
	width: number,
	height: number
): number {
	let ink = 0;
	for (let row = y; row < y + height; row++)
		for (let column = x; column < x + width; column++) if (at(column, row).green < 128) ink++;
	return ink;
}

function headerOf({ png }: Raster) {
	return { width: png.readUInt32BE(16), height: png.readUInt32BE(20), perMetre: png.readUInt32BE(41) };
}
