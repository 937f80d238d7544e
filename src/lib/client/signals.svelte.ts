import type { Id } from '#lib/core/model/item.ts';

/** What can be tracked and fired by id: a signal for each id that is on the screen. */
export class Signals {
	readonly #signals = new Map<Id, Signal>();

	/** Lets whatever is running be told when `id` is fired. */
	track(id: Id): void {
		if (!$effect.tracking()) return;
		let signal = this.#signals.get(id);
		if (!signal) this.#signals.set(id, (signal = Signal.unowned()));
		signal.read();
	}

	fire(ids: Iterable<Id>): void {
		for (const id of ids) this.#signals.get(id)?.fire();
	}

	fireAll(): void {
		for (const signal of this.#signals.values()) signal.fire();
	}
}

class Signal {
	#version = $state(0);

	/**
	 * A reaction is not told of changes of state that it made itself: whoever looks at an id first would never hear
	 * of it again. A root of its own belongs to no reaction.
	 */
	static unowned(): Signal {
		let signal: Signal | undefined;
		$effect.root(() => {
			signal = new Signal();
		})();
		return signal!;
	}

	read(): void {
		void this.#version;
	}

	fire(): void {
		this.#version++;
	}
}
