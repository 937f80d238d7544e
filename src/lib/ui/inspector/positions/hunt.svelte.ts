import { getContext, setContext } from 'svelte';
import type { Session } from '#lib/client/session.svelte.ts';
import type { Verdicts } from '#lib/client/judging/verdicts.svelte.ts';
import type { Dispute } from '#lib/core/evaluate/explain/dispute.ts';
import type { News, Request, Semantics } from './message.ts';

/** Looks for the positions that one can take on a debate, in a worker that can be stopped. What was found stays. */
export class Hunt {
	state = $state<'none' | 'running' | 'over' | 'stopped' | 'failed'>('none');
	disputes = $state.raw<readonly Dispute[]>([]);
	/** How many disputes there are; `null` while that is not known. */
	count = $state<number | null>(null);
	/** How long was allowed, in seconds. */
	seconds = $state(0);
	semantics = $state<Semantics>('preferred');
	#worker: Worker | null = null;

	begin({ debate }: Session, { supposed }: Verdicts, seconds: number): void {
		this.forget();
		const worker = new Worker(new URL('./positionsWorker.ts', import.meta.url), { type: 'module' });
		this.#worker = worker;
		this.state = 'running';
		this.seconds = seconds;
		worker.addEventListener('message', ({ data }: MessageEvent<News>) => {
			if (this.#worker === worker) this.#take(data);
		});
		worker.addEventListener('error', () => this.#worker === worker && this.#end('failed'));
		const [{ semantics }, budget] = [this, seconds * 1_000];
		worker.postMessage({
			items: [...debate.items()],
			supposed: [...supposed],
			semantics,
			budget
		} satisfies Request);
	}

	/** Leaves off; what was found so far stays. */
	stop(): void {
		if (this.state === 'running') this.#end('stopped');
	}

	/** Forgets what was found: the debate has changed. */
	forget(): void {
		this.#end('none');
		this.disputes = [];
		this.count = null;
	}

	#take(news: News): void {
		if (news.is === 'begun') this.count = news.disputes;
		else if (news.is === 'dispute') this.disputes = [...this.disputes, news.dispute];
		else this.#end('over');
	}

	#end(state: Hunt['state']): void {
		this.#worker?.terminate();
		this.#worker = null;
		this.state = state;
	}
}

const KEY = Symbol('hunt');

/** Makes one hunt known to all components below, so that it goes on, and what it found stays, whatever they show. */
export function setHunt(hunt: Hunt): void {
	setContext(KEY, hunt);
}

/** The hunt of the page; throws where there is none. */
export function getHunt(): Hunt {
	const hunt = getContext<Hunt | undefined>(KEY);
	if (!hunt) throw new TypeError('nobody looks for positions here');
	return hunt;
}
