import { fail, ok, type Result } from '#lib/core/result.ts';
import { BOUNDS, refusal, type Refusal } from '../format.ts';
import { Places } from '../places.ts';

/** The value of a JSON text; refused, with the place, where it is none or nested more than 256 deep. */
export function readJson(text: string): Result<unknown, Refusal> {
	const deep = tooDeep(text);
	if (deep >= 0) return fail(at(text, deep, 'too-deep', `Nested more than ${BOUNDS.depth} deep.`));
	try {
		return ok(JSON.parse(text.startsWith('\uFEFF') ? text.slice(1) : text) as unknown);
	} catch (error) {
		const message = error instanceof Error ? error.message : String(error);
		const position = Number(/position (\d+)/.exec(message)?.[1] ?? text.length);
		return fail(at(text, position, 'not-json', 'This is where the JSON breaks off or goes wrong.'));
	}
}

function at(text: string, offset: number, code: string, message: string): Refusal {
	const { line, column } = new Places(text).at(Math.min(offset, text.length));
	return refusal(code, message, line, column);
}

/** Where `text` is nested too deep; -1 where it is not. */
function tooDeep(text: string): number {
	let depth = 0;
	let inString = false;
	for (let at = 0; at < text.length; at++) {
		const unit = text.charCodeAt(at);
		if (inString) {
			if (unit === 0x5c) at++;
			else if (unit === 0x22) inString = false;
		} else if (unit === 0x22) inString = true;
		else if (unit === 0x7b || unit === 0x5b) {
			if (++depth > BOUNDS.depth) return at;
		} else if (unit === 0x7d || unit === 0x5d) depth--;
	}
	return -1;
}
