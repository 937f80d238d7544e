import { BOUNDS } from '#lib/formats/format.ts';
import type { Answer, Offered, Request } from './message.ts';

/** How it stands with what a person wants to bring in. */
export type State =
	| { readonly is: 'waiting' }
	| { readonly is: 'reading' }
	/** A file is larger than what is read at all, could not be opened, or made the reader fail. */
	| { readonly is: 'too big' | 'failed' }
	| Answer;

/** Reads what a person drops, chooses or pastes, in a worker, so that the page stays alive and it can be stopped. */
export class Importer {
	state = $state.raw<State>({ is: 'waiting' });
	#worker: Worker | null = null;
	#files: readonly Offered[] = [];
	#name = $state('');
	/** Grows with each thing to read, so that what was stopped is not heard any more. */
	#round = 0;

	/** The name of the file that is read, or was. */
	get name(): string {
		return this.#name;
	}

	/** Reads files that a person chose or dropped. */
	async takeFiles(files: readonly File[]): Promise<void> {
		const round = this.#begin();
		this.#name = files[0]?.name ?? '';
		if (files.reduce((sum, { size }) => sum + size, 0) > BOUNDS.bytes) {
			this.state = { is: 'too big' };
			return;
		}
		try {
			const read = files.map(async (file) => ({
				name: file.name,
				bytes: new Uint8Array(await file.arrayBuffer())
			}));
			const offered = await Promise.all(read);
			if (round === this.#round) this.#read(offered);
		} catch {
			if (round === this.#round) this.state = { is: 'failed' };
		}
	}

	/** Reads a text that a person pasted. */
	takeText(text: string): void {
		this.#begin();
		this.#name = '';
		this.#read([{ name: '', bytes: new TextEncoder().encode(text) }]);
	}

	/** Reads the same once more, as the format called `name`. */
	readAs(name: string): void {
		this.#begin();
		this.#read(this.#files, name);
	}

	/** Leaves off, whatever is being read. */
	stop(): void {
		this.#begin();
		this.state = { is: 'waiting' };
	}

	#begin(): number {
		this.#worker?.terminate();
		this.#worker = null;
		this.state = { is: 'reading' };
		return ++this.#round;
	}

	#read(files: readonly Offered[], as?: string): void {
		this.#files = files;
		const worker = new Worker(new URL('./readWorker.ts', import.meta.url), { type: 'module' });
		this.#worker = worker;
		const end = (state: State) => {
			worker.terminate();
			if (this.#worker === worker) this.state = state;
		};
		worker.addEventListener('message', ({ data }: MessageEvent<Answer>) => end(data));
		worker.addEventListener('error', () => end({ is: 'failed' }));
		worker.postMessage({ files, as } satisfies Request);
	}
}
