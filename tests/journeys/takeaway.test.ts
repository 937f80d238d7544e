import { readFileSync } from 'node:fs';
import { SaxesParser } from 'saxes';
import { expect } from 'vitest';
import { debate } from '../support/debates.ts';
import { Wire } from '../support/wire.ts';
import { journey } from './journey.ts';
import type { Person } from './person.ts';

interface Read {
	/** Name of the outermost element, with its attributes. */
	readonly root: { readonly name: string; readonly role: string };
	/** All words that stand in text elements, in reading order, blanks as one. */
	readonly words: string;
	readonly title: string;
	readonly desc: string;
}

/** Reads a drawing as XML; throws where it is not well formed. */
function read(svg: string): Read {
	const open: string[] = [];
	const parts = { text: '', title: '', desc: '' };
	let root = { name: '', role: '' };
	const parser = new SaxesParser();
	parser.on('opentag', ({ name, attributes }) => {
		if (open.length === 0) root = { name, role: String(attributes['role'] ?? '') };
		open.push(name);
		if (name === 'text' || name === 'tspan') parts.text += ' ';
	});
	parser.on('closetag', () => void open.pop());
	parser.on('text', (words) => {
		if (open.includes('text')) parts.text += words;
		else if (open.join(' ') === 'svg title') parts.title += words;
		else if (open.join(' ') === 'svg desc') parts.desc += words;
	});
	parser.write(svg).close();
	return { root, words: tidy(parts.text), title: tidy(parts.title), desc: tidy(parts.desc) };
}

function tidy(words: string): string {
	return words.replaceAll(/\s+/g, ' ').trim();
}

async function takeAway(person: Person): Promise<string> {
	await person.button('Take away').click();
	const [file] = await downloaded(person, 'Download SVG');
	return file.toString();
}

/** The file that comes of a button, and the name that it is given. */
async function downloaded(person: Person, button: string): Promise<[file: Buffer, name: string]> {
	const [download] = await Promise.all([person.page.waitForEvent('download'), person.button(button).click()]);
	return [readFileSync(await download.path()), download.suggestedFilename()];
}

journey('[J44] the drawing of the sample holds the words of every claim', async ({ person, server }) => {
	await person.goTo('/debates/turkic-states');
	await person.sees(person.map());
	const held = await (await Wire.enter(server.origin)).get('turkic-states');
	const { root, words, title, desc } = read(await takeAway(person));
	expect(root).toEqual({ name: 'svg', role: 'img' });
	expect(title).toBe(held.about.title);
	expect(desc).not.toBe('');
	const missing = [...held.items()].filter(
		(item) => item.kind === 'claim' && !words.includes(tidy(item.text))
	);
	expect(missing).toEqual([]);
});

journey('[J44] any words come through, and what looks like code stays words', async ({ person, given }) => {
	await given(debate('a', 'b', 'b>a'));
	const strange = '<script>alert("x")</script> & “Ынтымак” 突厥 لا';
	await person.card('a').dblclick();
	await person.press('Control+a');
	await person.write(strange);
	await person.press('Enter');
	const { words } = read(await takeAway(person));
	expect(words).toContain(strange);
	expect(words).toContain('because');
});

journey('[J44] an empty map says so instead', async ({ person, given }) => {
	await given(debate());
	await person.button('Take away').click();
	await person.sees(person.text('There is nothing to draw yet'));
});

journey('[J35] takes a branch as PNG at a chosen scale, and as SVG', async ({ person, given }) => {
	await given(debate('goal', 'way', 'toll', 'way>goal', 'toll-way'));
	await person.card('way').click();
	await person.button('Take away').click();
	await person.field('What').selectOption('branch');
	await person.field('Kind').selectOption('png');
	await person.field('Scale').fill('3');
	const shown = await person.page.getByText(/^\s*[\d,]+ × [\d,]+ pixels\s*$/).textContent();
	const [file, name] = await downloaded(person, 'Download PNG');
	expect(name).toBe('way.png');
	expect(file.toString('latin1', 1, 4)).toBe('PNG');
	const numbers = new Intl.NumberFormat('en');
	const [width, height] = [file.readUInt32BE(16), file.readUInt32BE(20)];
	expect(tidy(shown ?? '')).toBe(`${numbers.format(width)} × ${numbers.format(height)} pixels`);

	await person.field('Kind').selectOption('svg');
	const [text] = await downloaded(person, 'Download SVG');
	const { words } = read(text.toString());
	expect(words).toContain('toll');
	expect(words).not.toContain('goal');
});

journey('[J35] a picture that is too large says what fits, and takes it', async ({ person, given }) => {
	await given(debate('goal', 'way', 'toll', 'tax', 'fee', 'way>goal', 'toll>goal', 'tax-goal', 'fee>tax'));
	await person.sees(person.card('goal'));
	await person.button('Take away').click();
	await person.field('Kind').selectOption('png');
	await person.field('Scale').fill('20');
	await person.sees(person.page.getByRole('alert').filter({ hasText: 'Too large' }));
	expect(await person.button('Download PNG').isDisabled()).toBe(true);
	await person.button(/^Take [\d.]+$/).click();
	await person.misses(person.page.getByRole('alert'));
	const [file] = await downloaded(person, 'Download PNG');
	expect(file.readUInt32BE(16) * file.readUInt32BE(20)).toBeLessThanOrEqual(64_000_000);
});

journey(
	'[J35] says so where the browser forbids copying, and leaves the focus where it is',
	async ({ person, given }) => {
		await given(debate('goal', 'way', 'way>goal'));
		await person.sees(person.card('goal'));
		await person.page.evaluate(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
		await person.button('Take away').click();
		await person.sees(person.page.getByText(/2 cards, [\d,]+ × [\d,]+ pixels at 100 %/));
		for (const kind of ['png', 'svg']) {
			await person.field('Kind').selectOption(kind);
			const copy = person.button(`Copy ${kind.toUpperCase()}`);
			await copy.focus();
			await person.page.keyboard.press('Enter');
			await person.sees(person.page.getByRole('status').filter({ hasText: 'did not let it be copied' }));
			expect(await copy.evaluate((button) => button === document.activeElement)).toBe(true);
		}
	}
);
