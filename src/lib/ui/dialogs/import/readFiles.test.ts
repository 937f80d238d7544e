import { expect, test } from 'vitest';
import { readFiles } from './readFiles.ts';

function file(name: string, text: string) {
	return { name, bytes: new TextEncoder().encode(text) };
}

test('of several files the first is read, and those that have no part in it are named', () => {
	const map = file('quay.argdown', '[A]: The quay is safe.\n  + [B]: It was mended.\n');
	const other = file('quays.bib', '@book{quay, title = {Quays}}');
	expect(readFiles({ files: [map, other] })).toMatchObject({ is: 'read', left: ['quays.bib'] });
	expect(readFiles({ files: [map] })).toMatchObject({ is: 'read', left: [] });
});
