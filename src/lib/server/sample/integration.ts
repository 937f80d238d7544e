import { Build } from './build.ts';
import { oneVoice } from './sources.ts';

/** The first central claim: it stands, because what speaks against it is answered. */
export function integration(build: Build): void {
	build
		.claim('integration', 'The Organization of Turkic States (OTS) is a platform for regional integration.')
		.because('contention', 'integration')
		.evidence('integration-for', 'for', 'integration', {
			text: 'it serves as a platform to bolster regional integration',
			source: 'address',
			credibility: oneVoice
		})
		.evidence('integration-against', 'against', 'integration', {
			text: 'Central Asia has historically grappled with uneven cooperation',
			source: 'address',
			credibility: oneVoice
		})
		.claim('past', 'Uneven cooperation describes a past that recent years have begun to change.')
		.but('integration-against', 'past')
		.because('past', 'cooperation')
		.claim(
			'newcomers',
			'The OTS brings new priorities and new participants to the conversation in the region.'
		)
		.claim('attractive', 'New priorities and participants make working together more attractive.', true)
		.because('integration', 'newcomers', 'attractive')
		.evidence('newcomers-for', 'for', 'newcomers', {
			text: 'the OTS adds a fresh dimension to existing multilateral mechanisms, such as the SCO, CSTO, and C5+1 formats',
			source: 'address',
			credibility: oneVoice
		})
		.claim('tajikistan', 'Tajikistan is not a member, so a part of the region stays outside.')
		.but('integration', 'tajikistan')
		.claim('not-all', 'A platform can strengthen integration without covering every state of a region.')
		.but(Build.relation('integration', 'tajikistan'), 'not-all')
		.claim('crowded', 'One more organization only adds to a crowded field of overlapping formats.')
		.but('integration', 'crowded')
		.claim(
			'own-ties',
			'The older formats grew around outside powers; this one grows from ties that the members share.'
		)
		.but('crowded', 'own-ties');
}
