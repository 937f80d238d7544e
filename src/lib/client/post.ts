import { decode } from '#lib/core/decode.ts';
import { answer as decoder, type Answer, type Submission } from '#lib/core/sync/message.ts';
import type { Id } from '#lib/core/model/item.ts';

/**
 * What came of sending. `away`: try again later, nothing is known to have gone wrong with the changes;
 * `unwritable` is the same with the server's word that its disk takes nothing now.
 */
export type Posted =
	| { readonly is: 'answer'; readonly answer: Answer }
	| { readonly is: 'away' | 'unwritable' | 'forbidden' | 'gone' | 'epoch' | 'malformed' };

const BY_STATUS: Readonly<Record<number, Exclude<Posted['is'], 'answer'>>> = {
	400: 'malformed',
	401: 'forbidden',
	403: 'forbidden',
	404: 'gone',
	409: 'epoch',
	413: 'malformed',
	503: 'unwritable'
};

const TIMEOUT = 30_000;

/** Sends a submission. `keepalive` lets it outlive the page. Never throws. */
export async function post(debate: Id, submission: Submission, keepalive = false): Promise<Posted> {
	try {
		const response = await fetch(`/api/debates/${debate}/steps`, {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify(submission),
			signal: keepalive ? null : AbortSignal.timeout(TIMEOUT),
			keepalive
		});
		if (!response.ok) return { is: BY_STATUS[response.status] ?? 'away' };
		const answer = decode(decoder, await response.json());
		return answer.ok ? { is: 'answer', answer: answer.value } : { is: 'malformed' };
	} catch {
		return { is: 'away' };
	}
}
