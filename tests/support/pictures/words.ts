import type { Words } from '#lib/draw/scene.ts';

/** What a drawing says besides the words of a debate, for tests of drawings. */
export const WORDS: Words = {
	sense: { support: 'because', attack: 'but', undercut: 'not so fast' },
	legend: { support: 'supports', attack: 'attacks', undercut: 'undercuts' },
	evidenceFor: (count) => `${count} for`,
	evidenceAgainst: (count) => `${count} against`,
	uses: (count) => `${count} uses`,
	hidden: (count) => `+${count}`,
	unstated: 'unstated',
	more: 'more',
	untitled: 'Untitled',
	description: (claims, relations) => `${claims} claims, ${relations} relations`
};
