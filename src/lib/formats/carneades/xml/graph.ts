import type { Json } from '#lib/core/decode.ts';
import type { Basis, Id, Item, Premise } from '#lib/core/model/item.ts';
import { premise } from '#lib/core/model/make.ts';
import { childOf, childrenOf, elementsOf, type Element } from '../../carriers/xml.ts';
import type { Draft } from '../../draft.ts';
import type { Native } from '../../format.ts';
import { keeping } from '../../keeping.ts';

/** What LKIF and CAF say in attributes of their own. */
export interface Dialect {
	/** The format's name, under which the rest is kept. */
	readonly name: string;
	/** The words of a statement, in each language; none where it has only an expression. */
	words(statement: Element): readonly string[];
	basis(statement: Element): Basis;
	isPro(argument: Element): boolean;
	isNegated(premise: Element): boolean;
	isUnsaid(premise: Element): boolean;
	isException(premise: Element): boolean;
	/** What part a premise plays where it names none. */
	role(premise: Element): string;
	/** What is said of an argument, and its title where it has one. */
	notes(argument: Element): string;
	/** The argument that a statement undercuts just by being true. */
	undercuts?(statement: Element): string | undefined;
	/** Attributes that are understood; the others are kept. */
	readonly known: readonly string[];
}

/** Makes claims of statements, relations of arguments, and undercuts of their exceptions. */
export class GraphReader {
	readonly #draft: Draft;
	readonly #dialect: Dialect;
	readonly #statements = new Map<string, Id>();
	readonly #arguments = new Map<string, Id>();

	/** The section that all claims belong to, where a file has several graphs. */
	readonly #group: Id | null;

	constructor(draft: Draft, dialect: Dialect, group: Id | null = null) {
		this.#draft = draft;
		this.#dialect = dialect;
		this.#group = group;
	}

	read(graph: Element): void {
		const within = (list: string, name: string): Element[] =>
			childrenOf(graph, list).flatMap((element) => childrenOf(element, name));
		const statements = within('statements', 'statement');
		const named = within('arguments', 'argument');
		for (const statement of statements) this.#statement(statement);
		for (const argument of named) this.#nameArgument(argument);
		for (const argument of named) this.#argument(argument);
		for (const statement of statements) this.#undercut(statement);
	}

	/** The claim made of the statement with this id. */
	claim(id: string): Id | undefined {
		return this.#statements.get(id);
	}

	/** The relation made of the argument with this id. */
	relation(id: string): Id | undefined {
		return this.#arguments.get(id);
	}

	#statement(element: Element): void {
		const { id: said = '', atom = '' } = element.attributes;
		if (said !== '' && this.#statements.has(said)) {
			this.#draft.warn('duplicate-id', `The statement ${said} comes twice: the first one counts.`, element);
			return;
		}
		const [text, ...others] = this.#dialect.words(element);
		if (text === undefined)
			this.#draft.warn(
				'no-words',
				`The statement ${said} has no words: its expression stands for them.`,
				element
			);
		const id = this.#draft.id(said);
		this.#statements.set(said, id);
		this.#draft.claim({
			id,
			text: text ?? (atom || said),
			wordings: others.map((other) => ({ id: this.#draft.id(), text: other })),
			basis: this.#dialect.basis(element),
			standard: element.attributes['standard'] === 'SE' ? 'scintilla' : 'balanced',
			group: this.#group,
			ext: this.#ext(element)
		});
	}

	#nameArgument(element: Element): void {
		const { id = '' } = element.attributes;
		if (id !== '' && this.#arguments.has(id))
			this.#draft.warn('duplicate-id', `The argument ${id} comes twice.`, element);
		else this.#arguments.set(id, this.#draft.id(id));
	}

	#argument(element: Element): void {
		const { id: said = '', scheme = '' } = element.attributes;
		const known = this.#arguments.get(said);
		const id = known !== undefined && !this.#draft.has(known) ? known : this.#draft.id();
		const conclusion = childOf(element, 'conclusion');
		const list = childrenOf(element, 'premises').flatMap((each) => childrenOf(each, 'premise'));
		const reasons = list.filter((each) => !this.#dialect.isException(each));
		const attributes = conclusion?.attributes ?? {};
		const target = this.#find(attributes['statement'], conclusion ?? element);
		this.#draft.relation({
			id,
			sense: this.#dialect.isPro(element) ? 'support' : 'attack',
			premises: reasons.flatMap((each) => this.#premise(each)),
			target: target ?? null,
			scheme: scheme.trim(),
			notes: this.#dialect.notes(element),
			ext: this.#ext(element)
		});
		for (const each of list.filter((one) => this.#dialect.isException(one)))
			for (const exception of this.#premise(each))
				this.#draft.relation({ id: this.#draft.id(), sense: 'attack', premises: [exception], target: id });
	}

	#premise(element: Element): Premise[] {
		const { statement, role = '' } = element.attributes;
		const id = this.#find(statement, element);
		if (id === undefined) return [];
		const claim = this.#draft.get(id);
		if (this.#dialect.isUnsaid(element) && claim?.kind === 'claim')
			this.#draft.replace({ ...claim, unstated: true });
		return [
			{
				...premise(id),
				role: role.trim() || this.#dialect.role(element),
				negated: this.#dialect.isNegated(element)
			}
		];
	}

	#undercut(element: Element): void {
		const undercut = this.#dialect.undercuts?.(element);
		const target = undercut === undefined ? undefined : this.#arguments.get(undercut);
		const id = this.#statements.get(element.attributes['id'] ?? '');
		if (target === undefined || id === undefined) return;
		this.#draft.relation({ id: this.#draft.id(), sense: 'attack', premises: [premise(id)], target });
	}

	#find(statement: string | undefined, element: Element): Id | undefined {
		const id = this.#statements.get(statement ?? '');
		if (id === undefined)
			this.#draft.warn('dangling', `“${statement ?? ''}” is no statement: this was left out.`, element);
		return id;
	}

	#ext({ attributes, ...place }: Element): Item['ext'] {
		const rest = Object.entries(attributes).filter(
			([name, value]) => value !== '' && name !== 'id' && !this.#dialect.known.includes(name)
		);
		const { id } = attributes;
		const carried: Record<string, Json> = {
			...(id !== undefined && { id }),
			...(rest.length > 0 && { data: Object.fromEntries(rest) })
		};
		const { kept, dropped } = keeping(carried);
		for (const name of dropped) this.#draft.warn('dropped', `${name} is too much to keep.`, place);
		return Object.keys(kept).length > 0 ? { [this.#dialect.name]: kept } : {};
	}
}

const COUNTED = ['statement', 'argument', 'premise', 'conclusion', 'rule', 'source', 'description'];

/** How often each kind of element occurs; those that do not are left out. */
export function countedIn(root: Element, text: string, names: readonly string[] = COUNTED): Native {
	const counts = new Map(names.map((name) => [name, 0]));
	for (const { name } of elementsOf(root)) if (counts.has(name)) counts.set(name, counts.get(name)! + 1);
	const elements = Object.fromEntries([...counts].filter(([, count]) => count > 0));
	return { ...(text.includes('\r\n') && { crlf: true }), root: root.name, elements };
}
