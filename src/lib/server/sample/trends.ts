import type { Build } from './build.ts';
import { oneVoice } from './sources.ts';

/** The three trends behind the contention: they carry it together. */
export function trends(build: Build): void {
	build
		.claim('tensions', 'Geopolitical tensions around Central Asia are intensifying.')
		.claim('corridors', 'Demand for alternative overland transport corridors is rising.')
		.claim('cooperation', 'Cooperation within Central Asia has been improving since 2016.')
		.because('contention', 'tensions', 'corridors', 'cooperation')
		.evidence('tensions-for', 'for', 'tensions', {
			text: 'geopolitical tensions are intensifying, fueled by the war in Ukraine and Central Asia’s proximity to Russia',
			source: 'address',
			credibility: oneVoice
		})
		.evidence('corridors-for', 'for', 'corridors', {
			text: 'the demand for alternative land-based transport corridors is rising',
			source: 'address',
			credibility: oneVoice
		})
		.evidence('cooperation-for', 'for', 'cooperation', {
			text: 'intra-regional cooperation has been gradually, if cautiously, improving since 2016',
			source: 'address',
			credibility: oneVoice
		})
		.claim('war', 'The war in Ukraine makes routes through the north uncertain.')
		.because('corridors', 'war')
		.claim('belt', 'China’s Belt and Road Initiative has put overland trade on the agenda.')
		.because('corridors', 'belt')
		.claim('pandemic', 'The pandemic showed how easily global supply chains are disrupted.')
		.because('corridors', 'pandemic');
}
