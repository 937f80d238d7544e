import { fail, ok, type Result } from '#lib/core/result.ts';
import { Draft } from '../../draft.ts';
import { refusal, type Refusal } from '../../format.ts';
import { Places } from '../../places.ts';
import { literal, once, type Triple, type Triples } from './triples.ts';

/** An address, a blank node, a value with its language or type, or the end of a statement; blanks and comments before. */
const TOKEN =
	/\s*(?:#[^\n]*(?:\n\s*|$))*(?:<([^<>"\s]*)>|(_:[\p{L}\p{N}_](?:[\p{L}\p{N}_.-]*[\p{L}\p{N}_-])?)|"([^"\\\n]*(?:\\.[^"\\\n]*)*)"(?:@([A-Za-z0-9-]+)|\^\^<([^<>"\s]*)>)?|(\.)|($))/uy;

/** The statements of an N-Triples text, on one line or many. Refused, with the place, where one breaks off. */
export function readNTriples(text: string): Result<Triples, Refusal> {
	const triples: Triple[] = [];
	let terms: Triple['object'][] = [];
	for (let at = 0; ;) {
		TOKEN.lastIndex = at;
		const found = TOKEN.exec(text);
		const [, iri, blank, value, language, type, stop, end] = found ?? [];
		const isDone = end !== undefined && terms.length === 0;
		if (!found || (end !== undefined && !isDone) || (stop !== undefined && !isStatement(terms))) {
			const { line, column } = new Places(text).at(at);
			return fail(refusal('not-triples', 'A statement breaks off or goes wrong here.', line, column));
		}
		if (isDone) break;
		at = TOKEN.lastIndex;
		if (stop !== undefined) {
			const [subject, predicate, object] = terms as [Triple['object'], Triple['object'], Triple['object']];
			triples.push({ subject: String(subject['@id']), predicate: String(predicate['@id']), object });
			terms = [];
		} else if (value !== undefined) terms.push(literal(unescaped(value), language, unescaped(type ?? '')));
		else terms.push({ '@id': blank ?? unescaped(iri ?? '') });
	}
	return ok({ triples: once(triples), draft: new Draft() });
}

function isStatement(terms: readonly Triple['object'][]): boolean {
	const [subject, predicate, object] = terms;
	return terms.length === 3 && '@id' in subject! && '@id' in predicate! && object !== undefined;
}

const ESCAPES: Readonly<Record<string, string>> = { t: '\t', b: '\b', n: '\n', r: '\r', f: '\f' };

function unescaped(text: string): string {
	return text.replace(/\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))/gu, (all, short, long, sign) => {
		if (typeof sign === 'string') return ESCAPES[sign] ?? sign;
		const code = parseInt(String(short ?? long), 16);
		return code > 0x10ffff ? String(all) : String.fromCodePoint(code);
	});
}
