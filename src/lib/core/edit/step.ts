import { list, object, oneOf, partial, tagged, type Decoder } from '../decode.ts';
import { id } from '../model/decodeId.ts';
import { ABOUT_FIELDS } from '../model/decodeAbout.ts';
import { item, patch, type Patch } from '../model/decodeItem.ts';
import type { About } from '../model/debate.ts';
import type { Id, Item, Kind } from '../model/item.ts';

/**
 * The smallest change of a debate. Plain data: one and the same value is applied optimistically in the browser,
 * sent, judged by the server and kept in the log. Commands, beside this file, produce steps.
 *
 * `was` is what the author saw. Where it is given and no longer true the step is refused as stale: that is how
 * undo never runs over somebody else's later work. Fields of one intent travel in one `set`.
 */
export type Step =
	| { readonly do: 'add'; readonly item: Item }
	| { readonly do: 'remove'; readonly id: Id; readonly was?: Item }
	| SetStep
	| { readonly do: 'describe'; readonly to: Partial<About>; readonly was?: Partial<About> };

export type SetStep = {
	[K in Kind]: {
		readonly do: 'set';
		readonly kind: K;
		readonly id: Id;
		readonly to: Patch[K];
		readonly was?: Patch[K];
	};
}[Kind];

/** Why a step does not fit. When several people edit at once this is ordinary, so it is a value. */
export type Refusal =
	'already exists' | 'does not exist' | 'would dangle' | 'does not fit' | 'stale' | 'would loop' | 'too many';

/** What of a debate is bounded as a whole. */
export const MOST = { claims: 50_000, items: 250_000, steps: 120_000 } as const;

/** The form of the steps that this program writes; logs keep it beside each entry. */
export const STEP_VERSION = 1;

const about = partial<About>(ABOUT_FIELDS);

const decoders: { readonly [K in Step['do']]: Decoder<Step> } = {
	add: object<Extract<Step, { do: 'add' }>>({ do: oneOf(['add']), item }),
	remove: object<Extract<Step, { do: 'remove' }>>(
		{ do: oneOf(['remove']), id, was: item },
		{ was: undefined }
	),
	set: tagged<Step>('kind', {
		claim: setting('claim'),
		argument: setting('argument'),
		relation: setting('relation'),
		evidence: setting('evidence'),
		source: setting('source'),
		group: setting('group')
	}),
	describe: object<Extract<Step, { do: 'describe' }>>(
		{ do: oneOf(['describe']), to: about, was: about },
		{ was: undefined }
	)
};

/** A step from outside. */
export const step: Decoder<Step> = tagged('do', decoders);

/** Steps from outside, in order: one at least. */
export const steps: Decoder<Step[]> = list(step, MOST.steps, 1);

function setting<K extends Kind>(kind: K): Decoder<Step> {
	const decoder = object<{ do: 'set'; kind: K; id: Id; to: Patch[K]; was?: Patch[K] }>(
		{ do: oneOf(['set']), kind: oneOf([kind]), id, to: patch[kind], was: patch[kind] },
		{ was: undefined }
	);
	return (value, path) => decoder(value, path) as Step;
}
