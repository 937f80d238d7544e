/**
 * A text whose format is asked for. What several formats look at is found out once: the value where it is JSON, the
 * outermost element where it is XML, the first lines that say anything.
 */
export class Sample {
	readonly text: string;
	#json: { readonly value: unknown } | null | undefined;
	#lines: readonly string[] | undefined;

	/** `text` without its byte order mark. */
	constructor(text: string) {
		this.text = text.startsWith('\uFEFF') ? text.slice(1) : text;
	}

	/** The value that the text holds as JSON; `undefined` where it is no JSON. */
	get json(): unknown {
		if (this.#json === undefined) this.#json = /^\s*[[{]/.test(this.text) ? parsed(this.text) : null;
		return this.#json?.value;
	}

	/** The value of the text's JSON object under `key`; `undefined` where there is none. */
	key(key: string): unknown {
		const { json } = this;
		return isRecord(json) && Object.hasOwn(json, key) ? json[key] : undefined;
	}

	/** The name of the outermost XML element, without its prefix, and its start tag; `null` where it is no XML. */
	get root(): { readonly name: string; readonly tag: string } | null {
		const found = ROOT.exec(this.text.slice(0, 20_000));
		if (!found) return null;
		const name = found[2]!;
		// Argdown and Turtle have names in such brackets too: only XML closes or declares them.
		const isXml =
			found[0].includes('<?xml') ||
			found[0].endsWith('/>') ||
			this.text.includes(`</${found[1] ?? ''}${name}`);
		return isXml ? { name, tag: found[0] } : null;
	}

	/** The first 40 lines that are not blank. */
	get lines(): readonly string[] {
		this.#lines ??= this.text
			.slice(0, 20_000)
			.split(/\r\n|\n|\r/)
			.filter((line) => line.trim() !== '')
			.slice(0, 40);
		return this.#lines;
	}
}

const ROOT =
	/^(?:\s*|[^<]{0,64}(?=<\?xml))(?:<\?[^>]*>\s*|<!--(?:(?!-->)[^])*-->\s*|<!DOCTYPE[^>[]*(?:\[[^\]]*\]\s*)?>\s*)*<([\w.-]+:)?([\w.-]+)[^>]*>/;

function parsed(text: string): { readonly value: unknown } | null {
	try {
		return { value: JSON.parse(text) as unknown };
	} catch {
		return null;
	}
}

/** Whether `value` is an object and no list. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
