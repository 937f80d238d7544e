import type { Locator } from 'playwright-core';
import { expect } from 'vitest';
import { arrival, journey } from './journey.ts';

const phone = journey.extend('person', async ({ browser, server, task }, { onCleanup }) => {
	const options = { viewport: { width: 360, height: 740 }, hasTouch: true };
	const { person, leave } = await arrival(browser, server, task, options);
	onCleanup(leave);
	await person.goTo('/debates/turkic-states');
	await person.sees(person.map());
	return person;
});

/** Where it begins and ends, from left to right and from the top down. */
async function extent(thing: Locator) {
	const { x, y, width, height } = (await thing.boundingBox())!;
	return { left: x, right: x + width, top: y, bottom: y + height };
}

phone('[J51] outline, details, search and all acts are within the page', async ({ person }) => {
	const bar = person.page.getByRole('banner');
	for (const button of await bar.getByRole('button').all())
		if (await button.isVisible()) expect((await extent(button)).right).toBeLessThanOrEqual(360);
	await bar.getByRole('button', { name: 'More' }).click();
	await bar.getByRole('button', { name: 'Take away' }).click();
	await person.sees(person.button('Download SVG'));
	await person.press('Escape');
	await bar.getByRole('button', { name: 'Details' }).click();
	await person.sees(person.field('What it says'));
	await person.page.getByRole('complementary').getByRole('button', { name: 'Close' }).click();
	await person.page.getByRole('combobox', { name: 'Search this debate' }).click();
	await person.type('recommend');
	const hits = await extent(person.page.getByRole('listbox'));
	expect(hits.left).toBeGreaterThanOrEqual(0);
	expect(hits.right).toBeLessThanOrEqual(360);
	await person.press('Enter');
	const card = person.card('The OTS can recommend, but it cannot bind its members.');
	await expect.poll(() => card.evaluate((element) => element === document.activeElement)).toBe(true);
});

phone('[J51] zoom, verdicts and summary lie below the map, not over it', async ({ person }) => {
	const map = await extent(person.map());
	for (const name of ['Zoom in', 'Fit', 'Verdicts', 'Summary']) {
		const button = await extent(person.button(name));
		expect(button.top).toBeGreaterThanOrEqual(map.bottom);
		expect(button.right).toBeLessThanOrEqual(360);
	}
});

phone(
	'[J57] rests a finger on a card: its menu opens and stays; a tap or a finger that moves opens none',
	async ({ person }) => {
		const { page } = person;
		// As on iOS, where no such press makes a context menu.
		await page.evaluate(() =>
			addEventListener('contextmenu', (event) => event.stopImmediatePropagation(), { capture: true })
		);
		const touch = await page.context().newCDPSession(page);
		const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', at?: { x: number; y: number }) =>
			touch.send('Input.dispatchTouchEvent', { type, touchPoints: at ? [at] : [] });
		const card = person.map().locator('[aria-roledescription=claim]').first();
		const { x, y, width } = (await card.boundingBox())!;
		const at = { x: x + width / 2, y: y + 20 };
		const menu = page.getByRole('menu');

		await send('touchStart', at);
		await send('touchEnd');
		await page.waitForTimeout(700);
		expect(await menu.count()).toBe(0);

		await send('touchStart', at);
		await send('touchMove', { x: at.x + 30, y: at.y + 30 });
		await page.waitForTimeout(700);
		await send('touchEnd');
		expect(await menu.count()).toBe(0);

		const now = (await card.boundingBox())!;
		await send('touchStart', { x: now.x + now.width / 2, y: now.y + 20 });
		await person.sees(menu);
		await send('touchEnd');
		await page.waitForTimeout(300);
		await menu.getByRole('menuitem', { name: 'Add a reason' }).tap();
		await person.write('It is so');
	}
);
