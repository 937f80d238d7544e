import { object } from '#lib/core/decode.ts';
import type { Step } from '#lib/core/edit/step.ts';
import { id as idDecoder } from '#lib/core/model/decodeId.ts';
import type { Id } from '#lib/core/model/item.ts';
import type { Result } from '#lib/core/result.ts';
import { snapshot, type Snapshot } from '#lib/core/sync/message.ts';
import { ask, type Unavailable } from './ask.ts';

const made = object<{ id: Id }>({ id: idDecoder });

/** The whole debate as it is on the server. Never throws. */
export async function openDebate(id: Id): Promise<Result<Snapshot, Unavailable>> {
	return ask(snapshot, 'GET', `/api/debates/${id}/snapshot`);
}

/** What shall be done to a debate as soon as it is open here, by its id: how an import gets into a new one. */
const arriving = new Map<Id, readonly Step[]>();

/** Makes a debate of one's own; `steps` are done to it when this page opens it, so that they can be undone there. */
export async function newDebate(id: Id, steps: readonly Step[]): Promise<Result<{ id: Id }, Unavailable>> {
	const done = await ask(made, 'POST', '/api/debates', { id });
	if (done.ok) arriving.set(id, steps);
	return done;
}

/** What shall be done to the debate, once. */
export function arrivingAt(id: Id): readonly Step[] {
	const steps = arriving.get(id) ?? [];
	arriving.delete(id);
	return steps;
}

/** A copy of one's own of a debate that may only be read, with `steps` done to it; answers with its id. */
export async function copyDebate(id: Id, steps: readonly Step[]): Promise<Result<{ id: Id }, Unavailable>> {
	return ask(made, 'POST', `/api/debates/${id}/copy`, { steps });
}
