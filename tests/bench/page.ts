import { gzipSync } from 'node:zlib';
import { chromium, type Page } from 'playwright-core';
import { apply } from '#lib/core/edit/apply.ts';
import { Debate } from '#lib/core/model/debate.ts';
import { claim, premise, relation } from '#lib/core/model/make.ts';
import { after } from '#lib/core/model/order.ts';
import { inMs, median, type Bench } from '../support/bench.ts';
import { BROWSER_SWITCHES, browserPath } from '../support/browser.ts';
import { startServer } from '../support/server.ts';
import { Wire } from '../support/wire.ts';

/** A fresh browser at a fresh server. */
async function visit<T>(work: (page: Page, origin: string) => Promise<T>): Promise<T> {
	const server = await startServer();
	const browser = await chromium.launch({ executablePath: browserPath(), args: [...BROWSER_SWITCHES] });
	try {
		const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
		return await work(page, server.origin);
	} finally {
		await browser.close();
		await server.stop();
	}
}

/** The scripts that a page loads, each compressed by itself as it is sent, in kB. */
async function scripts(page: Page, address: string): Promise<number> {
	let size = 0;
	const seen: Promise<void>[] = [];
	page.on('response', (response) => {
		if (!new URL(response.url()).pathname.endsWith('.js')) return;
		seen.push(response.body().then((body) => void (size += gzipSync(body).length)));
	});
	await page.goto(address, { waitUntil: 'networkidle' });
	await Promise.all(seen);
	return size / 1_000;
}

const CARD = '[role="group"][aria-roledescription="claim"]';

/** From the beginning of the navigation until the first card can be chosen. */
async function editable(page: Page, address: string): Promise<number> {
	await page.goto('about:blank');
	await page.goto(address, { waitUntil: 'commit' });
	return page.evaluate(
		(card) =>
			new Promise<number>((resolve) => {
				const look = () =>
					document.querySelector(card) ? resolve(performance.now()) : requestAnimationFrame(look);
				look();
			}),
		CARD
	);
}

/** 300 claims that all stand open on the map: 20 to begin with, and 14 reasons for and against each. */
function wide(): Debate {
	const debate = new Debate();
	const orders = after(null, 20);
	for (let at = 0; at < 300; at++) {
		const [root, nth] = [Math.floor(at / 15), at % 15];
		const text = `Claim ${at}: trade, transport and shared institutions bring neighbours closer`;
		const order = orders[nth === 0 ? root : nth]!;
		apply(debate, [{ do: 'add', item: claim({ id: `c${at}`, text, order }) }]);
		if (nth === 0) continue;
		const sense = at % 4 === 0 ? 'attack' : 'support';
		const fields = { id: `r${at}`, sense, premises: [premise(`c${at}`)], order } as const;
		apply(debate, [{ do: 'add', item: relation({ ...fields, target: `c${root * 15}` }) }]);
	}
	return debate;
}

/** The middle of a card that is wholly in the window. */
async function inView(page: Page): Promise<{ x: number; y: number }> {
	return page.evaluate((card) => {
		for (const element of document.querySelectorAll(card)) {
			const { left, top, right, bottom } = element.getBoundingClientRect();
			const isOnMap = left > 290 && right < 1070 && top > 60 && bottom < 830;
			if (isOnMap) return { x: (left + right) / 2, y: (top + bottom) / 2 };
		}
		throw new Error('no card is in view');
	}, CARD);
}

/** The longest task of the page's main thread while `work` is done, in ms; 0 where none is over 50 ms. */
async function longest(page: Page, work: () => Promise<void>): Promise<number> {
	await page.evaluate(() => {
		const tasks: number[] = [];
		new PerformanceObserver((list) => {
			for (const { duration } of list.getEntries()) tasks.push(duration);
		}).observe({ type: 'longtask' });
		Object.assign(globalThis, { tasks });
	});
	await work();
	await page.waitForTimeout(300);
	return page.evaluate(() => Math.max(0, ...(globalThis as unknown as { tasks: number[] }).tasks));
}

/** What is done, and the key that shows the map as suits it: `0` all of it, `1` at life size. */
const DOINGS: readonly (readonly [name: string, key: '0' | '1', work: (page: Page) => Promise<void>])[] = [
	[
		'pan',
		'0',
		async (page) => {
			for (let count = 0; count < 30; count++) await page.mouse.wheel(count < 15 ? 60 : -60, 30);
		}
	],
	[
		'zoom',
		'0',
		async (page) => {
			await page.keyboard.down('Control');
			for (let count = 0; count < 20; count++) await page.mouse.wheel(0, count < 10 ? 80 : -80);
			await page.keyboard.up('Control');
		}
	],
	[
		'drag',
		'1',
		async (page) => {
			const { x, y } = await inView(page);
			await page.mouse.move(x, y);
			await page.mouse.down();
			await page.mouse.move(x + 150, y - 60, { steps: 30 });
			await page.mouse.up();
			await page.keyboard.press('Escape');
		}
	],
	[
		'edit',
		'1',
		async (page) => {
			const { x, y } = await inView(page);
			await page.mouse.dblclick(x, y);
			await page.getByRole('textbox', { name: 'Words of the claim' }).waitFor();
			await page.keyboard.type(' and words are added one by one', { delay: 30 });
			await page.keyboard.press('Escape');
		}
	]
];

export const benches: Bench[] = [
	...(['editor', 'home page'] as const).map((place) => ({
		name: `JS sent for the ${place}, gzip`,
		reach: place === 'editor' ? '250 kB' : '60 kB',
		run: () =>
			visit(async (page, origin) => {
				const path = place === 'editor' ? '/debates/turkic-states' : '/';
				return { figure: `${Math.round(await scripts(page, origin + path))} kB` };
			})
	})),
	{
		name: 'sample debate: navigation to editable, local server',
		reach: '700 ms',
		run: () =>
			visit(async (page, origin) => ({
				figure: inMs(await median(5, () => editable(page, `${origin}/debates/turkic-states`)))
			}))
	},
	{
		name: '300 claims on the map: longest task',
		reach: 'none over 50 ms',
		run: () =>
			visit(async (page, origin) => {
				const id = await (await Wire.enter(origin)).put('300 claims', wide());
				await editable(page, `${origin}/debates/${id}`);
				const figures: string[] = [];
				for (const [name, key, work] of DOINGS) {
					const task = await median(3, async () => {
						await page.locator(CARD).first().focus();
						await page.keyboard.press(key);
						await page.waitForTimeout(1_000);
						await page.mouse.move(720, 450);
						return longest(page, () => work(page));
					});
					figures.push(`${name} ${task === 0 ? 'none' : inMs(task)}`);
				}
				return { figure: figures.join(', ') };
			})
	}
];
