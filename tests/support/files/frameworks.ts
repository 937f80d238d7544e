import fc from 'fast-check';
import { Debate } from '#lib/core/model/debate.ts';
import { argument, premise, relation } from '#lib/core/model/make.ts';
import { after } from '#lib/core/model/order.ts';
import { wordsOf } from '#lib/core/model/words.ts';
import type { Reading } from '#lib/formats/format.ts';
import { readText } from '#lib/formats/registry.ts';

/** What `text` holds as `name`; a refusal throws. */
export function read(text: string, name: string): Reading {
	const { result } = readText(text, { name })!;
	if (!result.ok) throw new Error(result.error.errors[0]?.message);
	return result.value;
}

/** Who attacks and supports whom, by their words. */
export function edges({ items }: Reading): string[] {
	const title = new Map(items.map((item) => [item.id, wordsOf(item)]));
	return items.flatMap((item) =>
		item.kind === 'relation'
			? [`${item.premises.map(({ id }) => title.get(id)).join('+')} ${item.sense} ${title.get(item.target!)}`]
			: []
	);
}

/** The debate with its claims before its arguments. */
export function claimsFirst(made: Debate): Debate {
	const ordered = new Debate();
	for (const item of made.items())
		ordered.set(item.kind === 'argument' ? { ...item, order: `~${item.order}` } : item);
	return ordered;
}

/** Arguments that attack each other at random, and support where \`format\` can say so; numbered where they have to be. */
export const anyFramework = (format: string) =>
	fc
		.tuple(
			fc.integer({ min: 1, max: 8 }),
			fc.array(fc.tuple(fc.nat(), fc.nat(), fc.boolean()), { maxLength: 20 })
		)
		.map(([count, pairs]) => {
			const made = new Debate();
			const orders = after(null, count + pairs.length);
			for (let at = 0; at < count; at++)
				made.set(
					argument({ id: `i${at}`, title: `${format === 'af' ? '' : 'x'}${at + 1}`, order: orders[at]! })
				);
			const seen = new Set<string>();
			for (const [at, [from, to, isPro]] of pairs.entries()) {
				const sense = isPro && format !== 'af' ? 'support' : 'attack';
				const [source, target] = [`i${from % count}`, `i${to % count}`];
				if (seen.has(`${source}${sense}${target}`)) continue;
				seen.add(`${source}${sense}${target}`);
				const order = orders[count + at]!;
				made.set(relation({ id: `r${at}`, sense, premises: [premise(source)], target, order }));
			}
			return made;
		});
