import { t } from './t.ts';

/** What a drawing says besides the words of the debate, in the language of the interface (`draw/scene.ts`). */
export function drawingWords() {
	return {
		sense: { support: t('word.support'), attack: t('word.attack'), undercut: t('word.undercut') },
		legend: {
			support: t('drawing.support'),
			attack: t('drawing.attack'),
			undercut: t('drawing.undercut')
		},
		evidenceFor: (count: number) => t('drawing.evidenceFor', { count }),
		evidenceAgainst: (count: number) => t('drawing.evidenceAgainst', { count }),
		uses: (count: number) => t('drawing.uses', { count }),
		hidden: (count: number) => t('drawing.hidden', { count }),
		unstated: t('drawing.unstated'),
		more: t('drawing.more'),
		untitled: t('drawing.untitled'),
		description: (claims: number, relations: number) => t('drawing.description', { claims, relations })
	};
}
