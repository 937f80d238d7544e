import { startServer, type Running } from '../support/server.ts';

/** The server of a file of journeys, which can fall over and come back at the same address. */
export class Host {
	#running: Running;

	private constructor(running: Running) {
		this.#running = running;
	}

	/** For one person, the one at this machine; with `isShared` everybody who comes is somebody else. */
	static async start(isShared = false): Promise<Host> {
		return new Host(await startServer(isShared ? { env: { HOST: '127.0.0.1' } } : {}));
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
