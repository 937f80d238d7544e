import { referenceLine } from '#lib/core/model/citation.ts';
import { isReferred, type Debate } from '#lib/core/model/debate.ts';
import type { Argument, Evidence, Group, Id, Item, Relation, Sense } from '#lib/core/model/item.ts';
import { byOrder } from '#lib/core/model/questions.ts';
import type { Losses } from '../losses.ts';
import { lost, present } from '../tree/present.ts';

/** What a node stands for decides its shape. */
export type Shape = Item['kind'] | 'unstated';

export interface PictureNode {
	readonly name: string;
	readonly shape: Shape;
	/** For an inference, which decides its colour. */
	readonly sense: Sense | null;
	/** Shown apart from the words; `''` for none. */
	readonly title: string;
	readonly words: string;
}

export interface PictureEdge {
	readonly from: string;
	readonly to: string;
	readonly label: string;
	/** `null` where it only joins: a premise to its inference, a source to what it is cited for. */
	readonly sense: Sense | null;
	readonly isArrow: boolean;
}

/** A section, a box or an issue, with what is in it. */
export interface Cluster {
	readonly name: string;
	readonly title: string;
	readonly nodes: readonly PictureNode[];
	readonly clusters: readonly Cluster[];
}

/** A debate as others draw graphs: reasons below, what they bear on above. */
export interface Picture {
	readonly title: string;
	readonly nodes: readonly PictureNode[];
	readonly clusters: readonly Cluster[];
	readonly edges: readonly PictureEdge[];
	readonly losses: Losses;
}

/** What the words on an edge or an inference say. */
const SAID: Readonly<Record<Sense, string>> = {
	support: 'supports',
	attack: 'attacks',
	rephrase: 'says in other words',
	contrary: 'excludes',
	contradictory: 'contradicts',
	entails: 'entails'
};
const LETTERS: Readonly<Record<Item['kind'], string>> = {
	claim: 'c',
	argument: 'a',
	relation: 'r',
	evidence: 'e',
	source: 's',
	group: 'g'
};
/** Clusters nested deeper than this stand at the top, so that any tool can follow. */
const DEEPEST = 40;

/**
 * What there is to draw. A relation of one premise that says nothing more is an edge; any other is a node of its own,
 * so that joined premises meet in it and what bears on it has something to point at.
 */
export function pictureOf(debate: Debate, format: string): Picture {
	return new Painter(debate, format).picture();
}

class Painter {
	readonly #debate: Debate;
	readonly #losses: Losses;
	readonly #names = new Map<Id, string>();
	readonly #members = new Map<Id | null, Item[]>();
	readonly #edges: PictureEdge[] = [];

	constructor(debate: Debate, format: string) {
		this.#debate = debate;
		this.#losses = lost(present(debate, format), [
			'titles',
			'tags',
			'unstated',
			'groups',
			'arguments',
			'descriptions',
			'steps',
			'joined',
			'roles',
			'negations',
			'schemes',
			'undercuts',
			'attacksOnAttacks',
			'evidenceAnswers',
			'senses',
			'targetless',
			'premiseless',
			'premises',
			'secondUses',
			'cycles',
			'evidence',
			'sources'
		]);
		this.#losses.add('sourceFields', debate.count.source > 0);
	}

	picture(): Picture {
		const counts = new Map<Item['kind'], number>();
		const items = [...this.#debate.items()].filter((item) => !this.#isEdge(item));
		for (const item of items.sort((a, b) => byOrder(placed(a), placed(b)))) {
			const count = (counts.get(item.kind) ?? 0) + 1;
			counts.set(item.kind, count);
			this.#names.set(item.id, `${LETTERS[item.kind]}${count}`);
			const parent = this.#parentOf(item);
			const known = this.#members.get(parent);
			if (known) known.push(item);
			else this.#members.set(parent, [item]);
		}
		for (const item of [...this.#debate.items()].sort((a, b) => byOrder(placed(a), placed(b))))
			this.#join(item);
		const { nodes, clusters } = this.#within(null);
		return { title: this.#debate.about.title, nodes, clusters, edges: this.#edges, losses: this.#losses };
	}

	#within(group: Id | null): Pick<Cluster, 'nodes' | 'clusters'> {
		const items = this.#members.get(group) ?? [];
		return {
			nodes: items.filter(({ kind }) => kind !== 'group').map((item) => this.#node(item)),
			clusters: items
				.filter((item) => item.kind === 'group')
				.map((item) => ({ name: this.#name(item.id), title: item.title, ...this.#within(item.id) }))
		};
	}

	#parentOf(item: Item): Id | null {
		if (item.kind === 'claim' || item.kind === 'argument') return item.group;
		return item.kind === 'group' ? this.#outer(item) : null;
	}

	#outer(group: Group): Id | null {
		let depth = 0;
		for (let at: Item | undefined = group; at?.kind === 'group' && depth <= DEEPEST; depth++)
			at = at.parent === null ? undefined : this.#debate.get(at.parent);
		this.#losses.add('groups', depth > DEEPEST);
		return depth > DEEPEST ? null : group.parent;
	}

	#name(id: Id): string {
		return this.#names.get(id) ?? '';
	}

	#node(item: Item): PictureNode {
		const node = { name: this.#name(item.id), shape: item.kind, sense: null, title: '' } as const;
		switch (item.kind) {
			case 'claim': {
				const shape = item.unstated ? 'unstated' : 'claim';
				return { ...node, shape, title: item.title, words: tagged(item.text, item.tags) };
			}
			case 'argument':
				return { ...node, title: item.title, words: tagged(item.descriptions.join('\n'), item.tags) };
			case 'relation':
				return { ...node, sense: item.sense, title: item.scheme, words: this.#said(item.sense, item.target) };
			case 'evidence':
				return { ...node, words: [item.text, item.locator].filter(Boolean).join('\n') };
			case 'source':
				return { ...node, words: referenceLine(item) };
			case 'group':
				return { ...node, words: item.title };
		}
	}

	/** Whether a relation is no more than a line between two nodes. */
	#isEdge(item: Item): boolean {
		if (item.kind !== 'relation' || item.premises.length !== 1 || item.target === null) return false;
		const [{ role, negated }] = item.premises as [Relation['premises'][number]];
		return role === '' && !negated && item.scheme === '' && !isReferred(this.#debate, item.id);
	}

	#join(item: Item): void {
		if (item.kind === 'relation') this.#relate(item);
		if (item.kind === 'evidence') this.#cite(item);
		if (item.kind === 'argument') this.#spell(item);
	}

	#relate(relation: Relation): void {
		const { id, premises, target, sense } = relation;
		if (this.#isEdge(relation)) {
			this.#edge(premises[0]!.id, target, this.#said(sense, target), sense);
			return;
		}
		for (const { id: premise, role, negated } of premises) {
			const label = [negated && 'not', role].filter(Boolean).join(' ');
			this.#edge(premise, id, label, null, false);
		}
		this.#edge(id, target, '', sense);
	}

	#said(sense: Sense, target: Id | null): string {
		const isOnRelation = target !== null && this.#debate.get(target)?.kind === 'relation';
		return sense === 'attack' && isOnRelation ? 'undercuts' : SAID[sense];
	}

	#cite({ id, target, source, bearing }: Evidence): void {
		this.#edge(id, target, `evidence ${bearing}`, bearing === 'for' ? 'support' : 'attack');
		if (source !== null) this.#edge(source, id, 'source', null);
	}

	#spell({ id, steps }: Argument): void {
		for (const [at, step] of steps.entries()) this.#edge(id, step, `step ${at + 1}`, null, false);
	}

	#edge(from: Id, to: Id | null, label: string, sense: Sense | null, isArrow = true): void {
		if (to === null) return;
		this.#edges.push({ from: this.#name(from), to: this.#name(to), label, sense, isArrow });
	}
}

function placed(item: Item): { readonly order: string; readonly id: Id } {
	return item.kind === 'source' ? { order: '', id: item.id } : item;
}

function tagged(words: string, tags: readonly string[]): string {
	return [words, tags.map((tag) => `#${tag}`).join(' ')].filter(Boolean).join('\n');
}

/** `text` in lines of about `width` characters, broken at blanks; its own line breaks stay. */
export function wrapped(text: string, width = 34): string[] {
	return text.split(/\r\n|\n|\r/).flatMap((line) => {
		const lines: string[] = [];
		let last = '';
		for (const word of line.split(/\s+/).filter(Boolean)) {
			if (last !== '' && last.length + word.length >= width) {
				lines.push(last);
				last = word;
			} else last = last === '' ? word : `${last} ${word}`;
		}
		return [...lines, last];
	});
}
