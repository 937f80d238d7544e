import { chromium, type Browser, type BrowserContext } from 'playwright-core';
import { expect, test, type TestContext } from 'vitest';
import { BROWSER_SWITCHES, browserPath } from '../support/browser.ts';
import type { Debate } from '#lib/core/model/debate.ts';
import { Wire } from '../support/wire.ts';
import { Host } from './host.ts';
import { Person } from './person.ts';

/**
 * Chromium, with a server and a database of its own for each file, and one person with a browser for each test.
 * `given` puts a debate there and lets the person open it.
 */
export const journey = test
	.extend('browser', { scope: 'file' }, async ({}, { onCleanup }) => {
		const browser = await chromium.launch({ executablePath: browserPath(), args: [...BROWSER_SWITCHES] });
		onCleanup(() => browser.close());
		return browser;
	})
	.extend('server', { scope: 'file' }, async ({}, { onCleanup }) => {
		const server = await Host.start();
		onCleanup(() => server.stop());
		return server;
	})
	.extend('person', async ({ browser, server, task }, { onCleanup }) => {
		const { person, leave } = await arrival(browser, server, task);
		onCleanup(leave);
		return person;
	})
	.extend('given', ({ person, server }) => async (debate: Debate) => {
		const id = await (await Wire.enter(server.origin)).put('A debate', debate);
		await person.goTo(`/debates/${id}`);
		return id;
	});

type Options = NonNullable<Parameters<Browser['newContext']>[0]>;

/** Somebody at a browser of their own. `leave` keeps a picture of a journey that failed, and tells of errors unseen. */
export async function arrival(
	browser: Browser,
	server: Host,
	task: TestContext['task'],
	options: Options = {}
): Promise<{ person: Person; leave: () => Promise<void> }> {
	const viewport = { width: 1440, height: 900 };
	const context = await browser.newContext({ viewport, reducedMotion: 'reduce', ...options });
	context.setDefaultTimeout(10_000);
	const person = new Person(await context.newPage(), server.origin);
	const leave = async () => {
		if (task.result?.errors?.length) await picture(context, task.name);
		await context.close();
		expect(person.troubles, 'errors in the page').toEqual([]);
	};
	return { person, leave };
}

async function picture(context: BrowserContext, title: string): Promise<void> {
	const name = title.replaceAll(/[^\w-]+/g, '-').slice(0, 80);
	for (const [at, page] of context.pages().entries())
		await page.screenshot({ path: `test-results/${name}-${at}.png` });
}
