import { AxeBuilder } from '@axe-core/playwright';
import { expect } from 'vitest';
import { debate } from '../support/debates.ts';
import { journey } from './journey.ts';
import type { Person } from './person.ts';

const REASONS = 2_000;
const many = Array.from({ length: REASONS }, (_, at) => [`r${at}`, `r${at}>open`]).flat();

/** What has the focus: a row by its words and whether it is wholly in view, or anything else by its name in HTML. */
function focus({ page }: Person): Promise<string> {
	return page.evaluate(() => {
		const row = document.activeElement!;
		const tree = row.closest('[role=tree]');
		if (row.role !== 'treeitem' || !tree) return row.localName;
		const [within, around] = [row.getBoundingClientRect(), tree.getBoundingClientRect()];
		const isInView = within.top >= around.top && within.bottom <= around.bottom;
		return `${row.getAttribute('title')}${isInView ? '' : ' out of view'}`;
	});
}

journey(
	'[J60] scrolls, types and selects in an outline of thousands of rows: few are on the page, and the focus stays',
	async ({ person, given }) => {
		await given(debate('open', ...many, 'deep', 'deep>r7'));
		const tree = person.page.getByRole('tree');
		const rows = tree.getByRole('treeitem');
		const at = () => expect.poll(() => focus(person));
		await person.sees(rows.first());
		expect(await rows.count()).toBeLessThan(80);
		expect(await tree.evaluate(({ scrollHeight }) => scrollHeight)).toBeGreaterThan(REASONS * 36);

		await rows.first().focus();
		await person.press('ArrowDown');
		await at().toBe('r0');
		await tree.hover();
		for (const way of [9_000, 30_000, -12_000]) await person.page.mouse.wheel(0, way);
		await at().toBe('r0 out of view');
		expect(await rows.count()).toBeLessThan(80);
		await person.press('ArrowDown');
		await at().toBe('r1');

		await person.press('End');
		await at().toBe(`r${REASONS - 1}`);
		const last = person.page.locator(':focus');
		for (const [name, value] of Object.entries({ level: 2, posinset: REASONS, setsize: REASONS }))
			expect(await last.getAttribute(`aria-${name}`)).toBe(String(value));
		await person.press('PageUp', 'PageDown');
		await at().toBe(`r${REASONS - 1}`);

		await person.type('r1234');
		await at().toBe('r1234');
		await person.press('Enter');
		await person.sees(person.map().locator('[aria-current=true]').and(person.card('r1234')));
		await at().toBe('r1234');
		expect(await last.getAttribute('aria-selected')).toBe('true');
		await person.press('F2');
		await person.type('reworded');
		await person.press('Enter');
		await at().toBe('reworded');

		await person.press('ArrowLeft');
		await at().toBe('open');
		await person.type('r7');
		await at().toBe('r7');
		await person.press('ArrowRight', 'ArrowRight');
		await at().toBe('deep');
		await rows.and(person.page.locator('[title=r7]')).locator('.turn').click();
		await at().toBe('r7');
		await person.press('Home', 'ArrowLeft');
		await at().toBe('open');
		expect(await rows.count()).toBe(1);
	}
);

journey('[J61] sees in the outline what only a circle holds, as on the map', async ({ person, given }) => {
	await given(debate('trade', 'peace', 'trade>peace', 'peace>trade'));
	const rows = person.page.getByRole('treeitem');
	await person.sees(person.card('trade'), person.card('peace'));
	await rows.nth(1).locator('.turn').click();
	await expect
		.poll(() => rows.evaluateAll((all) => all.map((row) => `${row.ariaLevel} ${row.getAttribute('title')}`)))
		.toEqual(['1 trade', '2 peace', '3 trade']);
	await person.sees(rows.nth(2).getByText('in a circle'));
	await person.card('peace').click();
	await expect.poll(() => rows.nth(1).getAttribute('aria-selected')).toBe('true');
	const { violations } = await new AxeBuilder({ page: person.page }).include('[role=tree]').analyze();
	expect(violations).toEqual([]);
});
