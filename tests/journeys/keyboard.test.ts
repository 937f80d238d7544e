import { describe, expect } from 'vitest';
import { debate } from '../support/debates.ts';
import { journey } from './journey.ts';
import type { Person } from './person.ts';

/** Tabs until the focus is on the map, as one does who cannot see it. */
async function reachMap(person: Person): Promise<void> {
	await person.sees(person.map());
	for (let count = 0; count < 40; count++) {
		if (await person.map().evaluate((map) => map.contains(document.activeElement))) return;
		await person.press('Tab');
	}
	throw new Error('the map cannot be reached with Tab');
}

/** Presses an arrow key and arrives at a card. */
async function walk(person: Person, key: string, words: string): Promise<void> {
	await person.press(key);
	await expect.poll(() => person.card(words).evaluate((card) => card === document.activeElement)).toBe(true);
}

describe('by keyboard alone', () => {
	journey('[J9] builds claim, reason, joined premise, objection and undercut', async ({ person, given }) => {
		await given(debate('open'));
		await reachMap(person);
		await person.press('+');
		await person.write('trade');
		await person.press('Escape', 'j');
		await person.write('wealth');
		await person.press('Escape', 'u');
		await person.write('only for a few');
		await person.press('Escape', 'ArrowUp', 'ArrowUp', '-');
		await person.write('crime');
		await person.press('Escape');
		await person.sees(
			person.inference('“trade” and “wealth” together support “open”'),
			person.inference('“only for a few” undercuts the step from “trade” and “wealth” to “open”'),
			person.inference('“crime” attacks “open”')
		);
	});

	journey(
		'[J1] types a claim, and with Tab a reason, Enter a sibling, Shift+Tab an objection',
		async ({ person, given }) => {
			await given(debate());
			await person.button('Type the first claim').press('Enter');
			await person.write('open');
			await person.press('Tab');
			await person.write('trade');
			await person.press('Enter');
			await person.write('peace');
			await person.press('Shift+Tab');
			await person.write('not always');
			await person.press('Escape');
			await person.sees(
				person.inference('“trade” supports “open”'),
				person.inference('“peace” supports “open”'),
				person.inference('“not always” attacks “peace”')
			);
		}
	);

	journey(
		'[J3] carries a reason to another, is asked, joins them; undo parts them again',
		async ({ person, given }) => {
			await given(debate('open', 'trade', 'peace', 'trade>open', 'peace>open'));
			await reachMap(person);
			await walk(person, 'ArrowDown', 'trade');
			await person.press('m');
			await walk(person, 'ArrowDown', 'peace');
			await person.press('Enter');
			await person.chooseByKey('Together with it');
			await person.sees(person.inference('“peace” and “trade” together support “open”'));
			await person.misses(person.inference('“trade” supports “open”'));
			await person.press('Control+z');
			await person.sees(
				person.inference('“trade” supports “open”'),
				person.inference('“peace” supports “open”')
			);
		}
	);

	journey(
		'[J2] joins a premise to a reason with j, and takes it out again with x',
		async ({ person, given }) => {
			await given(debate('open', 'trade', 'trade>open'));
			await reachMap(person);
			await walk(person, 'ArrowDown', 'trade');
			await person.press('j');
			await person.write('wealth');
			await person.press('Escape');
			await person.sees(person.inference('“trade” and “wealth” together support “open”'));
			await person.press('x');
			await person.sees(
				person.inference('“trade” supports “open”'),
				person.inference('“wealth” supports “open”')
			);
		}
	);

	journey(
		'[J4] objects to an inference with u: the objection points at the step',
		async ({ person, given }) => {
			await given(debate('open', 'trade', 'trade>open'));
			await reachMap(person);
			await walk(person, 'ArrowDown', 'trade');
			await person.press('u');
			await person.write('only for a few');
			await person.press('Escape');
			await person.sees(person.inference('“only for a few” undercuts the step from “trade” to “open”'));
		}
	);

	journey('[J5] uses a claim under two conclusions, and rewords it once', async ({ person, given }) => {
		await given(debate('open', 'trade', 'peace', 'trade>open', 'peace>open'));
		await reachMap(person);
		await walk(person, 'ArrowDown', 'trade');
		await person.press('m');
		await walk(person, 'ArrowDown', 'peace');
		await person.press('Enter');
		await person.chooseByKey('Use it again, as a reason for it');
		await person.sees(person.card('trade').getByText('2 uses'));
		await person.press('F2');
		await person.press('Control+a');
		await person.write('commerce');
		await person.press('Enter');
		await person.sees(
			person.inference('“commerce” supports “open”'),
			person.inference('“commerce” supports “peace”')
		);
	});

	journey('[J6] closes a circle of reasons, which is marked', async ({ person, given }) => {
		await given(debate('open', 'trade', 'trade>open'));
		await reachMap(person);
		await person.press('m');
		await walk(person, 'ArrowDown', 'trade');
		await person.press('Enter');
		await person.chooseByKey('Use it again, as a reason for it');
		await person.sees(person.card('trade').getByText('in a circle'));
	});

	journey('[J7] removes a branch, hears what went, and undoes it', async ({ person, given }) => {
		await given(debate('open', 'trade', 'trade>open', 'roads', 'roads>trade'));
		await reachMap(person);
		await walk(person, 'ArrowDown', 'trade');
		await person.press('Delete');
		await person.misses(person.card('trade'), person.card('roads'));
		await person.sees(person.said('2 claims removed'));
		await person.press('Control+z');
		await person.sees(person.inference('“roads” supports “trade”'));
		await person.press('Control+Shift+z');
		await person.misses(person.card('trade'));
	});

	journey('[J8] marks a premise unstated with s, and hears that it is', async ({ person, given }) => {
		await given(debate('open', 'trade', 'trade>open'));
		await reachMap(person);
		await walk(person, 'ArrowDown', 'trade');
		await person.press('s');
		await expect.poll(() => person.heard(person.card('trade'))).toContain('unstated');
		await person.press('s');
		await expect.poll(() => person.heard(person.card('trade'))).not.toContain('unstated');
	});

	journey(
		'[J54] asks for the keys: those of the clipboard and the search are named; the search is a command too',
		async ({ person, given }) => {
			await given(debate('open'));
			await reachMap(person);
			await person.press('?');
			const dialog = person.page.getByRole('dialog');
			for (const name of ['Copy with the branch', 'Cut with the branch', 'Search this debate', 'Undo'])
				await person.sees(dialog.getByText(name, { exact: true }));
			await person.press('Escape');
			await person.misses(dialog);
			await person.press('Control+k');
			await person.sees(person.page.getByRole('combobox', { name: 'All commands' }));
			await person.type('search');
			await person.press('Enter');
			const field = person.page.getByRole('combobox', { name: 'Search this debate' });
			await expect.poll(() => field.evaluate((input) => input === document.activeElement)).toBe(true);
		}
	);

	journey(
		'[J55] asks for all with Ctrl+A: the cards from map, outline and page, the words of a panel, of a field its own',
		async ({ person, given }) => {
			await given(debate('open', 'trade', 'trade>open'));
			const chosen = person.map().locator('[aria-roledescription=claim][aria-current]');
			const words = () => person.page.evaluate(() => String(getSelection()).replaceAll(/\s+/g, ' '));
			await reachMap(person);
			const row = person.page.getByRole('treeitem', { name: /open/ });
			for (const focus of [
				() => row.focus(),
				() => person.page.evaluate(() => (document.activeElement as HTMLElement).blur())
			]) {
				await person.card('open').click();
				await expect.poll(() => chosen.count()).toBe(1);
				await focus();
				await person.press('Control+a');
				await expect.poll(() => chosen.count()).toBe(2);
				expect(await words()).toBe('');
			}
			await person.card('open').click();
			const details = person.page.getByRole('complementary');
			await details.getByRole('button').first().focus();
			await person.press('Control+a');
			expect(await words()).toContain('What it says');
			expect(await words()).not.toContain('Verdicts');
			expect(await chosen.count()).toBe(1);
			const field = person.page.getByRole('combobox', { name: 'Search this debate' });
			await field.fill('roads');
			await person.press('Control+a');
			await person.type('trade');
			expect(await field.inputValue()).toBe('trade');
			expect(await chosen.count()).toBe(1);
		}
	);
});
