import type { Locator, Page } from 'playwright-core';

/** Somebody at a browser: what a person sees, points at and types, by the words on the screen. */
export class Person {
	readonly page: Page;
	readonly #origin: string;
	/** Errors that a page threw or wrote down, unless they were foreseen. */
	readonly troubles: string[] = [];
	#foreseen: RegExp | null = null;

	constructor(page: Page, origin: string) {
		this.page = page;
		this.#origin = origin;
		this.#listen(page);
	}

	#listen(page: Page): void {
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

	async press(...keys: readonly string[]): Promise<void> {
		for (const key of keys) await this.page.keyboard.press(key);
	}

	async type(words: string): Promise<void> {
		await this.page.keyboard.type(words);
	}

	/** The card of the claim with these words, on the map. */
	card(words: string): Locator {
		return this.page.getByRole('group', { name: words, exact: true });
	}

	button(name: string | RegExp): Locator {
		return this.page.getByRole('button', { name, exact: true });
	}
}
