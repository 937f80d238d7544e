/**
 * Every word of the interface, by room. ICU message syntax: `{name}`, `{count, plural, one {# claim} other {# claims}}`.
 * A new language is one more file with the same keys.
 */
export const en = {
	// Everywhere
	'app.name': 'Argosy',
	'app.tagline': 'Map a debate: claims, reasons, objections and evidence.',

	// Relations, as a reader hears them
	'sense.support': 'supports',
	'sense.attack': 'attacks',
	'sense.undercut': 'undercuts',
	'sense.rephrase': 'says in other words',
	'sense.contrary': 'is contrary to',
	'sense.contradictory': 'contradicts',
	'sense.entails': 'entails',
	'word.support': 'because',
	'word.attack': 'but',
	'word.undercut': 'not so fast',

	// Opening a debate
	'open.waiting': 'Opening the debate…',
	'open.gone':
		'This debate does not exist, or you have no link to it. Ask the person who sent you here for a new link.',
	'open.away': 'The server does not answer. Nothing is lost: try again in a moment.',

	// Why something could not be done
	'refusal.already exists': 'That is already there.',
	'refusal.does not exist': 'That is no longer there: somebody removed it in the meantime.',
	'refusal.would dangle': 'Something that it needs is no longer there, or others still rest on it.',
	'refusal.does not fit': 'Those two cannot be joined in this way.',
	'refusal.stale': 'It was changed again in the meantime, so this step was left out.',
	'refusal.would loop': 'A thing cannot hold itself.',
	'refusal.too many': 'This debate is full: it holds at most 50,000 claims.'
} as const;
