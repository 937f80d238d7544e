import { expect } from 'vitest';
import { debate } from '../support/debates.ts';
import { journey } from './journey.ts';

journey(
	'[J46] draws a counterclaim and sees at once what it does: marks on cards, in the outline, and a line that carries no more',
	async ({ person, given }) => {
		await given(debate('open', 'trade', 'trade>open'));
		const mark = (words: string, standing: string) =>
			person.card(words).getByRole('button', { name: standing, exact: true });
		await person.sees(mark('open', 'stands'), mark('trade', 'stands'));
		await person.card('trade').click();
		await person.press('-');
		await person.write('crime');
		await person.press('Escape');
		await person.sees(mark('open', 'falls'), mark('trade', 'falls'), mark('crime', 'stands'));
		await expect.poll(() => person.heard(person.inference('“trade” supports “open”'))).toContain('no longer');
		await person.sees(person.page.getByRole('treeitem', { name: 'falls: open' }));
		await person.press('Control+z');
		await person.sees(mark('open', 'stands'));
	}
);

journey(
	'[J47] hides all verdicts for a class that should judge first; the browser remembers it',
	async ({ person, given }) => {
		await given(debate('open', 'trade', 'trade>open'));
		const marks = person.map().getByRole('button', { name: 'stands', exact: true });
		await person.sees(marks.first());
		await person.button('Verdicts').click();
		await expect.poll(() => marks.count()).toBe(0);
		await person.page.reload();
		await person.sees(person.card('open'));
		await expect.poll(() => person.button('Verdicts').getAttribute('aria-pressed')).toBe('false');
		expect(await marks.count()).toBe(0);
		await person.card('open').click();
		await person.press('v');
		await expect.poll(() => marks.count()).toBe(2);
	}
);

journey(
	'[J21] opens "why": steps that name each reason and undercut, light up on the map, and lead there by key; a what-if updates and resets',
	async ({ person, given }) => {
		const words = ['open', 'trade', 'r:trade>open', 'crime', 'o:crime-open', 'rare', 'rare-(o)'];
		await given(debate(...words));
		const mark = (card: string, standing: string) =>
			person.card(card).getByRole('button', { name: standing, exact: true });
		await person.card('open').click();
		await person.press('y');
		await person.sees(
			person.page.getByRole('heading', { name: 'It stands: every objection to it fails.' }),
			person.text('The objection “crime” fails, because “rare” undercuts that step.'),
			person.text('One new objection to it would leave it open.')
		);
		const step = person.page.getByRole('button', { name: /^but “crime”/ });
		await person.button('What makes it so: but “crime”').click();
		const deeper = person.page.getByRole('button', { name: /^that “crime” attacks “open”/ });
		await person.sees(person.page.getByRole('button', { name: /^because “trade”/ }), step, deeper);
		await step.focus();
		await expect.poll(() => person.map().locator('.lit[data-line=o]').count()).toBeGreaterThan(0);
		await person.button('What makes it so: that “crime” attacks “open”').click();
		const undercut = person.page.getByRole('button', { name: /^but “rare”/ });
		await undercut.focus();
		await person.press('Enter');
		await expect
			.poll(() => person.inference('“rare” undercuts the step from “crime” to “open”').getAttribute('class'))
			.toContain('selected');

		await person.card('rare').click();
		await person.page.getByText('it does not', { exact: true }).click();
		await person.sees(mark('rare', 'supposed to fall'), mark('open', 'open'));
		await person.sees(person.said('One thing is only supposed.'));
		await person.card('trade').click();
		await person.press('w');
		await person.sees(mark('open', 'falls'), person.said('2 things are only supposed.'));
		await person.button('Reset').click();
		await person.sees(mark('open', 'stands'), mark('rare', 'stands'));
		await expect.poll(() => person.said('only supposed').count()).toBe(0);
	}
);

journey(
	'[J48] sums up the debate: what stands, what is open and on what it hangs, what lacks a source or a reply; each leads to its card',
	async ({ person, given }) => {
		await given(
			debate('open', 'trade', 'trade>open', 'roads', 'roads>trade', 'crime', 'crime-trade', 'e for roads')
		);
		await person.sees(person.card('open'));
		await person.button('Summary').click();
		await person.sees(
			person.text('2 claims are open'),
			person.text('2 claims stand'),
			person.text('4 claims without a source'),
			person.text('3 claims without a reply'),
			person.page.getByRole('button', { name: 'open (it depends on something open)' })
		);
		await expect
			.poll(() => person.page.evaluate(() => document.activeElement?.textContent))
			.toBe('How the debate stands');
		const knot = person.page.getByRole('button', { name: 'trade', exact: true });
		await person.tabTo(knot);
		await person.press('Enter');
		await expect
			.poll(() => person.card('trade').evaluate((card) => card === document.activeElement))
			.toBe(true);
		await person.press('y', 'Tab', 'Tab', 'Escape');
		await expect
			.poll(() => person.card('trade').evaluate((card) => card === document.activeElement))
			.toBe(true);
	}
);

journey(
	'[J49] asks how a claim is judged and how strong it is: a standard turns the verdict, and each reason says what it adds',
	async ({ person, given }) => {
		await given(debate('open', 'trade', 'trade>open', 'crime', 'crime-open'));
		const mark = (standing: string) =>
			person.card('open').getByRole('button', { name: standing, exact: true });
		await person.card('open').click();
		await person.sees(mark('open'));
		await person.press('y');
		await person.text('How it is judged').click();
		await person.field('Where reasons hold on both sides').selectOption('strict');
		await person.sees(mark('falls'));
		await person.text('How strong it is').click();
		await person.sees(person.text('0.50 of 1'), person.text('+0.38'), person.text('-0.38'));
		await person.field('Computed by').selectOption('Quadratic Energy');
		await person.sees(person.text('+0.18'));
	}
);

journey(
	'[J50] looks for the positions that one can take: one alternative at a time on the map, and back to the verdict',
	async ({ person, given }) => {
		await given(debate('open', 'trade', 'crime', 'trade-crime', 'crime-trade', 'trade>open'));
		const mark = (words: string, standing: string) =>
			person.card(words).getByRole('button', { name: standing, exact: true });
		await person.sees(mark('open', 'open'));
		await person.button('Summary').click();
		await person.text('Positions that one can take').click();
		await person.button('Look for positions').click();
		await person.sees(person.said('One dispute.'), person.text('(stands in 1 of 2)'));
		await person.field('position 1').check();
		await expect.poll(() => mark('open', 'open').count()).toBe(0);
		await person.sees(person.said('One position of several is shown.'));
		const first = await mark('trade', 'stands').count();
		await person.field('position 2').check();
		await expect.poll(() => mark('trade', 'stands').count()).toBe(1 - first);
		await person.card('trade').click();
		await person.sees(person.text('That is the verdict, not the position'));
		expect(await mark('trade', 'stands').count()).toBe(1 - first);
		await person.button('Show the verdict').click();
		await person.sees(mark('open', 'open'), mark('trade', 'open'));
		await person.button('Summary').click();
		await person.field('A position settles').selectOption('stable');
		await person.button('Look for positions').click();
		await person.sees(person.said('One dispute.'));
	}
);

journey(
	'[J52] supposes and is told something: neither lies over the other on a wide, a narrow or a small page',
	async ({ person, given }) => {
		const id = await given(debate('open', 'trade', 'trade>open'));
		for (const width of [1440, 1024, 360]) {
			await person.page.setViewportSize({ width, height: 740 });
			await person.goTo(`/debates/${id}`);
			await person.card('trade').click();
			await person.press('w', 'Control+c');
			const [supposed, told] = [person.said('One thing is only supposed.'), person.said('Copied with')];
			await person.sees(supposed, told);
			const [above, below] = [(await told.boundingBox())!, (await supposed.boundingBox())!];
			expect(above.y + above.height).toBeLessThanOrEqual(below.y);
			const controls = await person.button('Zoom in').boundingBox();
			expect(below.y + below.height).toBeLessThanOrEqual(controls!.y);
			for (const { x, width: wide } of [above, below]) expect(x + wide).toBeLessThanOrEqual(width);
		}
	}
);

journey(
	'[J59] sees the map from afar in the colours of the theme, light and dark',
	async ({ person, given }) => {
		await given(debate('open', 'trade', 'trade>open'));
		await person.sees(person.card('open'));
		const painted = () =>
			person.map().evaluate((map) => {
				const canvas = map.querySelector('canvas')!;
				const { width, height } = canvas;
				const { data } = canvas.getContext('2d')!.getImageData(0, 0, width, height);
				const found = new Set<string>();
				for (let at = 0; at < data.length; at += 4)
					if (data[at + 3] === 255) found.add(`rgb(${data[at]}, ${data[at + 1]}, ${data[at + 2]})`);
				return [...found];
			});
		const asked = (name: string) =>
			person.page.evaluate((token) => {
				const probe = document.body.appendChild(document.createElement('i'));
				probe.style.color = `var(--${token})`;
				const { color } = getComputedStyle(probe);
				probe.remove();
				return color;
			}, name);
		for (const theme of ['light', 'dark']) {
			await person.page.getByRole('combobox', { name: 'Colours' }).selectOption(theme);
			for (let count = 0; count < 6; count++) await person.button('Zoom out').click();
			for (const name of ['surface', 'stands']) await expect.poll(painted).toContain(await asked(name));
			await person.button('Fit').click();
		}
		expect(await asked('surface')).toBe('rgb(33, 36, 41)');
	}
);
