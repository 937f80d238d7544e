/** A text that spans point into by characters; brat counts a pair of surrogates as one. */
export class SpannedText {
	readonly #text: string;
	readonly #characters: readonly string[] | null;

	constructor(text: string) {
		this.#text = text;
		this.#characters = /[\uD800-\uDBFF]/.test(text) ? [...text] : null;
	}

	/** What stands in these pieces, as one line of words. */
	words(pieces: readonly (readonly [number, number])[]): string {
		const said = pieces.map(([from, to]) =>
			this.#characters ? this.#characters.slice(from, to).join('') : this.#text.slice(from, to)
		);
		return said.join(' ').replaceAll(/\s+/g, ' ').trim();
	}
}
