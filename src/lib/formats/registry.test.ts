import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { FORMATS, readText, recognised } from './registry.ts';

const SUFFIXES = ['txt', 'json', 'xml', 'yaml', 'dat', ...FORMATS.flatMap(({ suffixes }) => suffixes)];
const FOLDER = 'tests/fixtures';
/** Facts that two formats share, told apart by the suffix alone. */
const SHARED = ['af-apx', 'qbaf'];

const strict = FORMATS.filter(({ name, isLoose }) => !isLoose && existsSync(`${FOLDER}/${name}`));

test.each(strict.map(({ name }) => name))('[F8] %s is known whatever its file is called', (name) => {
	for (const file of readdirSync(`${FOLDER}/${name}`)) {
		const text = readFileSync(`${FOLDER}/${name}/${file}`, 'utf8');
		if (SHARED.includes(name) || recognised(text)?.name !== name) continue;
		for (const suffix of SUFFIXES) expect(recognised(text, `a.${suffix}`)?.name, suffix).toBe(name);
	}
});

test('[F8] between formats that a text could be, the name of its file decides', () => {
	const list = '- Trams are late.\n- Buses are full.\n';
	expect(recognised(list, 'a.md')?.name).toBe('outline');
	expect(recognised(list, 'a.argdown')?.name).toBe('argdown');
	expect(recognised('[Late]: Trams are late.\n  <- Buses\n', 'a.txt')?.name).toBe('argdown');
	expect(recognised('arg(a).\nsup(a,a).\n', 'a.apx')?.name).toBe('af-apx');
	expect(recognised('arg(a).\nsup(a,a).\n', 'a.txt')?.name).toBe('qbaf');
});

test('[F8] an entry of a bibliography within another text makes no bibliography of it', () => {
	const book = '# Trams\n\n[Late]: Trams are late.\n\n```bibtex\n@book{a, title = {A}}\n```\n';
	expect(recognised(book, 'a.argdown')?.name).toBe('argdown');
	expect(recognised('Kept by hand.\n\n@book{a, title = {A}}\n', 'a.txt')?.name).toBe('bibtex');
});

const MANY = 5_000_000;

test.each([
	['a.argdown', '\n'.repeat(MANY), true],
	['a.rtnl', `#Rationale Version 1\nm = Create("Claim")\nm.SetText("${'x'.repeat(MANY)}")\n`, true],
	['a.ann', `T1\tClaim ${'1 2;'.repeat(MANY)}1 2\tx\n`, true],
	['a.dot', `digraph {\n"${'x'.repeat(MANY)}"\n}`, false],
	['a.nt', `<urn:a> <http://www.arg.dundee.ac.uk/aif#claimText> "${'x'.repeat(MANY)}" .\n`, true],
	[
		'a.mm',
		`<map><node><richcontent TYPE="NODE"><html>${'<br/>'.repeat(MANY / 10)}</html></richcontent></node></map>`,
		true
	]
])('[F3] %s of one endless piece is read or refused', (file, text, isRead) => {
	expect(readText(text, { file })?.result.ok).toBe(isRead);
});
