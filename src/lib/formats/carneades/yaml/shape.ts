import { isReferred, type Debate } from '#lib/core/model/debate.ts';
import type { Group, Id, Item, Relation } from '#lib/core/model/item.ts';
import { byOrder, claimOf, every, relationsOn } from '#lib/core/model/questions.ts';
import { isRecord } from '../../sample.ts';

/** How each item of a debate is written. */
export interface Shape {
	/** The key of a claim, of a relation that is an argument, or of a group that is an issue. */
	key(id: Id): string | undefined;
	/** The relation that undercuts an argument by one statement, if that is all that bears on it. */
	undercutOf(id: Id): Relation | undefined;
	/** The claims of an issue, in order. */
	readonly issues: ReadonlyMap<Group, readonly Id[]>;
	/** Relations in order. */
	readonly arguments: readonly Relation[];
	/** Whether an issue's positions exclude each other as the file itself says. */
	isRivalry(issue: Group): boolean;
	/** What Carneades has no words for. */
	readonly others: readonly Item[];
	/** The negation of a claim that is attacked or used negated, by the claim. */
	readonly negations: ReadonlyMap<Id, string>;
}

export function shapeOf(debate: Debate): Shape {
	const issues = issuesIn(debate);
	const isArgument = (relation: Relation): boolean => isPlain(debate, relation);
	const relations = every(debate, 'relation').sort(byOrder);
	const named = relations.filter(isArgument);
	const undercuts = new Map<Id, Relation>();
	for (const { id } of named) {
		const on = relationsOn(debate, id);
		if (on.length === 1 && isUndercut(debate, on[0]!)) undercuts.set(id, on[0]!);
	}
	const rivalries = new Map([...issues].map(([issue, ids]) => [issue, rivalryOf(debate, issue, ids)]));
	const said = new Set<Id>([...undercuts.values()].map(({ id }) => id));
	for (const rivals of rivalries.values()) for (const { id } of rivals ?? []) said.add(id);
	const keys = new Map<Id, string>();
	const name = (items: readonly Item[]): Set<string> => {
		const taken = new Set<string>();
		for (const item of items) {
			const wanted = foreignId(item);
			const key = wanted !== '' && !taken.has(wanted) ? wanted : free(item.id, taken);
			taken.add(key.replaceAll(/\s+/g, ''));
			taken.add(key);
			keys.set(item.id, key);
		}
		return taken;
	};
	const taken = name(every(debate, 'claim'));
	name(named);
	name([...issues.keys()]);
	return {
		key: (id) => keys.get(id),
		undercutOf: (id) => undercuts.get(id),
		issues,
		arguments: named,
		isRivalry: (issue) => rivalries.get(issue) !== null,
		others: [...debate.items()].filter((item) => !keys.has(item.id) && !said.has(item.id)),
		negations: negationsIn(named, [...undercuts.values()], keys, taken)
	};
}

/** Supports and attacks of a claim by claims. */
function isPlain(debate: Debate, { sense, premises, target }: Relation): boolean {
	if (sense !== 'support' && sense !== 'attack') return false;
	return target !== null && [target, ...premises.map(({ id }) => id)].every((id) => claimOf(debate, id));
}

function isUndercut(debate: Debate, { id, sense, premises, scheme, notes, ext }: Relation): boolean {
	const [only] = premises;
	if (sense !== 'attack' || !only || premises.length > 1 || only.role !== '' || scheme || notes) return false;
	return claimOf(debate, only.id) !== undefined && !isReferred(debate, id) && Object.keys(ext).length === 0;
}

function issuesIn(debate: Debate): Map<Group, Id[]> {
	const issues = new Map<Group, Id[]>();
	const members = new Map<Id, Id[]>();
	for (const { id, group } of every(debate, 'claim').sort(byOrder)) {
		if (group === null) continue;
		const known = members.get(group);
		if (known) known.push(id);
		else members.set(group, [id]);
	}
	for (const group of every(debate, 'group').sort(byOrder)) {
		const ids = members.get(group.id);
		if (group.form === 'issue' && ids) issues.set(group, ids);
	}
	return issues;
}

/** The relations by which positions exclude each other, where they are what a reader would make; else `null`. */
function rivalryOf(debate: Debate, issue: Group, ids: readonly Id[]): readonly Relation[] | null {
	const key = foreignId(issue);
	const found: Relation[] = [];
	for (const id of ids) {
		const on = relationsOn(debate, id);
		const rivals = on.filter(({ ext }) => key !== '' && issueIn(ext) === key);
		const isLast = on.slice(on.length - rivals.length).every((relation) => rivals.includes(relation));
		if (!isLast || !rivals.every((relation) => isRival(debate, relation, ids))) return null;
		found.push(...rivals);
	}
	const pairs = new Set(found.map(({ premises, target }) => `${premises[0]!.id} ${target}`));
	const isWhole = ids.every((one, at) => ids.slice(at + 1).every((other) => pairs.has(`${one} ${other}`)));
	return isWhole && found.length === (ids.length * (ids.length - 1)) / 2 ? found : null;
}

function isRival(debate: Debate, relation: Relation, ids: readonly Id[]): boolean {
	const { id, sense, premises, scheme, notes } = relation;
	const [only] = premises;
	if (sense !== 'contrary' || premises.length !== 1 || scheme || notes || isReferred(debate, id))
		return false;
	return only!.role === '' && !only!.negated && ids.includes(only!.id);
}

/** Keys for negations: Carneades itself means nothing by the sign, but its users do. */
function negationsIn(
	named: readonly Relation[],
	undercuts: readonly Relation[],
	keys: ReadonlyMap<Id, string>,
	taken: Set<string>
): Map<Id, string> {
	const needed = new Set<Id>();
	for (const { sense, target } of named) if (sense === 'attack' && target !== null) needed.add(target);
	for (const { premises } of [...named, ...undercuts])
		for (const { id, negated } of premises) if (negated) needed.add(id);
	return new Map(
		[...needed].map((id) => {
			const key = free(`¬${keys.get(id)}`, taken);
			taken.add(key.replaceAll(/\s+/g, ''));
			return [id, key];
		})
	);
}

function free(wanted: string, taken: ReadonlySet<string>): string {
	let key = wanted;
	for (let count = 2; taken.has(key.replaceAll(/\s+/g, '')); count++) key = `${wanted}-${count}`;
	return key;
}

function foreignId({ ext }: Item): string {
	const own = ext['carneades-yaml'];
	return isRecord(own) && typeof own['id'] === 'string' ? own['id'] : '';
}

function issueIn(ext: Item['ext']): unknown {
	const own = ext['carneades-yaml'];
	return isRecord(own) ? own['issue'] : undefined;
}
