import { decode } from '#lib/core/decode.ts';
import { patch } from '#lib/core/model/decodeItem.ts';
import type { Id, Item, Premise, Relation as RelationItem, Wording } from '#lib/core/model/item.ts';
import { premise } from '#lib/core/model/make.ts';
import { Draft } from '../../draft.ts';
import { keepLearned } from '../../learned.ts';
import { isRecord } from '../../sample.ts';
import { NO_DATA, type Data } from '../syntax/data.ts';
import { canonical, kept, keptAlone, merged, NO_EXT, written } from './said.ts';
import { isUntitled } from '../write/names.ts';
import { NOTHING_OWN, ownEvidence, ownOf, ownRelation, ownSources } from './own.ts';
import type { Own, OwnRelation } from './own.ts';
import { EMPTY, type Argument, type Class, type End, type Inferred } from './model.ts';
import type { Model, Relation, Section, Step } from './model.ts';

/**
 * Puts a model's classes, arguments, relations and sections into `draft`, in the order of the text. An inference is
 * a relation whose premises are the lines above it since the last one (or those that its data says it uses), and an
 * argument's steps are its inferences in order. A structure of one inference that belongs to no argument is that
 * relation and nothing more: this is how joined premises are written. Each then has the item's id.
 */
export function toItems(
	model: Model,
	frontMatter: Data | null,
	draft: Draft,
	place: (offset: number) => Place
): void {
	new Mapper(model, draft, place).map(frontMatter);
}

type Place = { readonly line: number; readonly column: number };
/** What of a model becomes an item. */
type Known = Class | Argument | Inferred | Section | Relation;

/** A line that is inferred, with the lines that it is inferred from. */
interface Inferring {
	readonly start: number;
	readonly step: Step;
	readonly used: readonly Step[];
}

class Mapper {
	readonly #model: Model;
	readonly #draft: Draft;
	readonly #place: (offset: number) => Place;
	/** Ids by which the text itself speaks of sources, evidence and relations. */
	readonly #own = new Map<string, Id>();
	/** Conclusions that stand for a relation to something else, with where they point. */
	readonly #stands = new Map<Class, Relation | null>();
	/** What inferences say of themselves under `argosy`. */
	readonly #said = new Map<Inferred, OwnRelation>();
	#areNumbered = false;

	constructor(model: Model, draft: Draft, place: (offset: number) => Place) {
		this.#model = model;
		this.#draft = draft;
		this.#place = place;
	}

	map(frontMatter: Data | null): void {
		this.#areNumbered = ownOf(frontMatter ?? {})['numbered'] === true;
		const { things, arguments: named, relations, sections } = this.#model;
		for (const fields of ownSources(frontMatter)) {
			const { id: said, ...rest } = fields;
			this.#own.set(said, this.#draft.source({ ...rest, id: this.#draft.id(said) }).id);
		}
		for (const section of sections) this.#section(section);
		for (const argument of named) this.#noteStands(argument);
		relations.forEach((relation) => {
			if (relation.from.is === 'class' && this.#stands.get(relation.from) === null)
				this.#stands.set(relation.from, relation);
		});
		this.#nameOwn();
		things.forEach((thing) => this.#thing(thing));
		const links = [...relations, ...this.#inferences()].sort((a, b) => a.start - b.start);
		links.forEach((link) => {
			if ('sense' in link) this.#relation(link);
			else this.#inference(link);
		});
	}

	#thing(thing: Class | Argument): void {
		if (thing.is === 'class') {
			if (!this.#stands.has(thing)) this.#class(thing);
		} else if (!isBare(thing)) this.#argument(thing);
	}

	#section(section: Section): void {
		const { title, parent, tags, data, level } = section;
		const own = ownOf(data);
		const form = own['form'] === 'box' || own['form'] === 'issue' ? own['form'] : 'section';
		this.#draft.group({
			id: this.#id(section),
			title: typeof own['title'] === 'string' ? own['title'] : title,
			form,
			parent: parent && this.#id(parent),
			ext: { argdown: { level, ...(tags.length > 0 && { tags }), ...kept(data) } }
		});
	}

	#class(known: Class): void {
		const { title, members, tags, section } = known;
		const words = written(members);
		const shown = canonical(members, words);
		const data = merged(members);
		const name = isUntitled(title, this.#areNumbered) ? '' : (title ?? '');
		const item = this.#draft.claim({
			id: this.#id(known),
			title: name,
			text: shown ?? name,
			wordings: words.length < 2 ? NONE : this.#wordings(words, shown),
			tags: tags.size === 0 ? NONE : [...tags],
			group: section && this.#id(section),
			ext: keptAlone(data)
		});
		this.#carry(item, ownOf(data), known.start);
	}

	#wordings(words: readonly string[], shown: string | undefined): Wording[] {
		return [...new Set(words)]
			.filter((text) => text !== shown)
			.map((text) => ({ id: this.#draft.id(), text }));
	}

	#argument(known: Argument): void {
		const data = merged(known.members);
		const item = this.#draft.argument({
			id: this.#id(known),
			title: isUntitled(known.title, this.#areNumbered) ? '' : (known.title ?? ''),
			descriptions: written(known.members),
			steps: known.lines.flatMap(({ inference }) => (inference ? [this.#id(inference)] : [])),
			tags: [...known.tags],
			group: known.section && this.#id(known.section),
			ext: keptAlone(data)
		});
		this.#carry(item, ownOf(data), known.start);
	}

	/** What our own data adds to an item: fields that Argdown has no words for, and evidence. */
	#carry(item: Item, own: Own, start: number): void {
		if (own === NOTHING_OWN) return;
		if (Object.keys(own).some((key) => key !== 'evidence')) this.#set(item, own, start);
		for (const { id: said, source, fields } of ownEvidence(own)) {
			const id = this.#own.get(said) ?? this.#draft.id(said);
			this.#draft.evidence({ ...fields, id, target: item.id, source: this.#own.get(source) ?? null });
		}
	}

	#set(item: Item, { evidence: _evidence, ...fields }: Own, start: number): void {
		const decoded = item.kind === 'claim' ? decode(patch.claim, fields) : decode(patch.argument, fields);
		if (decoded.ok) this.#draft.replace({ ...item, ...decoded.value } as Item);
		else {
			const { path, message } = decoded.error;
			this.#draft.warn('data', `What is under argosy was left out: ${path} ${message}.`, this.#place(start));
		}
	}

	#inferences(): Inferring[] {
		const found: Inferring[] = [];
		for (const { lines } of this.#model.arguments) {
			let from = 0;
			lines.forEach((step, at) => {
				const { inference } = step;
				if (!inference) return;
				const used = usesOf(inference, lines) ?? lines.slice(from, at);
				found.push({ start: inference.start, step, used });
				from = at;
			});
		}
		return found;
	}

	#inference({ step, used }: Inferring): void {
		const inferred = step.inference!;
		const id = this.#id(inferred);
		const own = ownOf(inferred.data);
		const said = this.#saidBy(inferred);
		const stand = this.#stands.get(step.class);
		const target = this.#target(said.on, stand === undefined ? step.class : stand && stand.to);
		const premises = used.map((line): Premise => premise(this.#id(line.class)));
		const item = this.#draft.relation({
			id,
			sense: said.sense,
			premises:
				said.premises.length === 0
					? premises
					: premises.map((each, at) => ({ ...each, ...said.premises[at] })),
			target,
			scheme: said.scheme ?? inferred.rules.join(', '),
			notes: said.notes,
			ext: isShort(premises, said.sense) ? shortened(inferred.data) : keptAlone(inferred.data, 'uses')
		});
		if (own['evidence'] !== undefined) this.#carry(item, { evidence: own['evidence'] }, inferred.start);
	}

	#relation(relation: Relation): void {
		const { sense, from, to } = relation;
		if (from.is === 'class' && this.#stands.has(from)) return;
		const target = this.#id(to);
		this.#draft.relation({
			id: this.#id(relation),
			sense: sense === 'undercut' ? 'attack' : sense,
			premises: [premise(this.#id(from))],
			target,
			ext: sense === 'undercut' && to.is !== 'inference' ? { argdown: { undercut: true } } : NO_EXT
		});
	}

	#target(on: string | null, end: End | null): Id | null {
		if (on !== null) return this.#own.get(on) ?? null;
		return end && this.#id(end);
	}

	/** A conclusion that a structure has only because it must have one: its inference says what is really meant. */
	#noteStands({ lines }: Argument): void {
		for (const { class: conclusion, inference } of lines)
			if (inference && this.#saidBy(inference).stands) this.#stands.set(conclusion, null);
	}

	/** Gives ids to what the text calls by ids of its own, before anything refers to them. */
	#nameOwn(): void {
		for (const { lines } of this.#model.arguments)
			for (const { inference } of lines) {
				if (!inference) continue;
				const { name } = this.#saidBy(inference);
				if (name !== null) {
					inference.id = this.#draft.id(name);
					this.#own.set(name, inference.id);
				}
				this.#nameEvidence(inference.data);
			}
		for (const { members } of this.#model.withData) this.#nameEvidence(merged(members));
	}

	#saidBy(inference: Inferred): OwnRelation {
		const own = ownOf(inference.data);
		if (own === NOTHING_OWN) return ownRelation(own);
		let said = this.#said.get(inference);
		if (said === undefined) this.#said.set(inference, (said = ownRelation(own)));
		return said;
	}

	#nameEvidence(data: Data): void {
		if (data === NO_DATA) return;
		const own = ownOf(data);
		// Few pieces of evidence have a name, and to read one takes long.
		if (!Array.isArray(own['evidence']) || !own['evidence'].some((each) => isRecord(each) && each['id']))
			return;
		for (const { id } of ownEvidence(own))
			if (id !== '' && !this.#own.has(id)) this.#own.set(id, this.#draft.id(id));
	}

	#id(of: Known): Id {
		if (of.id === '') of.id = this.#draft.id();
		return of.id;
	}
}

const NONE: readonly never[] = [];

/** Whether an argument is only the structure of one inference. */
function isBare({ title, lines }: Argument): boolean {
	return (
		title === null &&
		lines.length > 0 &&
		lines.every(({ inference }, at) => (inference !== null) === (at === lines.length - 1))
	);
}

/** Whether a relation could as well be written as one line, so that it must be remembered that it was not. */
function isShort(premises: readonly Premise[], sense: RelationItem['sense']): boolean {
	return premises.length === 1 && sense === 'support';
}

function shortened(data: Data): Item['ext'] {
	return { argdown: { structure: true, ...kept(data, 'uses') } };
}

/** The lines that an inference says it uses, by their numbers; `null` where it does not say. */
function usesOf(inferred: Inferred, lines: readonly Step[]): Step[] | null {
	const { uses } = inferred.data;
	if (!Array.isArray(uses)) return null;
	const numbered = new Map(lines.map((line) => [line.number, line]));
	const found = uses.map((number) => numbered.get(String(number))).filter((line) => line !== undefined);
	return found.length > 0 ? found : null;
}

keepLearned(new Mapper(EMPTY, new Draft(), () => ({ line: 0, column: 0 })));
