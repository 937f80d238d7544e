import { readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

const PLACES: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
	darwin: ['/System/Library/Fonts', '/Library/Fonts', join(homedir(), 'Library/Fonts')],
	win32: [join(process.env['SystemRoot'] ?? 'C:\\Windows', 'Fonts')]
};
const ELSEWHERE = ['/usr/share/fonts', '/usr/local/share/fonts', join(homedir(), '.local/share/fonts')];

const MOST = 3_000;
/** Faces that do not sit well among plain words. */
const UNLIKE =
	/bold|italic|oblique|black|thin|light|medium|heavy|condensed|narrow|mono|serif|math|symbol|emoji|nastaliq|kufi/gi;

/** The font files of this machine, those first that sit best among plain upright words; read anew each time. */
export function systemFonts(): string[] {
	const files: string[] = [];
	for (const place of PLACES[process.platform] ?? ELSEWHERE)
		for (const name of namesIn(place))
			if (files.length < MOST && /\.(ttf|otf|ttc)$/i.test(name)) files.push(join(place, name));
	return files
		.map((file) => ({ file, rank: rankOf(file) }))
		.sort((a, b) => a.rank - b.rank || (a.file < b.file ? -1 : 1))
		.map(({ file }) => file);
}

function namesIn(folder: string): string[] {
	try {
		return readdirSync(folder, { recursive: true, encoding: 'utf8' });
	} catch {
		return [];
	}
}

function rankOf(file: string): number {
	const name = file.replace(/^.*[\\/]/, '').replace(/sans-?serif/i, 'sans');
	const unlike = name.match(UNLIKE)?.length ?? 0;
	return unlike * 4 + (/noto\s*sans/i.test(name) ? 0 : 1) + (/sans/i.test(name) ? 0 : 1);
}
