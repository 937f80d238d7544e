/** How every line begins: `T1`, `R1`, `*` and a tab. */
export const MARK = /^(?:[TREAMNW#]\d+[^\t]*|\*)\t/;

interface Placed {
	readonly id: string;
	/** From 1. */
	readonly line: number;
}

/** A span of the text, in one piece or several. */
export interface Span extends Placed {
	readonly type: string;
	readonly pieces: readonly (readonly [number, number])[];
	/** What the line itself says stands there. */
	readonly words: string;
}

export interface Link extends Placed {
	readonly type: string;
	readonly from: string;
	readonly to: string;
}

export interface Attribute extends Placed {
	readonly name: string;
	readonly of: string;
	/** `''` for one that is only there or not. */
	readonly value: string;
}

/** A note of the annotator's. */
export interface Note extends Placed {
	readonly of: string;
	readonly words: string;
}

/** Every mark of a file, and the lines that are none. */
export interface Marks {
	readonly spans: readonly Span[];
	readonly links: readonly Link[];
	readonly attributes: readonly Attribute[];
	readonly notes: readonly Note[];
	/** Spans that mean the same. */
	readonly equivalences: readonly (readonly string[])[];
	/** By the event, the span that stands for it. */
	readonly events: ReadonlyMap<string, string>;
	readonly others: readonly (Placed & { readonly code: string; readonly message: string })[];
}

export function marksIn(text: string): Marks {
	const spans: Span[] = [];
	const links: Link[] = [];
	const attributes: Attribute[] = [];
	const notes: Note[] = [];
	const equivalences: string[][] = [];
	const events = new Map<string, string>();
	const others: (Placed & { code: string; message: string })[] = [];
	for (const [at, written] of text.split(/\r\n|\n|\r/).entries()) {
		if (written.trim() === '') continue;
		const line = at + 1;
		const [id = '', said = '', ...rest] = written.split('\t');
		const words = rest.join('\t');
		const parts = said.trim().split(/ +/);
		const placed = { id, line };
		const other = (code: string, message: string): void => void others.push({ ...placed, code, message });
		if (id.startsWith('T')) {
			const span = spanOf(said);
			if (span) spans.push({ ...placed, ...span, words });
			else other('bad-span', `${id} does not say where it stands.`);
		} else if (id.startsWith('R')) {
			const [type = '', ...ends] = parts;
			const [from, to] = ends.map((end) => end.slice(end.indexOf(':') + 1));
			if (from && to) links.push({ ...placed, type, from, to });
			else other('bad-relation', `${id} does not say what it joins.`);
		} else if (/^[AM]/.test(id) && parts.length > 1)
			attributes.push({ ...placed, name: parts[0]!, of: parts[1]!, value: parts.slice(2).join(' ') });
		else if (id.startsWith('#')) notes.push({ ...placed, of: parts[1] ?? '', words });
		else if (id === '*') equivalences.push(parts.slice(1));
		else if (id.startsWith('E')) {
			const [, trigger = ''] = parts[0]!.split(':');
			events.set(id, trigger);
			if (parts.length > 1) other('event', `What takes part in the event ${id} was left out.`);
		} else if (/^[NW]\d/.test(id))
			other('reference', `The reference to another resource ${id} was left out.`);
		else other('unknown', 'This line is no mark.');
	}
	return { spans, links, attributes, notes, equivalences, events, others };
}

/** `Claim 10 42` or, in several pieces, `Claim 10 20;30 40`. */
function spanOf(said: string): Pick<Span, 'type' | 'pieces'> | null {
	const [, type, places] = /^(\S+) (\d[\d ;]*)$/.exec(said.trim()) ?? [];
	if (type === undefined || places === undefined) return null;
	const pieces: [number, number][] = [];
	for (const piece of places.split(';')) {
		const [, from, to] = /^(\d+) (\d+)$/.exec(piece) ?? [];
		if (from === undefined) return null;
		pieces.push([Number(from), Number(to)]);
	}
	return { type, pieces };
}
