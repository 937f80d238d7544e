import type { Step } from '#lib/core/edit/step.ts';
import type { Id } from '#lib/core/model/item.ts';
import { bridge } from './bridge.ts';
import { Build } from './build.ts';
import { integration } from './integration.ts';
import { multiVector } from './multiVector.ts';
import { address } from './sources.ts';
import { trends } from './trends.ts';

const TITLE = 'Central Asia and the Organization of Turkic States';
const SUMMARY =
	'Does the Organization of Turkic States matter more and more for Central Asia? Three reasons say so, three trends stand behind them, and each is contested. Quotations come from an address of November 2024; claims without a source are there to be argued about.';

/** The worked debate that a new Argosy opens with. */
export function sample(): { id: Id; steps: Step[] } {
	const build = new Build().add(address);
	build.claim('contention', 'The Organization of Turkic States matters more and more for Central Asia.');
	integration(build);
	bridge(build);
	multiVector(build);
	trends(build);
	build
		.claim('not-binding', 'The OTS can recommend, but it cannot bind its members.')
		.but('contention', 'not-binding')
		.claim('dialogue', 'Cooperation can gain weight through regular dialogue before it has binding rules.')
		.but('not-binding', 'dialogue');
	return { id: 'turkic-states', steps: build.steps(TITLE, SUMMARY) };
}
