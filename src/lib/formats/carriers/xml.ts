import { SaxesParser } from 'saxes';
import { fail, ok, type Result } from '#lib/core/result.ts';
import { BOUNDS, refusal, type Refusal } from '../format.ts';

/** An XML element with what it holds. Names are without their prefix; `prefix` and attributes keep theirs. */
export interface Element {
	readonly name: string;
	readonly prefix: string;
	readonly attributes: Readonly<Record<string, string>>;
	/** Elements and runs of text, in order. */
	readonly children: readonly (Element | string)[];
	readonly line: number;
	readonly column: number;
}

interface Open extends Element {
	readonly children: (Element | string)[];
}

/**
 * The outermost element of an XML text. A document type is skipped and nothing is ever fetched; one that declares
 * entities is refused, and so is what is not well formed or nested more than 256 deep. What stands before the first
 * `<` (byte order mark, stray characters) is passed over.
 */
export function readXml(text: string): Result<Element, Refusal> {
	const doctype = /<!DOCTYPE[^>[]*(\[)?/.exec(text.slice(0, 100_000));
	if (doctype?.[1]) {
		const words = 'A document type with declarations of its own is not read: take it out.';
		const column = doctype.index - text.lastIndexOf('\n', doctype.index);
		return fail(refusal('doctype', words, lines(text, doctype.index) + 1, column));
	}
	const from = Math.max(text.indexOf('<'), 0);
	const above = lines(text, from);
	// Halves of pairs would make the parser throw.
	const sound = text.toWellFormed();
	const parser = new SaxesParser({ xmlns: false, position: true });
	const stack: Open[] = [];
	let top: Element | null = null;
	let failure: Refusal | null = null;
	const here = (code: string, message: string): void => {
		failure ??= refusal(code, message, parser.line + above, parser.column + 1);
	};
	parser.on('error', (error) => here('not-well-formed', plain(error.message)));
	parser.on('opentag', ({ name, attributes }) => {
		const [local, prefix] = split(name);
		const place = { line: parser.line + above, column: parser.column + 1 };
		const element: Open = { name: local, prefix, attributes: { ...attributes }, children: [], ...place };
		if (stack.length >= BOUNDS.depth) here('too-deep', `Nested more than ${BOUNDS.depth} deep.`);
		stack.at(-1)?.children.push(element);
		stack.push(element);
	});
	parser.on('closetag', () => {
		const closed = stack.pop();
		if (closed && stack.length === 0) top ??= closed;
	});
	const words = (said: string): void => {
		stack.at(-1)?.children.push(said);
	};
	parser.on('text', words);
	parser.on('cdata', words);
	for (let at = from; at < sound.length && !failure; at += CHUNK) parser.write(sound.slice(at, at + CHUNK));
	if (!failure) parser.close();
	if (failure) return fail(failure);
	return top ? ok(top) : fail(refusal('empty', 'There is no XML element in it.', 1, 1));
}

const CHUNK = 65_536;

/** All text within `element`, its descendants' included. */
export function textOf(element: Element): string {
	let said = '';
	const rest: (Element | string)[] = [element];
	for (let child = rest.pop(); child !== undefined; child = rest.pop())
		if (typeof child === 'string') said += child;
		else pushBackwards(rest, child.children);
	return said;
}

/** Not by spreading, since an element may hold more than a call can take. */
function pushBackwards<T>(rest: T[], children: readonly T[]): void {
	for (let at = children.length - 1; at >= 0; at--) rest.push(children[at]!);
}

/** The elements directly within `element`, those with this name only where one is given. */
export function childrenOf(element: Element, name?: string): Element[] {
	return element.children.filter(
		(child): child is Element => typeof child !== 'string' && (name === undefined || child.name === name)
	);
}

/** The first element directly within `element` with this name. */
export function childOf(element: Element, name: string): Element | undefined {
	return childrenOf(element, name)[0];
}

/** `element` and every element within it, in the order of the text. */
export function* elementsOf(element: Element): Generator<Element> {
	const rest = [element];
	for (let next = rest.pop(); next; next = rest.pop()) {
		yield next;
		pushBackwards(rest, childrenOf(next));
	}
}

/** `text` for an attribute value or an element's content; what XML cannot hold is left out. */
export function escapeXml(text: string): string {
	if (PLAIN.test(text)) return text;
	return text.replace(UNFIT, '').replace(/[&<>"'\r\n\t]/g, (sign) => ESCAPES[sign]!);
}

/** Whether XML can hold all of `text`. */
export function fitsXml(text: string): boolean {
	return PLAIN.test(text) || text.search(UNFIT) < 0;
}

/** Words that stand in XML as they are: most do, and this is quickly told. */
const PLAIN = /^[ !#-%(-;=?-~\u00A0-\uD7FF]*$/;
/** What may not stand in XML 1.0: most control characters, halves of pairs and two that are no characters. */
const UNFIT = /[^\P{Cc}\t\n\r\u007F-\u009F]|[\uFFFE\uFFFF]|\p{Cs}/gu;
const ESCAPES: Readonly<Record<string, string>> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
	"'": '&#39;',
	'\r': '&#13;',
	'\n': '&#10;',
	'\t': '&#9;'
};

function split(name: string): [string, string] {
	const colon = name.indexOf(':');
	return colon < 0 ? [name, ''] : [name.slice(colon + 1), name.slice(0, colon)];
}

function lines(text: string, until: number): number {
	return until === 0 ? 0 : text.slice(0, until).split('\n').length - 1;
}

/** Without the place that the parser puts in front: it is told apart. */
function plain(message: string): string {
	const said = message.replace(/^\d+:\d+: /, '');
	return `${said.charAt(0).toUpperCase()}${said.slice(1)}`;
}
