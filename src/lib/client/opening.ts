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

/** A copy of one's own of a debate that may only be read, with `steps` done to it; answers with its id. */
export async function copyDebate(id: Id, steps: readonly Step[]): Promise<Result<{ id: Id }, Unavailable>> {
	return ask(made, 'POST', `/api/debates/${id}/copy`, { steps });
}
