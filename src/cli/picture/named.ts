import type { Debate } from '#lib/core/model/debate.ts';
import type { Argument, Claim, Id } from '#lib/core/model/item.ts';
import { wordsOf } from '#lib/core/model/words.ts';
import { fail, ok, type Result } from '#lib/core/result.ts';
import { isRecord } from '#lib/formats/sample.ts';

type Card = Claim | Argument;

/** So many are listed where several are called so. */
const LISTED = 8;

/**
 * The claim or argument that is meant: by its id, here or in the file that it came from, all of its title or words,
 * or a part of them that no other has. Else a sentence that says what there is.
 */
export function named(debate: Debate, said: string): Result<Id, string> {
	const known = debate.get(said);
	if (known) return isCard(known) ? ok(said) : fail(none(said));
	const words = plain(said);
	const cards = words === '' ? [] : [...debate.items()].filter(isCard);
	const found =
		[
			cards.filter(({ ext }) => Object.values(ext).some((own) => isRecord(own) && own['id'] === said)),
			cards.filter((card) => namesOf(card).includes(words)),
			cards.filter((card) => namesOf(card).some((name) => name.includes(words)))
		].find((some) => some.length > 0) ?? [];
	if (found.length === 1) return ok(found[0]!.id);
	if (found.length === 0) return fail(none(said));
	const list = found.slice(0, LISTED).map((card) => `  ${card.id}  ${wordsOf(card).replaceAll(/\s+/g, ' ')}`);
	const more = found.length > LISTED ? [`  and ${found.length - LISTED} more`] : [];
	return fail(['Several claims say so; name one by its id:', ...list, ...more].join('\n'));
}

function none(said: string): string {
	return `There is no claim “${said}” in this debate.`;
}

function isCard(item: { readonly kind: string }): item is Card {
	return item.kind === 'claim' || item.kind === 'argument';
}

function namesOf(card: Card): string[] {
	return [card.title, wordsOf(card)].map(plain);
}

function plain(words: string): string {
	return words.replaceAll(/\s+/g, ' ').trim().toLowerCase();
}
