import type { Json } from '#lib/core/decode.ts';
import { fail, type Result } from '#lib/core/result.ts';
import { refusal, type Native, type Reading, type Refusal } from '../format.ts';
import { factsIn, type Fact, type Facts } from './facts.ts';
import { Frame } from './frame.ts';

/** What the facts are, counted by their names. */
export function nativeOf({ facts }: Facts): Native {
	const count = new Map<string, number>();
	for (const { name } of facts) count.set(name, (count.get(name) ?? 0) + 1);
	const [args, att, sup] = ['arg', 'att', 'sup'].map((name) => count.get(name) ?? 0);
	const other: Record<string, number> = {};
	for (const [name, many] of count)
		if (!['arg', 'att', 'sup', '__proto__'].includes(name)) other[name] = many;
	return {
		args: args!,
		att: att!,
		sup: sup!,
		other,
		noTrailingDot: facts.filter((fact) => !fact.isClosed).length
	};
}

/**
 * Reads `arg(a). att(a,b). sup(a,b).` in any order. A number after the names is a base score or weight; what other
 * facts say of an argument stays with it.
 */
export function readFacts(text: string, format: string): Result<Reading, Refusal> {
	const all = factsIn(text);
	const native = nativeOf(all);
	const isAny = all.facts.some(({ name }) => name === 'arg' || name === 'att' || name === 'sup');
	if (!isAny && all.facts.length + all.others.length > 0)
		return fail(refusal('no-facts', 'There is no fact such as “arg(a).” in it.', 1, 1, native));
	const frame = new Frame(format);
	warnOf(all, frame);
	const beyond = beyondOf(all.facts, frame);
	for (const fact of all.facts) {
		const [from, to, ...more] = fact.args;
		if (fact.name === 'arg' && from !== undefined) {
			const rest = fact.args.slice(1);
			const facts = beyond.get(from);
			frame.point(from, fact, { carried: { ...weight(rest, 'base'), ...(facts && { facts }) } });
		} else if (from === undefined || to === undefined) continue;
		else if (fact.name === 'att') frame.edge('attack', from, to, fact, weight(more, 'weight'));
		else if (fact.name === 'sup') frame.edge('support', from, to, fact, weight(more, 'weight'));
	}
	return frame.reading(native);
}

/** A number where there is one, and what else follows the names. */
function weight(
	[first, ...rest]: readonly string[],
	name: 'base' | 'weight'
): Readonly<Record<string, Json>> {
	if (first === undefined) return {};
	const isNumber = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i.test(first) && Number.isFinite(Number(first));
	const more = isNumber ? rest : [first, ...rest];
	return { ...(isNumber && { [name]: Number(first) }), ...(more.length > 0 && { more }) };
}

function warnOf({ facts, others }: Facts, { draft }: Frame): void {
	for (const { text, ...place } of others)
		draft.warn('not-a-fact', `This is no fact, and was left out: ${text.slice(0, 60)}`, place);
	const open = facts.find(({ isClosed }) => !isClosed);
	if (open)
		draft.warn('no-dot', 'The dot at the end of a fact is missing here, and perhaps further on.', open);
	for (const fact of facts) {
		const { name, args } = fact;
		const least = name === 'arg' ? 1 : name === 'att' || name === 'sup' ? 2 : 0;
		if (args.length < least || args.includes(''))
			draft.warn('not-a-fact', `${name} needs the name of an argument here.`, fact);
		const base = Number(args[1]);
		if (name === 'arg' && (base < 0 || base > 1))
			draft.warn('base', 'A base score is a number from 0 to 1.', fact);
	}
}

/** Facts of other names, by the argument that they begin with; those that begin with none are left out. */
function beyondOf(facts: readonly Fact[], { draft }: Frame): ReadonlyMap<string, string[]> {
	const known = new Set(facts.flatMap(({ name, args }) => (name === 'arg' ? args.slice(0, 1) : [])));
	const beyond = new Map<string, string[]>();
	for (const fact of facts) {
		const { name, args } = fact;
		const [first] = args;
		if (name === 'arg' || name === 'att' || name === 'sup') continue;
		if (first === undefined || !known.has(first)) {
			draft.warn('unknown-fact', `${name} says nothing of an argument, and was left out.`, fact);
			continue;
		}
		const said = `${name}(${args.join(', ')})`;
		const already = beyond.get(first);
		if (already) already.push(said);
		else beyond.set(first, [said]);
	}
	return beyond;
}
