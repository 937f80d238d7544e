/** `npm run portrait`: takes the picture of the program that the README shows, from the built program. */
import { chromium } from 'playwright-core';
import { BROWSER_SWITCHES, browserPath } from './support/browser.ts';
import { startServer } from './support/server.ts';

const FILE = 'static/argosy.png';

const server = await startServer();
const browser = await chromium.launch({ executablePath: browserPath(), args: [...BROWSER_SWITCHES] });
try {
	const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' });
	await page.goto(`${server.origin}/debates/turkic-states`);
	await page.getByRole('button', { name: 'Fit', exact: true }).click();
	await page.getByRole('button', { name: 'Why?' }).click();
	// What would turn the verdict is found last.
	await page.getByText('single changes that would turn it').waitFor();
	await page.screenshot({ path: FILE });
	console.log(`${FILE} shows the program as it is`);
} finally {
	await browser.close();
	await server.stop();
}
