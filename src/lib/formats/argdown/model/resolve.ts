import { keepLearned } from '../../learned.ts';
import { NO_DATA } from '../syntax/data.ts';
import { Links } from './links.ts';
import type {
	ArgumentBlock,
	Heading,
	Inference,
	Related,
	Statement,
	Structure,
	Tree
} from '../syntax/tree.ts';
import {
	SENSES,
	type Argument,
	type Class,
	type End,
	type Inferred,
	type Member,
	type Model,
	type Relation,
	type Section,
	type Sense
} from './model.ts';

/**
 * Brings together what the tree says in several places, in the reference parser's terms (Argdown's ModelPlugin,
 * MIT): relations of an argument with a structure start at its main conclusion, undercuts of it hit its last
 * inference, in strict mode relations between statements are entailments and contraries, and an attack on an
 * argument is dropped where one of its premises is attacked by the same class. `again` is told of every structure
 * whose argument has one already: it becomes an argument of its own.
 */
export function resolve(tree: Tree, isStrict: boolean, again: (structure: Structure) => void): Model {
	const resolver = new Resolver(again);
	resolver.walk(tree);
	resolver.liftToStructures();
	if (isStrict) resolver.makeStrict();
	resolver.dropRedundant();
	return resolver.model();
}

const NO_TAGS: ReadonlySet<string> = new Set();

class Resolver {
	readonly #again: (structure: Structure) => void;
	readonly #classes = new Map<string, Class>();
	readonly #arguments = new Map<string, Argument>();
	readonly #untitled: Class[] = [];
	readonly #structures: Argument[] = [];
	/** Every class and argument, as they are first spoken of. */
	readonly #things: (Class | Argument)[] = [];
	readonly #withData = new Set<Class | Argument>();
	readonly #sections: Section[] = [];
	readonly #tags = new Set<string>();
	/** The relations that there are. No two ends begin at the same place. */
	readonly #links = new Links();
	#relations: Relation[] = [];
	#section: Section | null = null;
	#inference: Inferred | null = null;

	constructor(again: (structure: Structure) => void) {
		this.#again = again;
	}

	model(): Model {
		return {
			classes: [...this.#classes.values(), ...this.#untitled],
			arguments: [...this.#arguments.values(), ...this.#structures],
			things: this.#things,
			withData: this.#withData,
			relations: this.#relations,
			sections: this.#sections,
			tags: this.#tags
		};
	}

	walk(tree: Tree): void {
		let before: Argument | null = null;
		for (const block of tree.blocks) {
			const argument: Argument | null = before;
			before = null;
			if (block.is === 'heading') this.#heading(block);
			else if (block.is === 'structure') this.#structure(block, argument);
			else {
				const end = this.#member(block);
				if (end.is === 'argument') before = end;
			}
		}
	}

	#heading(heading: Heading): void {
		let parent = this.#section;
		while (parent && parent.level >= heading.level) parent = parent.parent;
		for (const tag of heading.tags) this.#tags.add(tag);
		const { level, tags, data } = heading;
		this.#section = { title: heading.text.trim(), level, parent, tags, data, id: '' };
		this.#sections.push(this.#section);
	}

	#member(node: Statement | ArgumentBlock): Class | Argument {
		const { data, tags, isReference } = node;
		const end =
			node.is === 'argument' ? this.#argument(node.title, node.start, node) : this.#class(node.title, node);
		if (tags.length > 0) {
			end.tags = new Set([...end.tags, ...tags]);
			for (const tag of tags) this.#tags.add(tag);
		}
		if (data !== NO_DATA) this.#withData.add(end);
		const joins = data === NO_DATA ? undefined : data['isInGroup'];
		if (joins === true || (!isReference && joins === undefined && end.section === null))
			end.section = this.#section;
		if (node.relations.length > 0) for (const related of node.relations) this.#related(related, end);
		return end;
	}

	#class(title: string | null, member: Member): Class {
		const known = title === null ? undefined : this.#classes.get(title);
		if (known) {
			known.members.push(member);
			return known;
		}
		// A list made with its one entry is a tenth as large as one that it is pushed into.
		const { start } = member;
		const made: Class = {
			is: 'class',
			title,
			members: [member],
			tags: NO_TAGS,
			section: null,
			start,
			id: ''
		};
		this.#things.push(made);
		if (title === null) this.#untitled.push(made);
		else this.#classes.set(title, made);
		return made;
	}

	#argument(title: string | null, start: number, member: Member | null): Argument {
		const known = title === null ? undefined : this.#arguments.get(title);
		if (known) {
			if (member) known.members.push(member);
			return known;
		}
		const made: Argument = {
			is: 'argument',
			title,
			members: member ? [member] : [],
			tags: NO_TAGS,
			lines: [],
			section: null,
			start,
			id: ''
		};
		this.#things.push(made);
		if (title === null) this.#structures.push(made);
		else this.#arguments.set(title, made);
		return made;
	}

	#structure(structure: Structure, before: Argument | null): void {
		const isAgain = before !== null && before.lines.length > 0;
		if (isAgain) this.#again(structure);
		const argument = before && !isAgain ? before : this.#argument(null, structure.start, null);
		if (this.#section) argument.section = this.#section;
		for (const { number, statement, inference } of structure.lines) {
			const inferred = inference && this.#inferred(inference);
			const member = this.#member(statement);
			if (member.is === 'class') argument.lines.push({ class: member, number, inference: inferred });
		}
	}

	#inferred(inference: Inference): Inferred {
		const made: Inferred = {
			is: 'inference',
			rules: inference.rules,
			data: inference.data,
			start: inference.start,
			id: ''
		};
		this.#inference = made;
		for (const related of inference.undercuts) this.#related(related, made);
		return made;
	}

	#related(related: Related, parent: End): void {
		const other = this.#member(related.other);
		const { start } = related;
		switch (related.kind) {
			case 'incomingSupport':
				return this.#relate('support', parent, other, start);
			case 'incomingAttack':
				return this.#relate('attack', parent, other, start);
			case 'outgoingSupport':
				return this.#relate('support', other, parent, start);
			case 'outgoingAttack':
				return this.#relate('attack', other, parent, start);
			case 'contradiction':
				return this.#relate('contradictory', parent, other, start);
			case 'incomingUndercut':
				return this.#relate('undercut', parent, other, start);
			case 'outgoingUndercut': {
				// Under a conclusion the inference just above is meant.
				const target = parent.is === 'class' ? (this.#inference ?? parent) : parent;
				return this.#relate('undercut', other, target, start);
			}
		}
	}

	#relate(sense: Sense, from: End, to: End, start: number): void {
		if (this.#isKnown(sense, from, to) || (sense === 'contradictory' && this.#isKnown(sense, to, from)))
			return;
		this.#know(sense, from, to);
		this.#relations.push({ sense, from, to, start, id: '' });
	}

	#isKnown(sense: Sense, from: End, to: End): boolean {
		return this.#links.has(SENSES.indexOf(sense), from.start, to.start);
	}

	#know(sense: Sense, from: End, to: End): void {
		this.#links.add(SENSES.indexOf(sense), from.start, to.start);
	}

	/** What is said of an argument with a structure is said of its conclusion, or of its last inference. */
	liftToStructures(): void {
		this.#relations = this.#relations.filter((relation) => this.#isLifted(relation));
	}

	/** Lifts a relation; whether it then is another than those that there were. */
	#isLifted(relation: Relation): boolean {
		const from = conclusionOf(relation.from) ?? relation.from;
		const to = relation.sense === 'undercut' ? (lastInference(relation.to) ?? relation.to) : relation.to;
		if (from === relation.from && to === relation.to) return true;
		if (from === to || this.#isKnown(relation.sense, from, to)) return false;
		this.#know(relation.sense, from, to);
		relation.from = from;
		relation.to = to;
		return true;
	}

	makeStrict(): void {
		this.#relations = this.#relations.filter((relation) => this.#isStrict(relation));
	}

	/** Makes a relation of statements strict; whether it then is another than those that there were. */
	#isStrict(relation: Relation): boolean {
		const { sense, from, to } = relation;
		if (from.is !== 'class' || to.is !== 'class') return true;
		if (sense === 'support') relation.sense = 'entails';
		if (sense !== 'attack') return true;
		if (this.#isKnown('contrary', from, to) || this.#isKnown('contrary', to, from)) return false;
		this.#know('contrary', from, to);
		relation.sense = 'contrary';
		return true;
	}

	dropRedundant(): void {
		const isOnArgument = ({ sense, from, to }: Relation): boolean =>
			from.is === 'class' && sense === 'attack' && to.is === 'argument';
		if (!this.#relations.some(isOnArgument)) return;
		const attacked = new Map<End, Set<End>>();
		const note = (from: End, to: End) => attacked.set(from, (attacked.get(from) ?? new Set<End>()).add(to));
		for (const { sense, from, to } of this.#relations) {
			if (sense === 'attack' || sense === 'contrary' || sense === 'contradictory') note(from, to);
			if (sense === 'contrary' || sense === 'contradictory') note(to, from);
		}
		this.#relations = this.#relations.filter((relation) => {
			const { from, to } = relation;
			if (!isOnArgument(relation) || to.is !== 'argument') return true;
			const hit = attacked.get(from)!;
			return !to.lines.some(({ class: premise, inference }) => !inference && hit.has(premise));
		});
	}
}

function conclusionOf(end: End): Class | null {
	return end.is === 'argument' ? (end.lines.at(-1)?.class ?? null) : null;
}

function lastInference(end: End): Inferred | null {
	return end.is === 'argument' ? (end.lines.at(-1)?.inference ?? null) : null;
}

keepLearned(new Resolver(() => undefined));
