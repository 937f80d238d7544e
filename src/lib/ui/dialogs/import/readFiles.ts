import { countsOf } from '#lib/formats/counts.ts';
import { debateOf } from '#lib/formats/debateOf.ts';
import { decodeText } from '#lib/formats/decodeText.ts';
import type { Reading } from '#lib/formats/format.ts';
import { readText } from '#lib/formats/registry.ts';
import { layout } from '#lib/draw/layout/layout.ts';
import { sceneOf } from '#lib/draw/scene.ts';
import { svg } from '#lib/draw/svg.ts';
import { drawingWords } from '#lib/i18n/drawing.ts';
import type { Answer, Offered, Request } from './message.ts';

/** More cards would be too small to be read in a preview. */
const SHOWN = 60;

/** Reads the first of the files; a mark-up whose text is in a file of its own finds that among the others. */
export function readFiles({ files, as }: Request): Answer {
	const [first, ...others] = inOrder(files);
	if (!first) return { is: 'unknown' };
	const { text, warnings } = decodeText(first.bytes);
	const used = new Set<Offered>();
	const beside = (suffix: string): string | null => {
		const other = others.find(({ name }) => name === `${stem(first.name)}.${suffix}`);
		if (!other) return null;
		used.add(other);
		return decodeText(other.bytes).text;
	};
	const read = readText(text, { name: as, file: first.name, beside });
	if (!read) return { is: 'unknown' };
	const { format, result } = read;
	if (!result.ok) return { is: 'refused', title: format.title, errors: result.error.errors };
	const { about, items } = result.value;
	const reading = { about, items, warnings: [...warnings, ...result.value.warnings] };
	const counts = countsOf(items);
	const picture = counts.claims + counts.arguments > 0 ? preview(reading) : '';
	const left = others.filter((other) => !used.has(other)).map(({ name }) => name);
	return { is: 'read', format: format.name, title: format.title, reading, counts, picture, left };
}

/** The mark-up before the plain text that it marks. */
function inOrder(files: readonly Offered[]): Offered[] {
	return [...files].sort((a, b) => Number(a.name.endsWith('.txt')) - Number(b.name.endsWith('.txt')));
}

function stem(name: string): string {
	return name.replace(/\.[^.]*$/, '');
}

function preview(reading: Pick<Reading, 'about' | 'items'>): string {
	const debate = debateOf(reading);
	const scene = sceneOf(debate, layout(debate, { most: SHOWN }), drawingWords(), { legend: false });
	return svg(scene, { theme: 'light' });
}
