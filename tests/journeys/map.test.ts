import { describe, expect } from 'vitest';
import type { Argument } from '#lib/core/model/item.ts';
import { debate } from '../support/debates.ts';
import { journey } from './journey.ts';

describe('with the mouse', () => {
	journey(
		'[J1] types a claim, presses one button, types a reason: two cards and no dialog',
		async ({ person, given }) => {
			await given(debate());
			await person.button('Type the first claim').click();
			await person.write('Borders should be open');
			await person.press('Enter');
			await person.card('Borders should be open').hover();
			await person.button('because').click();
			await person.write('Trade grows');
			await person.press('Escape');
			await person.sees(person.inference('“Trade grows” supports “Borders should be open”'));
			expect(await person.page.getByRole('dialog').count()).toBe(0);
		}
	);

	journey(
		'[J2] adds a joined premise: one inference, unlike two separate reasons',
		async ({ person, given }) => {
			await given(debate('open', 'trade', 'trade>open'));
			await person.card('trade').click({ button: 'right' });
			await person.choose('Add a joined premise');
			await person.write('wealth');
			await person.press('Escape');
			await person.sees(person.inference('“trade” and “wealth” together support “open”'));
			await person.card('open').click();
			await person.button('because').click();
			await person.write('peace');
			await person.press('Escape');
			await person.sees(
				person.inference('“peace” supports “open”'),
				person.inference('“trade” and “wealth” together support “open”')
			);
		}
	);

	journey(
		'[J3] drops a reason on another, is asked, joins them; undo parts them again',
		async ({ person, given }) => {
			await given(debate('open', 'trade', 'peace', 'trade>open', 'peace>open'));
			await person.drag(person.card('peace'), person.card('trade'));
			await person.choose('Together with it');
			await person.sees(person.inference('“trade” and “peace” together support “open”'));
			await person.misses(person.inference('“peace” supports “open”'));
			await person.press('Control+z');
			await person.sees(
				person.inference('“trade” supports “open”'),
				person.inference('“peace” supports “open”')
			);
			await person.misses(person.inference('“trade” and “peace” together support “open”'));
		}
	);

	journey(
		'[J4] selects a join and objects: the objection points at the inference',
		async ({ person, given }) => {
			await given(debate('open', 'trade', 'wealth', 'trade+wealth>open'));
			await person.inference('“trade” and “wealth” together support “open”').click();
			await person.press('-');
			await person.write('only for a few');
			await person.press('Escape');
			await person.sees(
				person.inference('“only for a few” undercuts the step from “trade” and “wealth” to “open”')
			);
		}
	);

	journey(
		'[J5] uses a claim under two conclusions: one edit changes both, the badge says so',
		async ({ person, given }) => {
			await given(debate('open', 'trade', 'trade>open', 'union'));
			await person.drag(person.card('trade'), person.card('union'));
			await person.choose('Use it again, as a reason for it');
			await person.sees(person.card('trade').getByText('2 uses'));
			await person.card('trade').dblclick();
			await person.press('Control+a');
			await person.write('commerce');
			await person.press('Escape');
			await person.sees(
				person.inference('“commerce” supports “open”'),
				person.inference('“commerce” supports “union”')
			);
		}
	);

	journey(
		'[J6] lets two claims support each other: accepted, and the circle is marked',
		async ({ person, given }) => {
			await given(debate('open', 'trade', 'trade>open'));
			await person.drag(person.card('open'), person.card('trade'));
			await person.choose('Use it again, as a reason for it');
			await person.sees(person.inference('“open” supports “trade”'));
			for (const words of ['open', 'trade']) await person.sees(person.card(words).getByText('in a circle'));
		}
	);

	journey(
		'[J7] removes a branch: told what goes; undo brings it back, places too',
		async ({ person, given }) => {
			await given(
				debate(
					'open',
					'trade',
					'trade>open',
					'roads',
					'roads>trade',
					'e against roads',
					'peace',
					'peace>open'
				)
			);
			await person.drag(person.card('roads'), { x: 1000, y: 600 });
			const place = await person.card('roads').boundingBox();
			await person.card('trade').click({ button: 'right' });
			await person.choose('Remove');
			await person.sees(person.said('2 claims and 1 piece of evidence removed'));
			await person.misses(person.card('trade'), person.card('roads'));
			await person.button('Undo').first().click();
			await person.sees(person.inference('“roads” supports “trade”'));
			expect(await person.card('roads').boundingBox()).toEqual(place);
		}
	);

	journey('[J7] is asked before much goes, and may keep it', async ({ person, given }) => {
		const many = Array.from({ length: 12 }, (_, at) => [`r${at}`, `r${at}>trade`]).flat();
		await given(debate('open', 'trade', 'trade>open', ...many));
		await person.card('trade').click();
		await person.press('Delete');
		await person.sees(person.page.getByRole('alertdialog').getByText('13 claims'));
		await person.button('Keep it').click();
		await person.sees(person.card('trade'), person.card('r11'));
		await person.press('Delete');
		await person.page.getByRole('alertdialog').getByRole('button', { name: 'Remove' }).click();
		await person.misses(person.card('trade'), person.card('r11'));
	});

	journey(
		'[J8] marks a premise unstated: dashed, and listed under assumptions',
		async ({ person, given }) => {
			await given(debate('open', 'trade', 'trade>open'));
			await person.card('trade').click({ button: 'right' });
			await person.choose('Mark as unstated');
			await expect
				.poll(() => person.card('trade').evaluate((card) => getComputedStyle(card).borderStyle))
				.toContain('dashed');
			await person.press('Escape');
			await person.sees(person.text('1 assumption'));
		}
	);

	journey(
		'[J53] selects on the map what the outline has closed: it opens to it, and the focus stays on the map',
		async ({ person, given }) => {
			const many = Array.from({ length: 30 }, (_, at) => [`r${at}`, `r${at}>open`]).flat();
			await given(
				debate('open', ...many, 'trade', 'trade>open', 'roads', 'roads>trade', 'deep', 'deep>roads')
			);
			await person.sees(person.page.getByRole('treeitem', { name: /r3$/ }));
			const row = person.page.getByRole('treeitem', { name: /deep$/ });
			expect(await row.count()).toBe(0);
			await person.page.getByRole('combobox', { name: 'Search this debate' }).click();
			await person.type('deep');
			await person.press('Enter');
			await person.sees(row);
			expect(await row.getAttribute('aria-selected')).toBe('true');
			const [outline, line] = [person.page.getByRole('tree'), row];
			const [around, within] = [(await outline.boundingBox())!, (await line.boundingBox())!];
			expect(within.y).toBeGreaterThanOrEqual(around.y);
			expect(within.y + within.height).toBeLessThanOrEqual(around.y + around.height);
			expect(await person.card('deep').evaluate((card) => card === document.activeElement)).toBe(true);
		}
	);

	journey(
		'[J56] drags one of several selected cards: all move, or the same becomes of all, in one undo',
		async ({ person, given }) => {
			await given(debate('open', 'trade', 'peace', 'roads', 'trade>open', 'peace>open', 'roads>open'));
			const place = async (words: string) => (await person.card(words).boundingBox())!;
			await person.card('trade').click();
			await person.card('peace').click({ modifiers: ['Shift'] });
			const [trade, peace, roads] = [await place('trade'), await place('peace'), await place('roads')];
			const middle = { x: peace.x + peace.width / 2, y: peace.y + peace.height / 2 };
			const { mouse } = person.page;
			await mouse.move(middle.x, middle.y);
			await mouse.down();
			await mouse.move(middle.x + 40, middle.y + 200, { steps: 5 });
			const way = (now: typeof peace, before: typeof peace) =>
				[now.x - before.x, now.y - before.y].map(Math.round);
			const held = way(await place('peace'), peace);
			expect(held[1]).toBeGreaterThan(150);
			expect(way(await place('trade'), trade)).toEqual(held);
			await mouse.up();
			expect(way(await place('peace'), peace)).toEqual(held);
			// The pin makes a card higher, for which the one above makes room.
			const [aside, down] = way(await place('trade'), trade);
			expect(aside).toBe(held[0]);
			expect(Math.abs(down! - held[1]!)).toBeLessThanOrEqual(24);
			expect(await person.card('trade').getAttribute('aria-current')).toBe('true');
			await person.press('Control+z');
			const below = async () => way(await place('roads'), await place('trade'));
			await expect.poll(below).toEqual(way(roads, trade));
			expect(way(await place('peace'), await place('trade'))).toEqual(way(peace, trade));
			await person.drag(person.card('trade'), person.card('roads'));
			await person.choose('Together with it');
			const joined = person.inference('“roads” and “trade” and “peace” together support “open”');
			await person.sees(joined);
			await person.press('Control+z');
			await person.sees(
				person.inference('“trade” supports “open”'),
				person.inference('“peace” supports “open”')
			);
			await person.misses(joined);
		}
	);

	journey(
		'[J58] meets an argument without words: card and outline say what it is and invite to a title, which is given in the details',
		async ({ person, given }) => {
			const made = debate('open', 'trade', 'trade>open', 'x argues', 'y argues trade>open');
			for (const id of ['x', 'y']) made.set({ ...made.get(id)!, title: '' } as Argument);
			await given(made);
			const card = person.card('an argument without words');
			await person.sees(
				card.getByText('Give this argument a title…'),
				card.getByText('An argument for “open”'),
				person.page.getByRole('treeitem', { name: /Give this argument a title…$/ })
			);
			await card.getByText('Give this argument a title…').click();
			await person.field('Title').fill('From trade');
			await person.sees(person.card('From trade').getByText('From trade'));
			await person.misses(person.map().getByText('Give this argument a title…'));
		}
	);
});
