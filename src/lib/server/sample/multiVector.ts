import { Build } from './build.ts';
import { eurasian, oneVoice, treatyText } from './sources.ts';

/** The third central claim: it stands; one of its premises is a reason against the second as well. */
export function multiVector(build: Build): void {
	build
		.add(eurasian)
		.claim('multi-vector', 'The OTS expresses the multi-vector foreign policy of Central Asia.')
		.because('contention', 'multi-vector')
		.evidence('multi-vector-for', 'for', 'multi-vector', {
			text: 'the OTS serves as a manifestation of Central Asia’s desire to maintain diverse and mutually inclusive relationships with the world',
			source: 'address',
			credibility: oneVoice
		})
		.evidence('multi-vector-against', 'against', 'multi-vector', {
			text: 'many major powers view their interests in the region through a zero-sum lens',
			source: 'address',
			credibility: oneVoice
		})
		.claim(
			'own-choice',
			'How others see the region does not keep its states from seeking ties with all sides.'
		)
		.but('multi-vector-against', 'own-choice')
		.claim(
			'zero-sum',
			'Major powers often treat the region as a contest in which one side’s gain is the other’s loss.'
		)
		.claim('room', 'In such a contest, more partners mean more room for choice.', true)
		.because('multi-vector', 'zero-sum', 'room')
		.but('bridge', 'zero-sum')
		.claim('deepen', 'Members can deepen one partnership without giving up the others.')
		.because('multi-vector', 'deepen')
		.claim(
			'one-vector',
			'Turkey outweighs the other members, so the OTS is one vector more, not a balance of many.'
		)
		.but('multi-vector', 'one-vector')
		.claim(
			'also-eurasian',
			'Members keep their other ties: Kazakhstan also belongs to the Eurasian Economic Union.'
		)
		.but('one-vector', 'also-eurasian')
		.evidence('also-eurasian-for', 'for', 'also-eurasian', {
			form: 'finding',
			text: 'Kazakhstan is one of the states that signed the treaty founding the union.',
			source: 'eurasian',
			credibility: treatyText
		})
		.claim(
			'words-only',
			'A multi-vector policy stays mere words while trade depends on two large neighbours.'
		)
		.but('multi-vector', 'words-only')
		.claim(
			'reason-to-seek',
			'Dependence is a reason to look for other partners, not a sign that none are sought.'
		)
		.but(Build.relation('multi-vector', 'words-only'), 'reason-to-seek');
}
