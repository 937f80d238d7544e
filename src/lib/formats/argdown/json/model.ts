import { decode, json } from '#lib/core/decode.ts';
import { isRecord } from '../../sample.ts';
import { NO_DATA, type Data } from '../syntax/data.ts';
import type {
	Argument,
	Class,
	End,
	Inferred,
	Member,
	Model,
	Relation,
	Section,
	Sense,
	Step
} from '../model/model.ts';

type Table = Readonly<Record<string, unknown>>;
const NOTHING: Table = {};

/** An export as a model, and what had to be left out of it, as `path: why`. */
export interface Modelled {
	readonly model: Model;
	readonly flaws: readonly { readonly path: string; readonly message: string }[];
}

/** Makes an export what Argdown's text would have been made: titles become the things that bear them. */
export function modelOf(exported: Table): Modelled {
	return new Modeller(exported).modelled();
}

const SENSES: ReadonlySet<string> = new Set<Sense>([
	'support',
	'attack',
	'undercut',
	'contradictory',
	'entails',
	'contrary'
]);

class Modeller {
	readonly #exported: Table;
	readonly #flaws: { path: string; message: string }[] = [];
	readonly #sections = new Map<string, Section>();
	readonly #classes = new Map<string, Class>();
	readonly #arguments = new Map<string, Argument>();
	/** Things without a place come behind all others, in the order of the export. */
	#behind = 2 ** 52;

	constructor(exported: Table) {
		this.#exported = exported;
	}

	modelled(): Modelled {
		const { statements, arguments: named } = this.#exported;
		this.#readSections();
		for (const [title, entry] of Object.entries(recordOf(statements)))
			this.#classes.set(title, { is: 'class', ...this.#thing(title, recordOf(entry)) });
		for (const [title, entry] of Object.entries(recordOf(named)))
			this.#arguments.set(title, { is: 'argument', lines: [], ...this.#thing(title, recordOf(entry)) });
		for (const [title, entry] of Object.entries(recordOf(named))) this.#readLines(title, recordOf(entry));
		const relations = this.#relations();
		const classes = [...this.#classes.values()];
		const sketched = [...this.#arguments.values()];
		const things = [...classes, ...sketched].sort((a, b) => a.start - b.start);
		const model: Model = {
			classes,
			arguments: sketched,
			things,
			withData: things.filter(({ members }) => members.some(({ data }) => data !== NO_DATA)),
			relations,
			sections: [...this.#sections.values()],
			tags: new Set(things.flatMap(({ tags }) => [...tags]))
		};
		return { model, flaws: this.#flaws };
	}

	#readSections(): void {
		const open: { readonly entry: Table; readonly parent: Section | null }[] = [];
		const put = (entries: unknown, parent: Section | null): void => {
			for (const entry of listOf(entries).toReversed()) open.push({ entry: recordOf(entry), parent });
		};
		put(this.#exported['sections'], null);
		for (let next = open.pop(); next; next = open.pop()) {
			const { entry, parent } = next;
			const section: Section = {
				title: textOf(entry['title']).trim(),
				level: typeof entry['level'] === 'number' ? entry['level'] : (parent?.level ?? 0) + 1,
				parent,
				tags: textsOf(entry['tags']),
				data: dataOf(entry['data']),
				id: ''
			};
			const id = textOf(entry['id']) || `nameless ${this.#sections.size}`;
			if (this.#sections.has(id)) this.#flaw('sections', `${id} comes twice: the first one counts.`);
			else this.#sections.set(id, section);
			put(entry['children'], section);
		}
	}

	#thing(title: string, entry: Table): Omit<Class, 'is'> {
		const members = listOf(entry['members']).map((member) => memberOf(recordOf(member)));
		const tags = new Set([...textsOf(entry['tags']), ...members.flatMap((member) => member.tags)]);
		const places = members.map(({ start }) => start).filter((start) => start > 0);
		return {
			title: /^Untitled \d+$/.test(title) ? null : title,
			members,
			tags,
			section: this.#sections.get(textOf(entry['section'])) ?? null,
			start: places.length > 0 ? places.reduce((a, b) => Math.min(a, b)) : this.#behind++,
			id: ''
		};
	}

	#readLines(title: string, entry: Table): void {
		const argument = this.#arguments.get(title)!;
		for (const [at, line] of listOf(entry['pcs']).entries()) {
			const said = recordOf(line);
			const number = said['statementNr'];
			const step: Step = {
				class: this.#classOf(said, `arguments.${title}.pcs[${at}]`),
				number: String(typeof number === 'number' ? number : at + 1),
				inference: isRecord(said['inference']) ? this.#inferred(said['inference']) : null
			};
			argument.lines.push(step);
		}
	}

	/** The class that a line of a structure belongs to; one of its own where no statement has its title. */
	#classOf(line: Table, path: string): Class {
		const title = textOf(line['title']);
		const known = this.#classes.get(title);
		if (known) return known;
		const made: Class = { is: 'class', ...this.#thing(title, { members: [line] }) };
		this.#classes.set(title, made);
		this.#flaw(path, `no statement is called “${title}”: the line became one.`);
		return made;
	}

	#inferred(entry: Table): Inferred {
		const rules = textsOf(entry['inferenceRules']);
		const start = startOf(entry);
		return {
			is: 'inference',
			rules,
			data: dataOf(entry['data']),
			start: start > 0 ? start : this.#behind++,
			id: ''
		};
	}

	#relations(): Relation[] {
		const relations: Relation[] = [];
		for (const [at, entry] of listOf(this.#exported['relations']).entries()) {
			const said = recordOf(entry);
			const sense = textOf(said['relationType']);
			const from = this.#end(textOf(said['from']), said['fromType'], null);
			const to = this.#end(textOf(said['to']), said['toType'], said['conclusionIndex']);
			if (!SENSES.has(sense) || !from || !to)
				this.#flaw(`relations[${at}]`, 'an end or the kind of this relation is unknown: it was left out.');
			else
				relations.push({ sense: sense as Sense, from, to, start: startOf(said) || this.#behind++, id: '' });
		}
		return relations;
	}

	#end(title: string, type: unknown, index: unknown): End | null {
		if (type === 'equivalence-class') return this.#classes.get(title) ?? null;
		const argument = this.#arguments.get(title);
		if (type !== 'inference') return argument ?? null;
		const line = argument?.lines[typeof index === 'number' ? index : argument.lines.length - 1];
		return line?.inference ?? null;
	}

	#flaw(path: string, message: string): void {
		this.#flaws.push({ path, message });
	}
}

function memberOf(entry: Table): Member {
	return {
		text: untagged(textOf(entry['text']), listOf(entry['ranges'])),
		tags: textsOf(entry['tags']),
		isReference: entry['isReference'] === true,
		data: dataOf(entry['data']),
		start: startOf(entry)
	};
}

/** Tags that end the words are about them, not part of them. */
function untagged(text: string, ranges: readonly unknown[]): string {
	let end = text.trimEnd().length;
	const tags = ranges
		.map(recordOf)
		.filter(({ type, start }) => type === 'tag' && typeof start === 'number')
		.sort((a, b) => Number(b['start']) - Number(a['start']));
	for (const { start, stop } of tags) {
		if (Number(stop) + 1 < end || Number(start) < 0) break;
		end = Math.min(end, text.slice(0, Number(start)).trimEnd().length);
	}
	return text.slice(0, end);
}

/** A number that grows with the place in the Argdown text; 0 where the export has no places. */
function startOf(entry: Table): number {
	const { startLine, startColumn } = entry;
	if (typeof startLine !== 'number' || !(startLine > 0 && startLine < 2 ** 30)) return 0;
	const column = typeof startColumn === 'number' && startColumn > 0 ? Math.min(startColumn, 2 ** 21) : 0;
	return Math.floor(startLine) * 2 ** 22 + Math.floor(column);
}

function dataOf(value: unknown): Data {
	const sound = decode(json, value);
	return sound.ok && isRecord(sound.value) ? (sound.value as Data) : NO_DATA;
}

function recordOf(value: unknown): Table {
	return isRecord(value) ? value : NOTHING;
}

function listOf(value: unknown): readonly unknown[] {
	return Array.isArray(value) ? value : [];
}

function textOf(value: unknown): string {
	return typeof value === 'string' ? value : '';
}

function textsOf(value: unknown): string[] {
	return listOf(value).filter((each): each is string => typeof each === 'string' && each !== '');
}
