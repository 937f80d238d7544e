/**
 * Which relations there are between things that are numbered, each by where it begins in the text. A table of whole
 * numbers with open places: a set would need a key made for every question.
 */
export class Links {
	/** From where, and to where with the sense; a place is free where the second is 0. */
	#from = new Int32Array(1024);
	#to = new Int32Array(1024);
	#count = 0;

	has(sense: number, from: number, to: number): boolean {
		return this.#to[this.#place(from, keyOf(sense, to))] !== 0;
	}

	add(sense: number, from: number, to: number): void {
		const key = keyOf(sense, to);
		const at = this.#place(from, key);
		if (this.#to[at] !== 0) return;
		this.#from[at] = from;
		this.#to[at] = key;
		if (++this.#count * 2 > this.#to.length) this.#grow();
	}

	/** Where it is, or else would be. */
	#place(from: number, key: number): number {
		const mask = this.#to.length - 1;
		const mixed = Math.imul(from, 0x9e3779b1) ^ Math.imul(key, 0x85ebca6b);
		let at = (mixed ^ (mixed >>> 15)) & mask;
		while (this.#to[at] !== 0 && (this.#to[at] !== key || this.#from[at] !== from)) at = (at + 1) & mask;
		return at;
	}

	#grow(): void {
		const [from, to] = [this.#from, this.#to];
		this.#from = new Int32Array(from.length * 2);
		this.#to = new Int32Array(to.length * 2);
		for (let old = 0; old < to.length; old++) {
			if (to[old] === 0) continue;
			const at = this.#place(from[old]!, to[old]!);
			this.#from[at] = from[old]!;
			this.#to[at] = to[old]!;
		}
	}
}

/** Below 2^31 in every text that is read, and never 0. */
function keyOf(sense: number, to: number): number {
	return (to * 8 + sense + 1) | 0;
}
