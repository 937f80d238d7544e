import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { claim, evidence, premise, relation } from '#lib/core/model/make.ts';
import { Debate } from '#lib/core/model/debate.ts';
import { layout } from '#lib/draw/layout/layout.ts';
import { arrival, journey } from './journey.ts';
import type { Person } from './person.ts';

const WORDS: Readonly<Record<string, string>> = {
	top: 'Water that several countries share should be counted by all of them together',
	long: 'Интернационализация учёта водопользования требует доверия, которого пока нет',
	short: 'Meters are cheap',
	joined:
		'Counterrevolutionaries and telecommunications administrations disagree about it, as they do about every other undertaking',
	against: 'Every country counts differently, and says so',
	more: 'What is counted is argued about in every dry year, and forgotten in every other. '.repeat(4)
};

/** Reasons of every kind, with words that are long in themselves, words that do not fit, and a card with many marks. */
function water(): Debate {
	const debate = new Debate();
	for (const [id, text] of Object.entries(WORDS)) debate.set(claim({ id, text }));
	const bears = (id: string, sense: 'support' | 'attack', ...from: string[]) =>
		debate.set(relation({ id, sense, premises: from.map((one) => premise(one)), target: 'top' }));
	bears('r1', 'support', 'long', 'joined');
	bears('r2', 'support', 'short');
	bears('r3', 'attack', 'against', 'more');
	const again = { id: 'r4', sense: 'support', premises: [premise('top')], target: 'short' } as const;
	debate.set(relation(again));
	debate.set(relation({ ...again, id: 'r5', premises: [premise('short')], target: 'against' }));
	for (let at = 0; at < 22; at++)
		debate.set(
			evidence({ id: `e${at}`, target: 'short', bearing: at < 11 ? 'for' : 'against', text: 'Seen' })
		);
	return debate;
}

/** What of the map is not as it should be: words outside of their card, or the word of a line on a card. */
function faults(page: Page): Promise<string[]> {
	return page.evaluate(() => {
		const found: string[] = [];
		const cards = [...document.querySelectorAll<HTMLElement>('.card')];
		for (const card of cards) {
			const outer = card.getBoundingClientRect();
			const walker = document.createTreeWalker(card, NodeFilter.SHOW_TEXT);
			for (let text = walker.nextNode(); text; text = walker.nextNode()) {
				if (text.parentElement?.closest('.badge, .visually-hidden') || text.nodeValue?.trim() === '')
					continue;
				const range = document.createRange();
				range.selectNodeContents(text);
				const inner = range.getBoundingClientRect();
				const isIn =
					inner.left >= outer.left &&
					inner.right <= outer.right &&
					inner.top >= outer.top &&
					inner.bottom <= outer.bottom;
				if (!isIn) found.push(`${text.nodeValue} is not in its card`);
			}
		}
		for (const word of document.querySelectorAll('.label text')) {
			const inner = word.getBoundingClientRect();
			for (const card of cards) {
				const outer = card.getBoundingClientRect();
				const width = Math.min(inner.right, outer.right) - Math.max(inner.left, outer.left);
				const height = Math.min(inner.bottom, outer.bottom) - Math.max(inner.top, outer.top);
				// A text is as high as its tallest letter could be.
				if (width > 0 && height > inner.height / 4) found.push(`${word.textContent} lies on a card`);
			}
		}
		return found;
	});
}

/** The lines of the cards as they are printed, by their claims, and how far apart they are on screen. */
async function printed({ page }: Person): Promise<{ lines: Record<string, string[]>; step: number }> {
	await page.locator('.card[data-map="more"]').waitFor();
	return page.evaluate(() => {
		const lines = [...document.querySelectorAll<HTMLElement>('.card')].map((card) => [
			card.dataset['map']!,
			[...card.querySelectorAll('.words > span')].map((line) => line.textContent)
		]);
		const line = document.querySelector('.card[data-map="short"] .words > span')!;
		return {
			lines: Object.fromEntries(lines) as Record<string, string[]>,
			step: line.getBoundingClientRect().height
		};
	});
}

function measured(debate: Debate, text: number): Record<string, readonly string[]> {
	return Object.fromEntries([...layout(debate, { text }).cards.values()].map(({ id, lines }) => [id, lines]));
}

async function expectSize(person: Person, debate: Debate, text: number): Promise<void> {
	await expect.poll(async () => (await printed(person)).step).toBeCloseTo(21 * text, 0);
	expect((await printed(person)).lines).toEqual(measured(debate, text));
	// Lines were broken for this font: until it has come, another stands in.
	await person.page.evaluate(() => document.fonts.ready);
	expect(await faults(person.page)).toEqual([]);
}

/** A screen on which all of it has room, so that all of it is looked at. */
const reader = journey.extend('person', async ({ browser, server, task }, { onCleanup }) => {
	const { person, leave } = await arrival(browser, server, task, { viewport: { width: 3000, height: 2000 } });
	onCleanup(leave);
	return person;
});

/** As if the browser had been set to this size of text, in pixels. */
async function setFontSize(page: Page, standard: number): Promise<void> {
	const session = await page.context().newCDPSession(page);
	await session.send('Page.enable');
	await session.send('Page.setFontSizes', { fontSizes: { standard } });
}

async function choose({ page }: Person, percent: string): Promise<void> {
	await page.getByRole('combobox', { name: 'Text size' }).selectOption(percent);
}

describe('larger text', () => {
	reader('[L42] is chosen, seen at once, and there again', async ({ person, given }) => {
		const debate = water();
		await given(debate);
		for (const percent of [100, 150, 200, 125, 200]) {
			await choose(person, String(percent));
			await expectSize(person, debate, percent / 100);
		}
		await person.page.reload();
		await expectSize(person, debate, 2);
	});

	reader('[L42] is that of the browser, times what is chosen, as far as 200 %', async ({ person, given }) => {
		const debate = water();
		await setFontSize(person.page, 24);
		await given(debate);
		await expectSize(person, debate, 1.5);
		await choose(person, '200');
		await expectSize(person, debate, 2);
		const size = () => person.page.evaluate(() => getComputedStyle(document.documentElement).fontSize);
		expect(await size()).toBe('32px');
		await choose(person, '100');
		await setFontSize(person.page, 32);
		await expectSize(person, debate, 2);
	});

	reader('[L42] is that of words which are being written', async ({ person, given }) => {
		const debate = water();
		await given(debate);
		await choose(person, '200');
		await expectSize(person, debate, 2);
		const card = person.card(WORDS['joined']!);
		const before = (await card.boundingBox())!;
		await card.dblclick();
		const field = person.page.getByRole('textbox', { name: 'Words of the claim' });
		await person.sees(field);
		await expect.poll(async () => (await card.boundingBox())!.height).toBeCloseTo(before.height, 0);
		expect(await field.evaluate((area) => area.scrollWidth - area.clientWidth)).toBeLessThanOrEqual(0);
		await person.press('Escape');
		await expectSize(person, debate, 2);
	});
});

describe('on a phone', () => {
	const phone = journey.extend('person', async ({ browser, server, task }, { onCleanup }) => {
		const options = { viewport: { width: 360, height: 740 }, hasTouch: true };
		const { person, leave } = await arrival(browser, server, task, options);
		onCleanup(leave);
		await setFontSize(person.page, 32);
		return person;
	});

	phone('[L42] with text at 200 % nothing lies beside the page', async ({ person }) => {
		await person.goTo('/');
		await person.sees(person.page.getByRole('link', { name: /Central Asia/ }).first());
		expect(await beside(person.page)).toEqual([]);
		await person.goTo('/debates/turkic-states');
		await person.sees(person.map().getByRole('group').first());
		expect(await beside(person.page)).toEqual([]);
		await person.button('Details').click();
		await person.sees(person.field('What it says'));
		expect(await beside(person.page)).toEqual([]);
		await person.page.getByRole('complementary').getByRole('button', { name: 'Close' }).click();
		await person.button('More').click();
		await person.sees(person.button('Take away'));
		expect(await beside(person.page)).toEqual([]);
		await person.button('Take away').click();
		await person.sees(person.button('Download SVG'));
		expect(await beside(person.page)).toEqual([]);
	});
});

/** What one could press or read, and that lies to the left or to the right of the page. */
function beside(page: Page): Promise<string[]> {
	return page.evaluate(() =>
		[...document.querySelectorAll('button, a, input, select, p, h1, h2, h3, li')]
			.filter((thing) => !thing.closest('.svelte-flow, .visually-hidden') && thing.checkVisibility())
			.filter((thing) => getComputedStyle(thing).clipPath === 'none')
			.filter((thing) => {
				const { left, right } = thing.getBoundingClientRect();
				return left < -1 || right > innerWidth + 1;
			})
			.map((thing) => `${thing.tagName} ${thing.textContent?.trim()}`)
	);
}
