import { ABOUT, apply } from '#lib/core/edit/apply.ts';
import type { Step } from '#lib/core/edit/step.ts';
import { Debate, references, type Role } from '#lib/core/model/debate.ts';
import type { Id, Item, Relation } from '#lib/core/model/item.ts';
import { argument, claim, evidence, group, premise, relation, source } from '#lib/core/model/make.ts';
import { after } from '#lib/core/model/order.ts';

/**
 * A debate in a tiny notation, one word an item, in the order in which they are added and ordered:
 *
 * - `a` a claim whose words are its id; `a?` one that stands unsaid; `a@g` one in the group `g`
 * - `a>b` a supports b; `a-b` a attacks b; `a+b>c` joined premises; `u-(a>b)` an undercut, however deep
 * - `r:a>b` a relation with an id of its own; without one it is `idOf('a>b')`
 * - `e for a`, `e against (a>b)`, `e for a in s` evidence, and what it cites
 * - `x argues a>b, b>c` an argument spelled out; `x argues` one that is only a sketch
 * - `g group`, `h group g`, `s source`
 *
 * Throws where a word cannot be read or does not fit.
 */
export function debate(...words: readonly string[]): Debate {
	const made = new Debate();
	const orders = after(null, words.length);
	for (const [at, word] of words.entries()) {
		const done = apply(made, [adding(word, orders[at])]);
		if (!done.ok) throw new RangeError(`${word}: ${done.error.refusal}`);
	}
	return made;
}

/** The step that adds what `word` says. */
export function adding(word: string, order = 'a0'): Step {
	const item = itemOf(word);
	return { do: 'add', item: 'order' in item ? { ...item, order } : item };
}

/** The id of a word of the notation: `a>b` is `a_b`, `a+b>c` is `a--b_c`, `u-(a>b)` is `u-a_b`, `r:a>b` is `r`. */
export function idOf(word: string): Id {
	const bare = word.replace(/^\((.*)\)$/s, '$1').trim();
	const [first] = bare.split(/ |[?@]/);
	const name = /^(\w+):/.exec(first!);
	if (name) return name[1]!;
	return first!.replaceAll('>', '_').replaceAll('+', '--').replaceAll(/[()]/g, '');
}

function itemOf(word: string): Item {
	const id = idOf(word);
	const match = (pattern: RegExp) => pattern.exec(word);
	const bears = match(/^\w+ (for|against) (\S+)(?: in (\w+))?$/);
	if (bears) {
		const [, bearing, target, cited] = bears;
		const fields = { id, text: id, target: idOf(target!), source: cited ?? null };
		return evidence({ ...fields, bearing: bearing === 'for' ? 'for' : 'against' });
	}
	const argues = match(/^\w+ argues(?: (.+))?$/);
	if (argues) return argument({ id, title: id, steps: argues[1]?.split(', ').map(idOf) ?? [] });
	const grouped = match(/^\w+ group(?: (\w+))?$/);
	if (grouped) return group({ id, title: id, parent: grouped[1] ?? null });
	if (match(/^\w+ source$/)) return source({ id, title: id });
	const stated = match(/^(\w+)(\??)(?:@(\w+))?$/);
	if (stated) return claim({ id, text: id, unstated: stated[2] === '?', group: stated[3] ?? null });
	return relationOf(word, id);
}

function relationOf(word: string, id: Id): Relation {
	const parts = /^(?:\w+:)?([\w+]+)([>-])(\w+|\(.+\))$/.exec(word);
	if (!parts) throw new SyntaxError(`not a word of the notation: ${word}`);
	const [, premises, arrow, target] = parts;
	return relation({
		id,
		sense: arrow === '>' ? 'support' : 'attack',
		premises: premises!.split('+').map(premise),
		target: idOf(target!)
	});
}

/** Another debate that holds the same. */
export function copy(debate: Debate): Debate {
	const made = new Debate();
	made.about = debate.about;
	for (const item of debate.items()) made.set(item);
	return made;
}

/** Everything that one can learn from a debate, indexes included, as a value that compares with another. */
export function state(debate: Debate): Readonly<Record<string, unknown>> {
	const items = [...debate.items()].sort((a, b) => (a.id < b.id ? -1 : 1));
	const known = new Set(items.flatMap((item) => [item.id, ...references(item).map(({ id }) => id)]));
	return {
		about: debate.about,
		count: { ...debate.count },
		size: debate.size,
		items,
		referrers: Object.fromEntries([...known].sort().map((id) => [id, referrersOf(debate, id)]))
	};
}

/** What `touched` speaks of, for each id: its item, and who refers to it; `ABOUT` for the debate itself. */
export function faces(debate: Debate): ReadonlyMap<Id, unknown> {
	const made = new Map<Id, unknown>([[ABOUT, debate.about]]);
	for (const item of debate.items()) made.set(item.id, { item, referrers: referrersOf(debate, item.id) });
	return made;
}

const ROLES: readonly Role[] = ['target', 'premise', 'source', 'step', 'member'];

function referrersOf(debate: Debate, id: Id): Readonly<Record<string, readonly Id[]>> {
	return Object.fromEntries(ROLES.map((role) => [role, [...debate.referrers(id, role)].sort()]));
}
