import { startServer, type Running } from '../support/server.ts';

/** The server of a file of journeys, which can fall over and come back at the same address. */
export class Host {
	#running: Running;

	private constructor(running: Running) {
		this.#running = running;
	}

	static async start(): Promise<Host> {
		return new Host(await startServer());
	}

	get origin(): string {
		return this.#running.origin;
	}

	/** `kill -9`, in the middle of whatever it does. */
	async crash(): Promise<void> {
		await this.#running.kill();
	}

	/** Starts again on the same database. */
	async comeBack(): Promise<void> {
		this.#running = await this.#running.again();
	}

	async stop(): Promise<void> {
		await this.#running.stop();
	}
}
