import type { Locator, Page } from 'playwright-core';

/** Somebody at a browser: what a person sees, points at and types, by the words on the screen. */
export class Person {
	readonly page: Page;
	/** Errors that a page threw or wrote down, unless they were foreseen. */
	readonly troubles: string[] = [];
	readonly #origin: string;
	#foreseen: RegExp | null = null;

	constructor(page: Page, origin: string) {
		this.page = page;
		this.#origin = origin;
		page.on('pageerror', (error) => this.#note(`${error.name}: ${error.message}`));
		page.on('console', (message) => {
			if (message.type() === 'error') this.#note(`${message.text()} (${message.location().url})`);
		});
	}

	#note(trouble: string): void {
		if (!this.#foreseen?.test(trouble)) this.troubles.push(trouble);
	}

	/** From now on, such errors are part of the story: a server that is away, for one. */
	foresee(trouble: RegExp): void {
		this.#foreseen = trouble;
	}

	async goTo(path: string): Promise<void> {
		await this.page.goto(new URL(path, this.#origin).href);
	}

	/** Another tab of the same browser. */
	async newTab(): Promise<Person> {
		return new Person(await this.page.context().newPage(), this.#origin);
	}

	/** Goes elsewhere, whatever the page says to that. */
	async leaves(): Promise<void> {
		this.page.once('dialog', (dialog) => void dialog.accept());
		await this.page.goto('about:blank');
	}

	async press(...keys: readonly string[]): Promise<void> {
		for (const key of keys) await this.page.keyboard.press(key);
	}

	/** Types into whatever has the focus. */
	async type(words: string): Promise<void> {
		await this.page.keyboard.type(words);
	}

	/** Types the words of the claim whose card is open for writing. */
	async write(words: string): Promise<void> {
		await this.page
			.getByRole('textbox', { name: 'Words of the claim' })
			.and(this.page.locator(':focus'))
			.waitFor();
		await this.type(words);
	}

	/** The card of the claim with these words, on the map. */
	card(words: string): Locator {
		return this.map().getByRole('group', { name: words, exact: true });
	}

	/** What stands for one inference on the map, called by what it says: `“a” supports “b”`. */
	inference(words: string): Locator {
		return this.card(words).first();
	}

	/** Waits until it can be seen. */
	async sees(...things: readonly Locator[]): Promise<void> {
		for (const thing of things) await thing.waitFor();
	}

	/** Waits until it can no longer be seen. */
	async misses(...things: readonly Locator[]): Promise<void> {
		for (const thing of things) await thing.waitFor({ state: 'hidden' });
	}

	button(name: string | RegExp): Locator {
		return this.page.getByRole('button', { name, exact: true });
	}

	/** What one can type into, by its label. */
	field(label: string): Locator {
		return this.page.getByLabel(label, { exact: true });
	}

	text(words: string): Locator {
		return this.page.getByText(words).first();
	}

	/** Tabs until this has the focus, as one does who uses no mouse. */
	async tabTo(thing: Locator): Promise<void> {
		for (let count = 0; count < 80; count++) {
			if (await thing.evaluate((element) => element === document.activeElement)) return;
			await this.press('Tab');
		}
		throw new Error('it cannot be reached with Tab');
	}

	/** Chooses from the menu that is open. */
	async choose(name: string): Promise<void> {
		await this.page.getByRole('menuitem', { name }).click();
	}

	/** Walks the menu that has just opened to an entry, and presses Enter. */
	async chooseByKey(name: string): Promise<void> {
		await this.page.locator('[role=menu]:focus, [role=menu] :focus').waitFor();
		const entry = this.page.getByRole('menuitem', { name });
		for (let count = 0; count < 20; count++) {
			if (await entry.evaluate((element) => element === document.activeElement)) return this.press('Enter');
			await this.press('ArrowDown');
		}
		throw new Error(`${name} cannot be reached with arrows`);
	}

	/** Drags something with the mouse onto something else, or to a place in the window, slowly enough to be seen. */
	async drag(what: Locator, onto: Locator | Point): Promise<void> {
		const from = await middle(what);
		const to = 'x' in onto ? onto : await middle(onto);
		await this.page.mouse.move(from.x, from.y);
		await this.page.mouse.down();
		await this.page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 5 });
		await this.page.mouse.move(to.x, to.y, { steps: 5 });
		await this.page.mouse.up();
	}

	/** What a screen reader adds to the name of something: its description. */
	async heard(thing: Locator): Promise<string> {
		return thing.evaluate((element) => {
			const ids = element.getAttribute('aria-describedby')?.split(' ') ?? [];
			return ids.map((id) => document.getElementById(id)?.textContent ?? '').join(' ');
		});
	}

	/** A sentence that the page says aloud by itself. */
	said(words: string | RegExp): Locator {
		return this.page.getByRole('status').filter({ hasText: words });
	}

	/** Waits until the page says that all is on the server's disk. */
	async saved(): Promise<void> {
		await this.said('Saved').waitFor();
	}

	/** The map of the debate. */
	map(): Locator {
		return this.page.getByRole('application', { name: 'Map of the debate' });
	}
}

interface Point {
	readonly x: number;
	readonly y: number;
}

async function middle(thing: Locator): Promise<Point> {
	const box = await thing.boundingBox();
	if (!box) throw new Error('it cannot be seen');
	return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}
