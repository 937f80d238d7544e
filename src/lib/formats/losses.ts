/** What a format may be unable to carry. The words for people are in the interface. */
export const LOSSES = [
	'about',
	'titles',
	'wordings',
	'tags',
	'notes',
	'pins',
	'groups',
	'unstated',
	'judging',
	'claims',
	'arguments',
	'descriptions',
	'steps',
	'joined',
	'roles',
	'negations',
	'schemes',
	'undercuts',
	'attacksOnAttacks',
	'evidenceAnswers',
	'senses',
	'targetless',
	'premiseless',
	'premises',
	'secondUses',
	'cycles',
	'evidence',
	'credibility',
	'sources',
	'sourceFields',
	'order',
	'texts',
	'compiled',
	'inexact',
	'layout',
	'ext'
] as const;
export type Loss = (typeof LOSSES)[number];

/** Collects what a writer had to leave out, each once, in the order of `LOSSES`. */
export class Losses {
	readonly #found = new Set<Loss>();

	/** Remembers `loss`, where `when` holds. */
	add(loss: Loss, when = true): void {
		if (when) this.#found.add(loss);
	}

	list(): Loss[] {
		return LOSSES.filter((loss) => this.#found.has(loss));
	}
}
