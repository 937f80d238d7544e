import { source } from '#lib/core/model/make.ts';
import type { Credibility } from '#lib/core/model/item.ts';

/** The address from which most quotations of the sample are taken. */
export const address = source({
	id: 'address',
	type: 'speech',
	title: 'Central Asia and the Organization of Turkic States: what is at stake?',
	author: [{ family: 'Dzhuraev', given: 'Shairbek' }],
	issued: '2024-11-04',
	containerTitle:
		'Roundtable “Strengthening Regional Unity: The Role of the Organization of Turkic States (OTS) in Central Asia and Beyond”, Kyrgyz-Turkish Manas University'
});

/** The founding treaty of the council that has been called the Organization of Turkic States since 2021. */
export const nakhchivan = source({
	id: 'nakhchivan',
	type: 'treaty',
	title: 'Nakhchivan Agreement on the Establishment of the Cooperation Council of Turkic Speaking States',
	issued: '2009-10-03'
});

/** The treaty of another union that some of the same states belong to. */
export const eurasian = source({
	id: 'eurasian',
	type: 'treaty',
	title: 'Treaty on the Eurasian Economic Union',
	issued: '2014-05-29'
});

/** How far one expert's word carries. */
export const oneVoice: Credibility = {
	rating: 'moderate',
	reason: 'The assessment of one expert on the region, given at an event about the organization.'
};

/** How far a treaty carries about who signed it. */
export const treatyText: Credibility = {
	rating: 'strong',
	reason: 'A treaty is the best evidence of who its parties are.'
};
