import type { Debate } from '#lib/core/model/debate.ts';
import type { Writing } from '../../format.ts';
import { LOSSES } from '../../losses.ts';
import { Places } from '../../places.ts';
import type { Argument, Class, End, Inferred, Member, Model, Relation, Section } from '../model/model.ts';
import { understand } from '../read.ts';
import type { Data } from '../syntax/data.ts';
import { writeArgdown } from '../write/write.ts';

type Table = Readonly<Record<string, unknown>>;
type Place = (offset: number) => { readonly line: number; readonly column: number };

/**
 * A debate as Argdown's tool would export our Argdown of it, with the places in that text. What the tool leaves out
 * and our reader needs goes with it: the front matter, and where each relation stands.
 */
export function writeArgdownJson(debate: Debate): Writing {
	const { text, lost } = writeArgdown(debate);
	const { model, frontMatter } = understand(text);
	const places = new Places(text);
	const exporter = new Exporter(model, (offset) => places.at(offset));
	const exported = { ...exporter.exported(), ...(frontMatter && { frontMatter }) };
	const isTooDeep = model.sections.some((section) => depthOf(section) > DEEPEST);
	const losses = LOSSES.filter((loss) => lost.includes(loss) || (isTooDeep && loss === 'groups'));
	const isLarge = model.classes.length > MANY;
	return { text: `${JSON.stringify(exported, null, isLarge ? 0 : 2)}\n`, lost: losses };
}

/** From so many statements on nobody reads it line by line, and it must not grow too big to be read at all. */
const MANY = 2000;
/** Sections nested deeper than this stand beside each other, so that any reader can follow. */
const DEEPEST = 60;

const TYPES = { class: 'equivalence-class', argument: 'argument', inference: 'inference' } as const;

/** Writes what is not there as `undefined`, which JSON leaves out. */
class Exporter {
	readonly #model: Model;
	readonly #place: Place;
	/** By what relations call what has no title of its own; an inference is called by its argument. */
	readonly #titles = new Map<End, string>();
	/** The line of its argument that each inference leads to. */
	readonly #indexes = new Map<End, number>();
	readonly #sectionIds: ReadonlyMap<Section, string>;

	constructor(model: Model, place: Place) {
		this.#model = model;
		this.#place = place;
		this.#sectionIds = new Map(model.sections.map((section, at) => [section, `s${at + 1}`]));
		const taken = new Set([...model.classes, ...model.arguments].map(({ title }) => title));
		let untitled = 0;
		for (const known of [...model.classes, ...model.arguments]) {
			if (known.title !== null) continue;
			let title: string;
			do title = `Untitled ${++untitled}`;
			while (taken.has(title));
			this.#titles.set(known, title);
		}
		for (const argument of model.arguments)
			for (const [at, { inference }] of argument.lines.entries()) {
				if (!inference) continue;
				this.#titles.set(inference, this.#title(argument));
				this.#indexes.set(inference, at);
			}
	}

	exported(): Table {
		const { classes, arguments: named, relations, tags } = this.#model;
		return {
			arguments: Object.fromEntries(named.map((each) => [this.#title(each), this.#argument(each)])),
			statements: Object.fromEntries(classes.map((each) => [this.#title(each), this.#class(each)])),
			relations: relations.map((relation) => this.#relation(relation)),
			sections: this.#sections(),
			tags: Object.fromEntries([...tags].map((tag, at) => [tag, { tag, occurrenceIndex: at }]))
		};
	}

	#title(end: End): string {
		return ('title' in end ? end.title : null) ?? this.#titles.get(end) ?? '';
	}

	#argument(argument: Argument): Table {
		const { members, tags, section } = argument;
		const title = this.#title(argument);
		return {
			type: 'argument',
			title,
			members: members.map((member) => this.#member(member, title, 'argument-description')),
			tags: tags.size > 0 ? [...tags] : undefined,
			section: section ? this.#sectionIds.get(section) : undefined,
			pcs: this.#lines(argument)
		};
	}

	#class(known: Class): Table {
		const { members, tags, section } = known;
		const title = this.#title(known);
		return {
			type: 'equivalence-class',
			title,
			members: members.map((member) => this.#member(member, title, 'top-level-statement')),
			tags: tags.size > 0 ? [...tags] : undefined,
			section: section ? this.#sectionIds.get(section) : undefined
		};
	}

	#member({ text, tags, isReference, data, start }: Member, title: string, role: string): Table {
		const { line, column } = this.#place(start);
		return {
			type: 'statement',
			role,
			title,
			isReference: isReference || undefined,
			text,
			tags: tags.length > 0 ? tags : undefined,
			data: said(data),
			startLine: line,
			startColumn: column
		};
	}

	#lines({ lines }: Argument): Table[] {
		return lines.map(({ class: known, number, inference }, at) => {
			const isLast = at === lines.length - 1;
			return {
				type: 'statement',
				role: !inference ? 'premise' : isLast ? 'main-conclusion' : 'intermediary-conclusion',
				title: this.#title(known),
				isReference: true,
				statementNr: Number(number),
				inference: inference ? this.#inference(inference, at) : undefined
			};
		});
	}

	#inference(inference: Inferred, conclusionIndex: number): Table {
		const { line, column } = this.#place(inference.start);
		return {
			type: 'inference',
			inferenceRules: inference.rules,
			data: said(inference.data),
			argumentTitle: this.#title(inference),
			conclusionIndex,
			startLine: line,
			startColumn: column
		};
	}

	#relation({ sense, from, to, start }: Relation): Table {
		const { line, column } = this.#place(start);
		return {
			type: 'relation',
			relationType: sense,
			from: this.#title(from),
			fromType: TYPES[from.is],
			to: this.#title(to),
			toType: TYPES[to.is],
			conclusionIndex: this.#indexes.get(to) ?? this.#indexes.get(from),
			startLine: line,
			startColumn: column
		};
	}

	#sections(): Table[] {
		const made = new Map<Section, { readonly children: Table[] }>();
		const top: Table[] = [];
		for (const section of this.#model.sections) {
			const { title, level, tags, data } = section;
			const parent = section.parent && depthOf(section) <= DEEPEST ? section.parent : null;
			const children: Table[] = [];
			const entry = {
				type: 'section',
				id: this.#sectionIds.get(section),
				level,
				title,
				tags: tags.length > 0 ? tags : undefined,
				data: said(data),
				parent: parent ? this.#sectionIds.get(parent) : undefined,
				children
			};
			made.set(section, entry);
			(parent ? made.get(parent)!.children : top).push(entry);
		}
		return top;
	}
}

/** Data, where there are any. */
function said(data: Data): Data | undefined {
	return Object.keys(data).length > 0 ? data : undefined;
}

function depthOf(section: Section): number {
	let depth = 0;
	for (let at: Section | null = section; at && depth <= DEEPEST; at = at.parent) depth++;
	return depth;
}
