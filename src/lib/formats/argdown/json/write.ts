import type { Debate } from '#lib/core/model/debate.ts';
import type { Writing } from '../../format.ts';
import { LOSSES } from '../../losses.ts';
import { Places } from '../../places.ts';
import type { Argument, Class, End, Member, Model, Relation, Section } from '../model/model.ts';
import { understand } from '../read.ts';
import { writeArgdown } from '../write/write.ts';

type Table = Readonly<Record<string, unknown>>;
type Place = (offset: number) => { readonly startLine: number; readonly startColumn: number };

/**
 * A debate as Argdown's tool would export our Argdown of it, with the places in that text. What the tool leaves out
 * and our reader needs goes with it: the front matter, and where each relation stands.
 */
export function writeArgdownJson(debate: Debate): Writing {
	const { text, lost } = writeArgdown(debate);
	const { model, frontMatter } = understand(text);
	const places = new Places(text);
	const place: Place = (offset) => {
		const { line, column } = places.at(offset);
		return { startLine: line, startColumn: column };
	};
	const exported = { ...new Exporter(model, place).exported(), ...(frontMatter && { frontMatter }) };
	const isTooDeep = model.sections.some((section) => depthOf(section) > DEEPEST);
	const losses = LOSSES.filter((loss) => lost.includes(loss) || (isTooDeep && loss === 'groups'));
	const isLarge = model.classes.length > MANY;
	return { text: `${JSON.stringify(exported, null, isLarge ? 0 : 2)}\n`, lost: losses };
}

/** From so many statements on nobody reads it line by line, and it must not grow too big to be read at all. */
const MANY = 2000;
/** Sections nested deeper than this stand beside each other, so that any reader can follow. */
const DEEPEST = 60;

class Exporter {
	readonly #model: Model;
	readonly #place: Place;
	/** By what relations call each thing; an inference is called by its argument. */
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
			let title = known.title;
			while (title === null) {
				const next = `Untitled ${++untitled}`;
				if (!taken.has(next)) title = next;
			}
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
		return this.#titles.get(end) ?? '';
	}

	#argument(argument: Argument): Table {
		return { type: 'argument', ...this.#thing(argument, 'argument-description'), pcs: this.#lines(argument) };
	}

	#class(known: Class): Table {
		return { type: 'equivalence-class', ...this.#thing(known, 'top-level-statement') };
	}

	#thing(known: Class | Argument, role: string): Table {
		const { members, tags, section } = known;
		return {
			title: this.#title(known),
			members: members.map((member) => this.#member(member, this.#title(known), role)),
			...(tags.size > 0 && { tags: [...tags] }),
			...(section && { section: this.#sectionIds.get(section) })
		};
	}

	#member({ text, tags, isReference, data, start }: Member, title: string, role: string): Table {
		return {
			type: 'statement',
			role,
			title,
			...(isReference && { isReference }),
			text,
			...(tags.length > 0 && { tags }),
			...(Object.keys(data).length > 0 && { data }),
			...this.#place(start)
		};
	}

	#lines({ lines }: Argument): Table[] {
		return lines.map(({ class: said, number, inference }, at) => {
			const isLast = at === lines.length - 1;
			const role = !inference ? 'premise' : isLast ? 'main-conclusion' : 'intermediary-conclusion';
			const place = inference && this.#place(inference.start);
			return {
				type: 'statement',
				role,
				title: this.#title(said),
				isReference: true,
				statementNr: Number(number),
				...(inference && {
					inference: {
						type: 'inference',
						inferenceRules: inference.rules,
						...(Object.keys(inference.data).length > 0 && { data: inference.data }),
						argumentTitle: this.#title(inference),
						conclusionIndex: at,
						...place
					}
				})
			};
		});
	}

	#relation({ sense, from, to, start }: Relation): Table {
		return {
			type: 'relation',
			relationType: sense,
			...this.#end(from, 'from', 'fromType'),
			...this.#end(to, 'to', 'toType'),
			...this.#place(start)
		};
	}

	#end(end: End, name: string, type: string): Table {
		if (end.is === 'class') return { [name]: this.#title(end), [type]: 'equivalence-class' };
		if (end.is === 'argument') return { [name]: this.#title(end), [type]: 'argument' };
		return { [name]: this.#title(end), [type]: 'inference', conclusionIndex: this.#indexes.get(end) };
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
				...(tags.length > 0 && { tags }),
				...(Object.keys(data).length > 0 && { data }),
				...(parent && { parent: this.#sectionIds.get(parent) }),
				children
			};
			made.set(section, entry);
			(parent ? made.get(parent)!.children : top).push(entry);
		}
		return top;
	}
}

function depthOf(section: Section): number {
	let depth = 0;
	for (let at: Section | null = section; at && depth <= DEEPEST; at = at.parent) depth++;
	return depth;
}
