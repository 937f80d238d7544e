import { isMap, isPair, isScalar, isSeq, type Pair } from 'yaml';
import { fail, type Result } from '#lib/core/result.ts';
import { readYaml, type Yaml } from '../carriers/yaml.ts';
import { Draft } from '../draft.ts';
import { refusal, type Native, type Reading, type Refusal } from '../format.ts';
import { grow } from '../tree/grow.ts';
import type { Node } from '../tree/node.ts';
import { titleOf } from '../tree/titles.ts';
import { HEAD } from './write.ts';

interface Entry {
	readonly text: string;
	readonly value: unknown;
	/** What our own comment after the key says: `id c3`, `unstated c3`, `see c3`. */
	readonly mark: readonly [word: string, name: string] | null;
	readonly line: number;
	readonly column: number;
}

/** What is to be read below `into`: claims of a reason, or reasons of a claim. */
interface Task {
	readonly value: unknown;
	readonly of: 'claims' | 'reasons';
	readonly into: Node[];
}

/**
 * Reads argmap YAML: claims hold reasons, reasons hold claims that go together. A reason whose key begins with `o` or
 * `-` is an objection, a claim whose text does is unstated.
 */
export function readArgmap(text: string): Result<Reading, Refusal> {
	const yaml = readYaml(text);
	const native = { ...(text.includes('\r\n') && { crlf: true }), lines: linesIn(text) };
	if (!yaml.ok) return fail({ ...yaml.error, native: { ...native, reasons: countIn(text) } });
	const { contents } = yaml.value.document;
	if (!isMap(contents) && !(contents === null && text.startsWith(HEAD)))
		return fail(refusal('no-claims', 'There is no claim such as “claim:” in it.', 1, 1, native));
	const draft = new Draft();
	const reader = new Reader(text, yaml.value, draft);
	const nodes = reader.nodes(contents);
	grow(draft, 'argmap-yaml', nodes);
	return draft.reading({ title: titleIn(text) ?? titleOf(nodes) }, { ...native, reasons: reader.reasons });
}

class Reader {
	reasons = 0;
	readonly #text: string;
	readonly #yaml: Yaml;
	readonly #draft: Draft;

	constructor(text: string, yaml: Yaml, draft: Draft) {
		this.#text = text;
		this.#yaml = yaml;
		this.#draft = draft;
	}

	nodes(contents: unknown): Node[] {
		const top: Node[] = [];
		const tasks: Task[] = [{ value: contents, of: 'claims', into: top }];
		for (let task = tasks.pop(); task; task = tasks.pop()) {
			const { of, into } = task;
			const entries = this.#entries(task.value);
			const keys = new Set<string>();
			const below: Task[] = [];
			for (const entry of entries) {
				if (this.#isSpecial(entry, of, into === top)) continue;
				if (entry.mark === null && keys.has(entry.text))
					this.#draft.warn(
						'duplicate-key',
						`“${entry.text.slice(0, 60)}” stands twice in one place; both are kept.`,
						entry
					);
				keys.add(entry.text);
				const children: Node[] = [];
				into.push(of === 'claims' ? this.#claim(entry, children) : this.#reason(entry, children));
				below.push({ value: entry.value, of: of === 'claims' ? 'reasons' : 'claims', into: children });
			}
			tasks.push(...below.reverse());
		}
		return top;
	}

	/** What a map, a list or a single text holds, key by key. */
	#entries(value: unknown): Entry[] {
		if (isMap(value)) return value.items.flatMap((pair) => this.#entry(pair) ?? []);
		if (isSeq(value))
			return value.items.flatMap((each) => (isPair(each) ? (this.#entry(each) ?? []) : this.#entries(each)));
		if (isScalar(value) && value.value !== null && value.value !== '')
			return [{ text: wordsOf(value), value: null, mark: null, ...this.#yaml.at(value.range?.[0] ?? 0) }];
		return [];
	}

	#entry({ key, value }: Pair): Entry | null {
		if (!isScalar(key)) {
			this.#draft.warn('no-text', 'A key that is no text was left out.');
			return null;
		}
		const end = key.range?.[1] ?? 0;
		const lineEnd = this.#text.indexOf('\n', end);
		const rest = this.#text.slice(end, lineEnd < 0 ? undefined : Math.min(lineEnd, end + 300));
		const mark = /^\s*:?\s*# (id|unstated|see) (\S+)\s*$/.exec(rest);
		return {
			text: wordsOf(key),
			value,
			mark: mark && [mark[1]!, mark[2]!],
			...this.#yaml.at(key.range?.[0] ?? 0)
		};
	}

	#isSpecial({ text, mark }: Entry, of: Task['of'], isTop: boolean): boolean {
		if (mark !== null) return false;
		return of === 'reasons' ? text === 'note' : !isTop && (text === 'label' || text === 'strength');
	}

	#claim({ text, value, mark, line, column }: Entry, children: Node[]): Node {
		const note = valueUnder(value, 'note');
		const notes = { ...(note !== '' && { notes: note }) };
		const [word, name] = mark ?? ['', ''];
		const isUnstated = word === 'unstated' || (word === '' && /^-./s.test(text));
		const words = isUnstated ? text.slice(1) : text;
		const fields = {
			...notes,
			...(isUnstated && { unstated: 'yes' }),
			...(word === 'see' && { use: name })
		};
		const id = word === 'see' ? '' : name;
		return {
			id,
			text: word === '' && isUnstated ? words.trimStart() : words,
			fields,
			carried: {},
			children,
			line,
			column
		};
	}

	#reason({ text, value, line, column }: Entry, children: Node[]): Node {
		this.reasons++;
		const label = valueUnder(value, 'label');
		const strength = valueUnder(value, 'strength');
		const fields = {
			kind: 'relation',
			relation: /^[-o]/.test(text) ? 'attack' : 'support',
			...(label !== '' && { scheme: label })
		};
		const carried = { key: text, ...(strength !== '' && { strength }) };
		return { id: '', text, fields, carried, children, line, column };
	}
}

/** The text under `key`, of what is no claim of ours; `''` where there is none. */
function valueUnder(value: unknown, key: string): string {
	if (!isMap(value)) return '';
	const pair = value.items.find(
		(each) => isScalar(each.key) && wordsOf(each.key) === key && isScalar(each.value)
	);
	return isScalar(pair?.value) ? wordsOf(pair.value) : '';
}

/** A text as it was written, even where YAML takes it for a number or a date. */
function wordsOf({ value, source }: { readonly value: unknown; readonly source?: string }): string {
	if (typeof value === 'string') return value;
	return value === null || value === undefined ? '' : (source ?? String(value as number | boolean));
}

/** The title in our own first line. */
function titleIn(text: string): string | null {
	if (!text.startsWith(HEAD)) return null;
	const said = text.slice(HEAD.length).split(/\r?\n/, 1)[0]!.trim();
	if (!said.startsWith('"')) return said;
	try {
		return String(JSON.parse(said));
	} catch {
		return said;
	}
}

/** How many lines are not blank. */
function linesIn(text: string): number {
	return text.split(/\r\n|\n|\r/).filter((line) => line.trim() !== '').length;
}

function countIn(text: string): Native[string] {
	return text.match(/^[ \t]*["']?[ro]\d*["']?[ \t]*:/gm)?.length ?? 0;
}
