import { Build } from './build.ts';
import { nakhchivan, oneVoice, treatyText } from './sources.ts';

/** The second central claim: open, since reasons on both sides hold; a reply to its main objection falls. */
export function bridge(build: Build): void {
	build
		.add(nakhchivan)
		.claim('bridge', 'The OTS helps Central Asia to become a bridge between East and West.')
		.because('contention', 'bridge')
		.evidence('bridge-for', 'for', 'bridge', {
			text: 'The OTS is uniquely positioned to capitalize on this momentum, fostering economic partnerships in trade and transport.',
			source: 'address',
			credibility: oneVoice
		})
		.evidence('bridge-against', 'against', 'bridge', {
			text: 'For decades, the region has been dismissed as a remote and landlocked backwater.',
			source: 'address',
			credibility: oneVoice
		})
		.claim('route', 'Its members lie along a route from Central Asia across the Caspian Sea to the West.')
		.claim('forum', 'States that share a forum agree on transport more easily.', true)
		.because('bridge', 'corridors', 'route', 'forum')
		.evidence('route-for', 'for', 'route', {
			form: 'finding',
			text: 'Azerbaijan, Kazakhstan, Kyrgyzstan and Turkey founded the council that became the OTS.',
			source: 'nakhchivan',
			credibility: treatyText
		})
		.claim('azerbaijan', 'Azerbaijan is pivotal for linking Central Asia with the West.')
		.because('route', 'azerbaijan')
		.evidence('azerbaijan-for', 'for', 'azerbaijan', {
			text: 'Azerbaijan, in particular, was singled out as pivotal to this transformation.',
			source: 'address',
			credibility: oneVoice
		})
		.claim('bilateral', 'Transport deals are mostly made between two states, forum or no forum.')
		.but(Build.relation('bridge', 'corridors'), 'bilateral')
		.claim('hurdles', 'A sea crossing and many borders keep this route slow and costly.')
		.but('bridge', 'hurdles')
		.claim('easier', 'Borders are just what a common organization can make easier to cross.')
		.but('hurdles', 'easier')
		.claim('no-power', 'The OTS has no power over the customs rules of its members.')
		.but('easier', 'no-power');
}
