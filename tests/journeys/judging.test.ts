import { expect } from 'vitest';
import { Host } from './host.ts';
import { arrival, journey } from './journey.ts';
import type { Person } from './person.ts';

/** A server where everybody who comes is somebody else. */
const shared = journey.extend('server', { scope: 'file' }, async ({}, { onCleanup }) => {
	const server = await Host.start(true);
	onCleanup(() => server.stop());
	return server;
});

/** Puts the slider of a question somewhere, and answers. */
async function answers(person: Person, question: string, percent: number): Promise<void> {
	await person.field(question).fill(String(percent));
	await person.button(new RegExp(`^(Answer|Change to|Answer anew:) ${percent} %$`)).click();
}

const LIKELY = 'How likely is it?';
const CARRIES = 'If the premises hold, how far does it carry?';

shared(
	'[J22] rates truth, strength of inference and verdict apart; what others answered is hidden until the answer is given',
	async ({ browser, server, task, person }) => {
		await person.goTo('/');
		await person.field('What is the debate about?').fill('open');
		await person.press('Enter');
		await person.card('open').click();
		await person.press('+');
		await person.write('trade');
		await person.press('Escape');
		await person.card('open').click();
		await person.text('Judge for yourself').click();
		await answers(person, LIKELY, 80);
		await person.sees(person.text('Your answer: 80 %.'), person.text('Nobody else has answered yet.'));
		await person.page
			.getByRole('group', { name: 'Your verdict' })
			.getByRole('button', { name: 'stands' })
			.click();
		await person.sees(person.text('Your answer: stands.'));
		await person.inference('“trade” supports “open”').click();
		await answers(person, CARRIES, 30);
		await person.sees(person.text('Your answer: 30 %.'));
		await person.button('Share').click();
		await person.button('Get the link').first().click();
		const link = await person.page.getByRole('textbox', { name: 'Link to read' }).inputValue();
		await person.press('Escape');

		const { person: other, leave } = await arrival(browser, server, task);
		await other.goTo(new URL(link).pathname);
		await other.card('open').click();
		await other.text('Judge for yourself').click();
		await other.sees(other.field(LIKELY), other.text('What others answered is shown once you have.'));
		expect(await other.page.getByText(/people answered|Nobody else/).count()).toBe(0);
		await answers(other, LIKELY, 40);
		const spread = other.page.getByRole('img', {
			name: 'How the answers are spread: 40 to 50 %: 1, yours among them, 80 to 90 %: 1'
		});
		await other.sees(spread, other.text('2 people answered, 60 % on average.'));
		expect(await other.page.getByText(/people answered|Nobody else/).count()).toBe(1);
		await other.inference('“trade” supports “open”').click();
		await other.sees(other.field(CARRIES));
		expect(await other.page.getByText(/people answered|Nobody else/).count()).toBe(0);

		await person.card('open').click();
		await person.field('What it says').fill('every border open');
		await person.sees(
			person.text('You answered 80 %, of an earlier wording.'),
			person.text('You answered stands, of an earlier wording.')
		);
		await answers(person, LIKELY, 90);
		await person.sees(
			person.text(
				'Nobody else has answered yet. One more answer is about an earlier wording and not counted.'
			)
		);
		await other.page.reload();
		await other.card('every border open').click();
		await other.text('Judge for yourself').click();
		await other.sees(other.text('You answered 40 %, of an earlier wording.'));
		expect(await spread.count()).toBe(0);
		await answers(other, LIKELY, 50);
		await other.sees(other.text('2 people answered, 70 % on average.'));
		await other.button('Take it back').click();
		await other.misses(other.text('2 people answered'));
		await leave();
	}
);

shared('[J22] by keyboard alone, and strengths that begin from what people answered', async ({ person }) => {
	await person.goTo('/');
	await person.field('What is the debate about?').fill('open');
	await person.press('Enter');
	await person.sees(person.card('open'));
	await person.saved();
	const title = person.page.locator('summary', { hasText: 'Judge for yourself' });
	await person.card('open').click();
	await person.tabTo(title);
	await person.press('Enter');
	await person.tabTo(person.field(LIKELY));
	await person.press('End', 'ArrowLeft', 'ArrowLeft', 'Tab', 'Enter');
	await person.sees(person.text('Your answer: 90 %.'));
	await expect
		.poll(() => person.field(LIKELY).evaluate((slider) => slider === document.activeElement))
		.toBe(true);
	await person.tabTo(person.button('Take it back'));
	await person.press('Enter');
	await person.misses(person.text('Your answer: 90 %.'));
	await person.press('ArrowRight', 'End', 'ArrowLeft', 'ArrowLeft', 'Tab', 'Enter');
	await person.sees(person.text('Your answer: 90 %.'));
	await person.button('Why?').click();
	await person.text('How strong it is').click();
	await person.sees(person.text('0.75 of 1'));
	await person.page.getByRole('switch', { name: 'Begin from what people answered' }).check();
	await person.sees(
		person.said('One claim begins from how likely people answered it is'),
		person.text('0.90 of 1')
	);
});
