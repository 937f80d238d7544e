import type { StoreRefusal } from '../store/store.ts';

/** Why a request is refused, as a word for programs. */
export type Code = keyof typeof WORDS;

/** The one table from codes to status and words; words of the caller's own take their place. */
const WORDS = {
	malformed: [400, 'This is not what this address takes.'],
	unknown: [401, 'This browser is not known here. Open a page first.'],
	forbidden: [403, 'You may not do that with this debate.'],
	elsewhere: [403, 'This request came from another site.'],
	'other-name': [403, 'Argosy answers here only as localhost or 127.0.0.1.'],
	gone: [404, 'There is no such debate, or it is not yours to see.'],
	missing: [404, 'This debate has nothing of that name of which this could be asked.'],
	exists: [409, 'A debate with this id exists already.'],
	epoch: [409, 'The server was put back to another state. Load the debate anew.'],
	gap: [409, 'A change is missing before the first of these.'],
	'too-large': [413, 'This is more than can be sent at a time.'],
	'not-json': [415, 'Send application/json.'],
	'too-many': [429, 'These are many requests in a short time. Wait a little.'],
	unwritable: [503, 'The server cannot write now. Nothing was changed; try again later.']
} as const;

interface More {
	readonly message?: string;
	/** Where in what was sent: `changes[0].steps[2].item.text`. */
	readonly path?: string;
	/** After how many seconds to try again. */
	readonly wait?: number;
}

/** A refusal as JSON: a code for programs, words for people, and where in what was sent. */
export function refusal(code: Code, more: More = {}): Response {
	const [status, words] = WORDS[code];
	const { message = words, path } = more;
	const error = path === undefined ? { code, message } : { code, message, path };
	return Response.json({ error }, { status, headers: retry(status, more) });
}

/** A refusal in words alone, for somebody who wanted to see a page. */
export function spoken(code: Code, more: More = {}): Response {
	const [status, words] = WORDS[code];
	const headers = { 'content-type': 'text/plain; charset=utf-8', ...retry(status, more) };
	return new Response(more.message ?? words, { status, headers });
}

function retry(status: number, { wait = 5 }: More): Record<string, string> {
	return status === 429 || status === 503 ? { 'retry-after': String(wait) } : {};
}

/** What a store's refusal is over HTTP. A debate that is not yours and one that does not exist look alike. */
export function refused(refusedBy: StoreRefusal): Response {
	switch (refusedBy.why) {
		case 'no such debate':
			return refusal('gone');
		case 'no such item':
			return refusal('missing');
		case 'already exists':
			return refusal('exists');
		case 'gap':
			return refusal('gap', { message: `The next change must have the number ${refusedBy.expect}.` });
		case 'forbidden':
		case 'epoch':
		case 'unwritable':
			return refusal(refusedBy.why);
	}
}
