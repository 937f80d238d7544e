import type { StoreRefusal } from '../store/store.ts';

/** A refusal as JSON: a code for programs, words for people, and where in what was sent. */
export function refusal(status: number, code: string, message: string, path?: string): Response {
	const error = path === undefined ? { code, message } : { code, message, path };
	const headers = status === 503 ? { 'retry-after': '5' } : undefined;
	return Response.json({ error }, { status, ...(headers && { headers }) });
}

/** What a store's refusal is over HTTP. A debate that is not yours and one that does not exist look alike. */
export function refused(why: StoreRefusal): Response {
	switch (why.why) {
		case 'no such debate':
			return refusal(404, 'gone', 'There is no such debate, or it is not yours to see.');
		case 'forbidden':
			return refusal(403, 'forbidden', 'You may not do that with this debate.');
		case 'already exists':
			return refusal(409, 'exists', 'A debate with this id exists already.');
		case 'epoch':
			return refusal(409, 'epoch', 'The server was put back to another state. Load the debate anew.');
		case 'gap':
			return refusal(409, 'gap', `The next change must have the number ${why.expect}.`);
		case 'unwritable':
			return refusal(503, 'unwritable', 'The server cannot write now. Nothing was changed; try again later.');
	}
}
