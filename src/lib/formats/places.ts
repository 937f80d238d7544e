/** Finds lines and columns (both from 1) in a text, in logarithmic time. */
export class Places {
	readonly #text: string;
	/** Where lines begin: found once somebody asks, since most texts need no remark. */
	#starts: number[] | null = null;

	constructor(text: string) {
		this.#text = text;
	}

	/** The place of the character at `offset`. */
	at(offset: number): { readonly line: number; readonly column: number } {
		const starts = (this.#starts ??= startsIn(this.#text));
		let low = 0;
		let high = starts.length - 1;
		while (low < high) {
			const middle = (low + high + 1) >> 1;
			if (starts[middle]! <= offset) low = middle;
			else high = middle - 1;
		}
		return { line: low + 1, column: offset - starts[low]! + 1 };
	}
}

function startsIn(text: string): number[] {
	const starts = [0];
	for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
	return starts;
}
