import type { Id, Sense } from '#lib/core/model/item.ts';
import { premise } from '#lib/core/model/make.ts';
import type { Draft } from '../draft.ts';
import type { Link, Marks, Span } from './marks.ts';
import type { SpannedText } from './spanned.ts';

/**
 * Makes claims of spans in the order of the text. Where claims take a stance, as in annotated essays, all major claims
 * are one claim in several wordings, and the stance is a reason for or against it (Stab and Gurevych 2017).
 */
export class BratReader {
	readonly #draft: Draft;
	readonly #marks: Marks;
	readonly #text: SpannedText | null;
	readonly #claims = new Map<string, Id>();
	readonly #relations = new Map<string, Id>();
	#major: Id | null = null;

	constructor(draft: Draft, marks: Marks, text: SpannedText | null) {
		this.#draft = draft;
		this.#marks = marks;
		this.#text = text;
	}

	read(): void {
		const { spans, links, attributes, notes, equivalences } = this.#marks;
		const hasStances = attributes.some(({ name }) => name === 'Stance');
		const start = ({ pieces }: Span): number => pieces[0]![0];
		for (const span of [...spans].sort((a, b) => start(a) - start(b))) this.#span(span, hasStances);
		for (const link of links) this.#link(link);
		for (const ids of equivalences) this.#equivalence(ids);
		for (const { of, name, value, line } of attributes) {
			if (name === 'Stance' && this.#stance(of, value)) continue;
			this.#tag(of, value === '' ? name : `${name}: ${value}`, line);
		}
		for (const { of, words } of notes) this.#note(of, words);
	}

	#span(span: Span, hasStances: boolean): void {
		const { id, type, pieces, line } = span;
		if (this.#claims.has(id)) {
			this.#draft.warn('duplicate-id', `${id} comes twice: the first one counts.`, { line, column: 1 });
			return;
		}
		const text = this.#words(span);
		const isMajor = hasStances && type === 'MajorClaim';
		const major = isMajor && this.#major !== null ? this.#draft.get(this.#major) : undefined;
		if (major?.kind === 'claim') {
			this.#claims.set(id, major.id);
			if (text !== major.text)
				this.#draft.replace({ ...major, wordings: [...major.wordings, { id: this.#draft.id(id), text }] });
			return;
		}
		const spanned = pieces.map(([from, to]) => [from, to]);
		const ext = { brat: { id, data: { type, spans: spanned } } };
		const made = this.#draft.claim({ id: this.#draft.id(id), text, tags: [type], ext }).id;
		this.#claims.set(id, made);
		if (isMajor) this.#major = made;
	}

	/** The words of the text, where they are the ones that the mark repeats. */
	#words({ id, pieces, words, line }: Span): string {
		const repeated = words.replaceAll(/\s+/g, ' ').trim();
		const said = this.#text?.words(pieces) ?? '';
		if (said === '' || repeated === '' || said === repeated) return said || repeated;
		this.#draft.warn('offsets', `${id} does not stand where it says: the words of the mark are kept.`, {
			line,
			column: 1
		});
		return repeated;
	}

	#link({ id, type, from, to, line }: Link): void {
		const [one, other] = [this.#find(from), this.#find(to)];
		if (one === undefined || other === undefined || one === other) {
			this.#draft.warn('dangling', `${id} joins what is not there, or a thing with itself.`, {
				line,
				column: 1
			});
			return;
		}
		const sense = senseOf(type);
		if (sense === null)
			this.#draft.warn('no-sense', `${id} is called “${type}”: it is read as support.`, { line, column: 1 });
		const made = this.#draft.relation({
			id: this.#draft.id(id),
			sense: sense ?? 'support',
			premises: [premise(one)],
			target: other,
			scheme: /^(?:supports?|attacks?)$/i.test(type) ? '' : type,
			ext: { brat: { id, data: { type } } }
		});
		this.#relations.set(id, made.id);
	}

	/** Spans and relations; an event by the span that stands for it. */
	#find(id: string): Id | undefined {
		return this.#claims.get(this.#marks.events.get(id) ?? id) ?? this.#relations.get(id);
	}

	#equivalence(ids: readonly string[]): void {
		const [first, ...others] = ids.flatMap((id) => this.#find(id) ?? []);
		for (const other of others)
			if (first !== undefined && other !== first)
				this.#draft.relation({
					id: this.#draft.id(),
					sense: 'rephrase',
					premises: [premise(other)],
					target: first
				});
	}

	#stance(of: string, value: string): boolean {
		const claim = this.#find(of);
		const sense = /^for$/i.test(value) ? 'support' : /^against$/i.test(value) ? 'attack' : null;
		if (claim === undefined || sense === null || this.#major === null || claim === this.#major) return false;
		this.#draft.relation({ id: this.#draft.id(), sense, premises: [premise(claim)], target: this.#major });
		return true;
	}

	#tag(of: string, tag: string, line: number): void {
		const id = this.#find(of);
		const item = id === undefined ? undefined : this.#draft.get(id);
		if (item?.kind === 'claim') this.#draft.replace({ ...item, tags: [...new Set([...item.tags, tag])] });
		else if (item?.kind === 'relation')
			this.#draft.replace({ ...item, notes: [item.notes, tag].filter((words) => words !== '').join('\n') });
		else this.#draft.warn('dangling', `“${tag}” is about ${of}, which is not there.`, { line, column: 1 });
	}

	#note(of: string, words: string): void {
		const id = this.#find(of);
		const item = id === undefined ? undefined : this.#draft.get(id);
		if (item?.kind === 'claim' || item?.kind === 'relation')
			this.#draft.replace({ ...item, notes: [item.notes, words].filter((said) => said !== '').join('\n') });
	}
}

function senseOf(type: string): Sense | null {
	if (/attack|contra|con$|against|object|oppos|rebut|refut|undercut|disagree/i.test(type)) return 'attack';
	if (/same|equiv|rephras|restat/i.test(type)) return 'rephrase';
	return /support|pro$|for$|evidence|because|justif|agree|back/i.test(type) ? 'support' : null;
}
