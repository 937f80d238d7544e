import type { Debate } from '#lib/core/model/debate.ts';
import type { Argument, Claim, Group, Id } from '#lib/core/model/item.ts';
import { byOrder, every, isRoot } from '#lib/core/model/questions.ts';
import type { Writing } from '../../format.ts';
import { frontMatterOf, frontMatterText, headingOf } from './carried.ts';
import { noteOrder, noteRelations } from './losses.ts';
import { Writer } from './writer.ts';

/**
 * A debate as Argdown, by section: each claim with what bears on it below. Joined premises, and every relation that
 * something bears on, become a structure of premises and conclusion; what Argdown has no words for is data under
 * `argosy`, so that our reader gives the debate back.
 */
export function writeArgdown(debate: Debate): Writing {
	const writer = new Writer(debate);
	const { page, shape, losses, written } = writer;
	writeMembers(writer, debate, null);
	for (const group of groupsIn(debate, null)) writeSection(writer, debate, group, 1);
	for (const relation of every(debate, 'relation').sort(byOrder)) writer.rest(relation);
	const body = page.text((item) => writer.body(item));
	const frontMatter = frontMatterOf(debate, shape.isStrict, page.names.areNumbered);
	noteRelations(losses, debate, shape);
	noteOrder(losses, debate, written, page.spoken());
	return { text: `${frontMatter ? frontMatterText(frontMatter) : ''}${body}\n`, lost: losses.list() };
}

function writeSection(writer: Writer, debate: Debate, group: Group, level: number): void {
	writer.begin(false);
	writer.page.line(0, headingOf(group, level));
	writeMembers(writer, debate, group.id);
	for (const child of groupsIn(debate, group.id)) writeSection(writer, debate, child, level + 1);
}

/** Everything that belongs to a section: first what a reader begins with, then what nothing led to. */
function writeMembers(writer: Writer, debate: Debate, group: Id | null): void {
	writer.enter(group);
	const of = (kind: 'claim' | 'argument'): (Claim | Argument)[] =>
		every(debate, kind)
			.filter((item) => item.group === group)
			.sort(byOrder);
	const [claims, named] = [of('claim'), of('argument')];
	const isFirst = ({ id }: Claim | Argument): boolean => isRoot(debate, id);
	const order = [...claims.filter(isFirst), ...named.filter(isFirst), ...claims, ...named];
	for (const item of order) if (!writer.defined.has(item.id)) writer.block(item);
}

function groupsIn(debate: Debate, parent: Id | null): Group[] {
	return [...debate.referrers(parent ?? '', 'member')]
		.map((id) => debate.get(id))
		.concat(parent === null ? every(debate, 'group').filter((group) => group.parent === null) : [])
		.filter((item) => item?.kind === 'group')
		.sort(byOrder);
}
