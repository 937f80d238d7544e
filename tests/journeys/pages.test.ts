import { AxeBuilder } from '@axe-core/playwright';
import { describe, expect } from 'vitest';
import { debate } from '../support/debates.ts';
import { journey } from './journey.ts';
import type { Person } from './person.ts';

/** What a machine can find: the rule that is broken, and where. */
async function faults({ page }: Person): Promise<string[]> {
	const { violations } = await new AxeBuilder({ page }).analyze();
	return violations.flatMap(({ id, help, nodes }) =>
		nodes.map(({ html, failureSummary }) => `${id}: ${help}\n${html}\n${failureSummary ?? ''}`)
	);
}

describe.each(['light', 'dark'] as const)('in %s colours', (colorScheme) => {
	journey('[J43] the home page has no fault that a machine can find', async ({ person }) => {
		await person.page.emulateMedia({ colorScheme });
		await person.goTo('/');
		await person.sees(person.page.getByRole('link', { name: /Central Asia/ }).first());
		expect(await faults(person)).toEqual([]);
	});

	journey('[J43] the sample debate has none, with a claim selected either', async ({ person }) => {
		await person.page.emulateMedia({ colorScheme });
		await person.goTo('/debates/turkic-states');
		await person.sees(person.map().getByRole('group').first());
		expect(await faults(person)).toEqual([]);
		await person.map().getByRole('group').first().click();
		await person.sees(person.button('Evidence for'));
		expect(await faults(person)).toEqual([]);
		await person.press('y', 'w');
		await person.text('How strong it is').click();
		await person.sees(person.text('Computed by'));
		expect(await faults(person)).toEqual([]);
		await person.button('Summary').click();
		await person.sees(person.text('How the debate stands'));
		expect(await faults(person)).toEqual([]);
	});

	journey('[J43] an empty debate has none', async ({ person, given }) => {
		await person.page.emulateMedia({ colorScheme });
		await given(debate());
		await person.sees(person.button('Type the first claim'));
		expect(await faults(person)).toEqual([]);
	});

	journey('[J43] a debate that is not there is told without any', async ({ person }) => {
		person.foresee(/404/);
		await person.page.emulateMedia({ colorScheme });
		await person.goTo('/debates/nowhere');
		await person.sees(person.page.getByRole('heading').first());
		expect(await faults(person)).toEqual([]);
	});
});
