import type { Debate } from '#lib/core/model/debate.ts';
import type { Argument, Claim, Item, Relation } from '#lib/core/model/item.ts';
import { uses } from '#lib/core/model/questions.ts';
import { Losses, type Loss } from '../losses.ts';

/**
 * Everything that `debate` holds beyond claims with reasons for and against, each with one premise, as the losses
 * of a format that carries nothing else. A format takes out what it carries.
 */
export function present(debate: Debate, format: string): ReadonlySet<Loss> {
	const losses = new Losses();
	losses.add('about', debate.about.summary !== '');
	for (const item of debate.items()) {
		losses.add(
			'ext',
			Object.keys(item.ext).some((name) => name !== format)
		);
		noteItem(losses, debate, item);
	}
	return new Set(losses.list());
}

/** `found` without what is carried. */
export function lost(found: ReadonlySet<Loss>, carried: readonly Loss[]): Losses {
	const losses = new Losses();
	for (const loss of found) losses.add(loss, !carried.includes(loss));
	return losses;
}

function noteItem(losses: Losses, debate: Debate, item: Item): void {
	switch (item.kind) {
		case 'claim':
			losses.add('titles', item.title !== '');
			losses.add('wordings', item.wordings.length > 0);
			losses.add('unstated', item.unstated);
			losses.add('judging', item.basis !== 'auto' || item.standard !== 'balanced');
			noteAnnotations(losses, item);
			losses.add('secondUses', uses(debate, item.id) > 1);
			break;
		case 'argument':
			losses.add('arguments');
			losses.add('descriptions', item.descriptions.length > 0);
			losses.add('steps', item.steps.length > 0);
			noteAnnotations(losses, item);
			break;
		case 'relation':
			noteRelation(losses, debate, item);
			break;
		case 'evidence':
			losses.add('evidence');
			losses.add('credibility', item.credibility !== null);
			losses.add('notes', item.notes !== '');
			break;
		case 'source':
			losses.add('sources');
			break;
		case 'group':
			losses.add('groups');
	}
}

function noteAnnotations(losses: Losses, item: Claim | Argument): void {
	losses.add('tags', item.tags.length > 0);
	losses.add('notes', item.notes !== '');
	losses.add('pins', item.pin !== null);
	losses.add('groups', item.group !== null);
}

function noteRelation(
	losses: Losses,
	debate: Debate,
	{ premises, sense, scheme, notes, target }: Relation
): void {
	losses.add('joined', premises.length > 1);
	losses.add('premiseless', premises.length === 0);
	losses.add(
		'roles',
		premises.some(({ role }) => role !== '')
	);
	losses.add(
		'negations',
		premises.some(({ negated }) => negated)
	);
	losses.add(
		'premises',
		premises.some(({ id }) => !isSpoken(debate, id))
	);
	losses.add('senses', sense !== 'support' && sense !== 'attack');
	losses.add('schemes', scheme !== '');
	losses.add('notes', notes !== '');
	losses.add('targetless', target === null);
	if (target === null) return;
	const on = debate.get(target);
	losses.add('undercuts', on?.kind === 'relation');
	losses.add('attacksOnAttacks', on?.kind === 'relation' && on.sense !== 'support');
	losses.add('evidenceAnswers', on?.kind === 'evidence');
}

function isSpoken(debate: Debate, id: string): boolean {
	const kind = debate.get(id)?.kind;
	return kind === 'claim' || kind === 'argument';
}
