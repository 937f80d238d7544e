import type { Debate } from '#lib/core/model/debate.ts';
import type { Group, Id, Item, Premise, Relation } from '#lib/core/model/item.ts';
import { byOrder, evidenceOn, every, relationsOn, roots } from '#lib/core/model/questions.ts';
import { sources } from '#lib/core/model/bibliography.ts';
import { Losses } from '../losses.ts';
import { fieldsOf } from './fields.ts';
import { carriedBy, isNameless, namesIn } from './names.ts';
import type { Fields, Node } from './node.ts';
import { guess } from './signs.ts';

/** How a format draws reasons. */
export interface Style {
	readonly format: string;
	/** Whether a reason with a single premise is that premise, rather than a node with the premise below it. */
	readonly collapses: (relation: Relation) => boolean;
	/** Whether every node has a name, also what was imported without one. */
	readonly isNamed?: boolean;
}

/** A whole debate as a tree. */
export interface Outline {
	readonly nodes: readonly Node[];
	readonly lost: Losses;
}

type Made = { -readonly [K in keyof Node]: Node[K] };

/** What is to be written below `into`. */
interface Task {
	readonly id: Id;
	/** As what it stands there: a reason, a premise. */
	readonly as: Fields;
	readonly level: number;
	readonly into: Node[];
}

/** Deeper than this a claim begins a tree of its own, and is used where it was. */
const DEEPEST = 60;

/**
 * Everything in `debate` as nodes, each item once; a claim in a second place is a `use` there. Claims that nobody
 * reaches from a root, because they stand in a circle or very deep, stand at the top too, and so do relations in
 * circles, which say what they are on.
 */
export function outlined(debate: Debate, style: Style): Outline {
	return new Drawing(debate, style).outline();
}

class Drawing {
	readonly #debate: Debate;
	readonly #style: Style;
	readonly #names: ReadonlyMap<Id, string>;
	readonly #placed = new Set<Id>();
	readonly #waiting: Id[] = [];
	readonly #top: Node[] = [];
	/** Nodes of imported items that had no name, each with the one that it would get. */
	readonly #nameless: Made[] = [];
	readonly #referred = new Set<string>();
	readonly #lost = new Losses();

	constructor(debate: Debate, style: Style) {
		this.#debate = debate;
		this.#style = style;
		this.#names = namesIn(debate, style.format);
	}

	outline(): Outline {
		const debate = this.#debate;
		for (const { id } of roots(debate)) this.#begin(id);
		for (let at = 0; at < this.#waiting.length; at++) this.#begin(this.#waiting[at]!);
		const rest = [...every(debate, 'claim'), ...every(debate, 'argument')].sort(byOrder);
		for (const { id } of rest) this.#begin(id);
		const loose = [...every(debate, 'relation'), ...every(debate, 'evidence')].sort(byOrder);
		for (const item of loose) this.#begin(item.id);
		for (let at = 0; at < this.#waiting.length; at++) this.#begin(this.#waiting[at]!);
		for (const group of groupsIn(debate)) this.#begin(group.id);
		for (const source of sources(debate)) this.#begin(source.id);
		this.#lost.add(
			'ext',
			[...debate.items()].some(({ ext }) => Object.keys(ext).some((name) => name !== this.#style.format))
		);
		for (const node of this.#nameless) if (!this.#referred.has(node.id)) node.id = '';
		return { nodes: this.#top, lost: this.#lost };
	}

	#begin(id: Id): void {
		const item = this.#debate.get(id);
		if (!item || this.#placed.has(id)) return;
		const tasks: Task[] = [{ id, as: this.#bearing(item), level: 1, into: this.#top }];
		for (let task = tasks.pop(); task; task = tasks.pop()) tasks.push(...this.#draw(task).reverse());
	}

	/** What an item at the top says of what it is on. */
	#bearing(item: Item): Fields {
		if (item.kind !== 'relation' && item.kind !== 'evidence') return {};
		if (item.target === null) return {};
		this.#lost.add('order', this.#debate.referrers(item.target, 'target').size > 1);
		return { on: this.#refer(item.target) };
	}

	/** Writes one node, and answers with what is to be written below it. */
	#draw({ id, as, level, into }: Task): Task[] {
		const item = this.#debate.get(id)!;
		if (item.kind === 'relation' && into !== this.#top && this.#isCollapsed(item)) {
			this.#placed.add(id);
			const [premise] = item.premises;
			return [{ id: premise!.id, as: { ...this.#asReason(item, premise!), premise: 'yes' }, level, into }];
		}
		const isBelow = item.kind === 'relation' || item.kind === 'evidence';
		if (this.#placed.has(id) || (level > DEEPEST && !isBelow) || (isBelow && 'premise' in as)) {
			if (!this.#placed.has(id) && !isBelow) this.#waiting.push(id);
			const { premise: _, ...rest } = as;
			into.push({ ...BARE, text: textOf(item), fields: { ...rest, use: this.#refer(id) } });
			return [];
		}
		if (level > 2 * DEEPEST) return [];
		this.#placed.add(id);
		const children: Node[] = [];
		const node = this.#node(item, as, children);
		into.push(node);
		if (!this.#style.isNamed && isNameless(item, this.#style.format)) this.#nameless.push(node);
		return this.#below(item).map((task) => ({ ...task, level: level + 1, into: children }));
	}

	#node(item: Item, as: Fields, children: Node[]): Made {
		const { premise: _, ...rest } = as;
		const kind: Fields = item.kind === 'claim' ? {} : { kind: item.kind };
		const sense: Fields = item.kind === 'relation' ? { relation: item.sense } : {};
		const names = { of: (id: Id) => this.#refer(id), find: () => undefined };
		return {
			...BARE,
			id: this.#name(item.id),
			text: textOf(item),
			fields: { ...kind, ...sense, ...rest, ...fieldsOf(item, names) },
			carried: carriedBy(item, this.#style.format),
			children
		};
	}

	#below(item: Item): Pick<Task, 'id' | 'as'>[] {
		const on = [...relationsOn(this.#debate, item.id), ...evidenceOn(this.#debate, item.id)];
		const waiting = on.filter(({ id }) => !this.#placed.has(id)).map(({ id }) => ({ id, as: {} }));
		if (item.kind !== 'relation') return waiting;
		const premises = item.premises.map((premise) => ({
			id: premise.id,
			as: { ...this.#asPremise(premise), premise: 'yes' }
		}));
		return [...premises, ...waiting];
	}

	#isCollapsed(relation: Relation): boolean {
		const { id, premises, target } = relation;
		if (premises.length !== 1 || target === null || this.#placed.has(id)) return false;
		const isBare = (['target', 'premise'] as const).every(
			(role) => this.#debate.referrers(id, role).size === 0
		);
		return isBare && this.#style.collapses(relation);
	}

	#asReason({ id, sense, scheme, notes, target }: Relation, premise: Premise): Fields {
		const isStep = this.#debate.referrers(id, 'step').size > 0;
		const item = this.#debate.get(premise.id)!;
		const isOnClaim = this.#debate.get(target!)?.kind === 'claim';
		const isAsRead = isOnClaim && item.kind === 'claim' && this.#style.format in item.ext;
		const guessed = isAsRead ? guess(item.text) : null;
		const isGuessed =
			guessed?.text === textOf(item) && guessed.sense === sense && !guessed.isHeading && !isStep;
		return {
			...(!isGuessed && { relation: sense }),
			...(isStep && { reason: this.#refer(id) }),
			...(scheme !== '' && { scheme }),
			...(notes !== '' && { why: notes }),
			...this.#asPremise(premise)
		};
	}

	#asPremise({ role, negated }: Premise): Fields {
		return { ...(role !== '' && { role }), ...(negated && { negated: 'yes' }) };
	}

	#refer(id: Id): string {
		const name = this.#name(id);
		this.#referred.add(name);
		return name;
	}

	#name(id: Id): string {
		return this.#names.get(id) ?? id;
	}
}

const BARE: Node = { id: '', text: '', fields: {}, carried: {}, children: [], line: 0, column: 0 };

function textOf(item: Item): string {
	switch (item.kind) {
		case 'claim':
		case 'evidence':
			return item.text;
		case 'argument':
		case 'source':
		case 'group':
			return item.title;
		case 'relation':
			return item.sense === 'support' || item.sense === 'entails' || item.sense === 'rephrase'
				? 'Reason'
				: 'Objection';
	}
}

/** All groups, each after the one that it is in, in the author's order within it. */
function groupsIn(debate: Debate): Group[] {
	const within = new Map<Id | null, Group[]>();
	for (const group of every(debate, 'group').sort(byOrder)) {
		const known = within.get(group.parent);
		if (known) known.push(group);
		else within.set(group.parent, [group]);
	}
	const found: Group[] = [...(within.get(null) ?? [])];
	for (let at = 0; at < found.length; at++) found.push(...(within.get(found[at]!.id) ?? []));
	return found;
}
