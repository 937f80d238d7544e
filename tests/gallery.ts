/** `npm run gallery`: pictures of many debates, to look at, with a page that shows them all. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { drawing } from '#lib/draw/drawing.ts';
import { largestScale } from '#lib/draw/pixels.ts';
import { drawingWords } from '#lib/i18n/drawing.ts';
import { missingWords } from '#lib/i18n/picture.ts';
import { raster } from '#lib/server/picture/raster.ts';
import { gallery } from './support/pictures/gallery.ts';

const FOLDER = 'gallery';
const MOST = 16_000_000;

mkdirSync(FOLDER, { recursive: true });
const entries: string[] = [];
for (const { name, debate, look } of gallery()) {
	const began = performance.now();
	const file = name.replaceAll(/[^a-z\d]+/gi, '-');
	const { width, height, svg, plain } = drawing(debate, drawingWords(), look);
	const drawn = performance.now();
	const scale = Math.min(1, largestScale({ width, height }, MOST) ?? 1);
	const done = await raster({ width, height, text: plain }, { scale }, MOST);
	if (!done.ok) throw new Error(`${name}: not drawn at ${scale}`);
	writeFileSync(join(FOLDER, `${file}.svg`), svg);
	writeFileSync(join(FOLDER, `${file}.png`), done.value.png);
	const times = `${Math.round(drawn - began)} ms, PNG ${Math.round(performance.now() - drawn)} ms`;
	const told = `${name}: ${width} × ${height} (${(width / height).toFixed(2)} : 1), ${times}`;
	console.log(told);
	const missing = done.value.missing.length > 0 ? ` ${missingWords(done.value.missing)}` : '';
	entries.push(
		`<figure><a href="${file}.svg"><img src="${file}.png" alt=""></a><figcaption>${told}.${missing}</figcaption></figure>`
	);
}
const style =
	'body{font:15px/22px sans-serif;margin:24px}figure{margin:0 0 48px}img{max-width:100%;border:1px solid #ccc}';
const page = `<!doctype html><meta charset="utf-8"><title>Gallery</title><style>${style}</style>${entries.join('\n')}\n`;
writeFileSync(join(FOLDER, 'index.html'), page);
console.log(`${join(FOLDER, 'index.html')} shows them all`);
