import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import subsetFont from 'subset-font';
import { hasGlyph } from '#lib/draw/text/measure.ts';
import { coverage } from './fontFile.ts';
import { byScript, type Missing } from './scripts.ts';
import { systemFonts } from './systemFonts.ts';

/** Fonts for one picture, as files that last as long as it is drawn. */
export interface Fonts {
	readonly files: readonly string[];
	/** What no font at hand can draw, and how much of it there is. */
	readonly isMissing: (character: string) => boolean;
	readonly missing: readonly Missing[];
	readonly remove: () => Promise<void>;
}

/** What stands for a character that cannot be drawn; the shipped font has it. */
export const REPLACEMENT = '\ufffd';

const require = createRequire(import.meta.url);
const OURS = ['400Regular/NotoSans_400Regular.ttf', '600SemiBold/NotoSans_600SemiBold.ttf'];

/** A font file, and what to take of it. */
interface Share {
	readonly file: string;
	readonly own: string;
	/** Two letters may become one sign, as lam and alef do. */
	readonly hasLigatures: boolean;
}

/**
 * The fonts that draw these lines: the shipped one, and for characters that it lacks those of this machine. Only the
 * parts that are needed: the renderer reads a font anew for every glyph, so a small one is many times faster.
 */
export async function fontsFor(lines: readonly string[]): Promise<Fonts> {
	const characters = counted(lines);
	const lacking = new Map([...characters].filter(([character]) => !hasGlyph(character)));
	const own = [...characters.keys()].filter(hasGlyph).join('') + REPLACEMENT;
	const shares: Share[] = OURS.map((name) => {
		const file = require.resolve(`@expo-google-fonts/noto-sans/${name}`);
		return { file, own, hasLigatures: true };
	});
	if (lacking.size > 0) shares.push(...borrowed(lines, characters, lacking));
	const folder = await mkdtemp(join(tmpdir(), 'argosy-fonts-'));
	return {
		files: await Promise.all(shares.map((share, at) => part(share, join(folder, `${at}.ttf`)))),
		isMissing: (character) => lacking.has(character),
		missing: byScript(lacking),
		remove: () => rm(folder, { recursive: true, force: true })
	};
}

/** How often each character occurs that leaves ink or takes room. */
function counted(lines: readonly string[]): Map<string, number> {
	const counts = new Map<string, number>();
	for (const line of lines)
		for (const character of line)
			if (isDrawn(character)) counts.set(character, (counts.get(character) ?? 0) + 1);
	return counts;
}

function isDrawn(character: string): boolean {
	return character === ' ' || !IGNORED.test(character);
}

const IGNORED = /[\s\p{Cc}\p{Cf}\ufe00-\ufe0f\u{e0100}-\u{e01ef}]/u;

/**
 * Fonts of this machine with the characters to take from each: all that it has, because the renderer looks for one
 * that can draw a whole line. Where a line needs several fonts it wants as many glyphs of each, so there the letters
 * stay apart. What one of the fonts has is no longer `lacking`.
 */
function borrowed(
	lines: readonly string[],
	characters: ReadonlyMap<string, number>,
	lacking: Map<string, number>
): Share[] {
	const found: Share[] = [];
	for (const file of systemFonts()) {
		if (lacking.size === 0) break;
		const covers = coverage(file);
		const has = (character: string) => covers !== null && covers(character.codePointAt(0)!);
		const taken = new Set([...lacking.keys()].filter(has));
		if (taken.size === 0) continue;
		for (const character of taken) lacking.delete(character);
		const hasLigatures = lines.every((line) => {
			const drawn = [...line].filter(isDrawn);
			return !drawn.some((character) => taken.has(character)) || drawn.every(has);
		});
		found.push({ file, own: [...characters.keys()].filter(has).join(''), hasLigatures });
	}
	return found;
}

/** Forms of letters by their place in a word, and the places of marks; none of them changes how many glyphs there are. */
const APART = ['isol', 'init', 'medi', 'fina', 'mark', 'mkmk', 'kern'];

/** Names by which the weights of a family belong together (OpenType 1.9, `name`). */
const FAMILY = [16, 17] as const;

/** Writes what is needed of a font to `to`; a font that cannot be parted is used as it is. */
async function part({ file, own, hasLigatures }: Share, to: string): Promise<string> {
	const options = { targetFormat: 'truetype', preserveNameIds: FAMILY } as const;
	const features = hasLigatures ? {} : { keepFeatures: APART };
	try {
		await writeFile(to, await subsetFont(await readFile(file), own, { ...options, ...features }));
		return to;
	} catch {
		return file;
	}
}
