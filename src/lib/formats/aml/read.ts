import type { Json } from '#lib/core/decode.ts';
import type { Id, Premise } from '#lib/core/model/item.ts';
import { premise } from '#lib/core/model/make.ts';
import { fail, type Result } from '#lib/core/result.ts';
import { childOf, childrenOf, elementsOf, readXml, textOf, type Element } from '../carriers/xml.ts';
import { Draft } from '../draft.ts';
import { refusal, type Native, type Reading, type Refusal } from '../format.ts';

/** Reads Araucaria's trees: convergent reasons one by one, linked ones together, refutations as attacks. */
export function readAml(text: string): Result<Reading, Refusal> {
	const parsed = readXml(text);
	if (!parsed.ok) return parsed;
	const root = parsed.value;
	const native = nativeOf(root, text);
	if (root.name !== 'ARG')
		return fail(refusal('not-aml', `The outermost element is ${root.name}.`, root.line, root.column, native));
	const draft = new Draft();
	for (const unit of childrenOf(root, 'AU')) readUnit(draft, unit);
	for (const part of childrenOf(root))
		if (part.name === 'TEXT' || part.name === 'SCHEMESET')
			draft.warn('left-out', `${part.name} was left out: only the argument is read.`, part);
	const data = childOf(root, 'EDATA');
	const said = data ? childrenOf(data).map((field) => textOf(field).trim()) : [];
	return draft.reading({ summary: said.filter((words) => words !== '').join('\n') }, native);
}

/** A unit's claim and everything below it; no deeper than the parser lets elements be. */
function readUnit(draft: Draft, unit: Element): Id | null {
	const proposition = childOf(unit, 'PROP');
	if (!proposition) {
		draft.warn('no-words', 'A unit without a proposition was left out.', unit);
		return null;
	}
	const claim = readClaim(draft, proposition);
	for (const element of childrenOf(unit)) {
		const units = childrenOf(element, 'AU');
		if (element.name === 'LA') relate(draft, 'support', units, claim, proposition);
		else if (element.name === 'CA')
			for (const each of units) relate(draft, 'support', [each], claim, proposition);
		else if (element.name === 'REFUTATION')
			for (const each of units) relate(draft, 'attack', [each], claim, proposition);
		else if (element.name === 'AU') relate(draft, 'support', [element], claim, proposition);
		else if (element !== proposition)
			draft.warn('unknown', `${element.name} was left out: nothing is known of it.`, element);
	}
	return claim;
}

function readClaim(draft: Draft, proposition: Element): Id {
	const { identifier = '', missing, ...rest } = proposition.attributes;
	const words = childOf(proposition, 'PROPTEXT');
	const owners = childrenOf(proposition, 'OWNER').map(({ attributes }) => attributes['name'] ?? '');
	const offset = words?.attributes['offset'];
	const data: Record<string, Json> = {
		...(owners.length > 0 && { owners }),
		...(offset !== undefined && { offset }),
		...rest
	};
	return draft.claim({
		id: draft.id(identifier),
		text: words ? textOf(words).replaceAll(/\s+/g, ' ').trim() : '',
		unstated: missing === 'yes' || missing === 'true',
		ext: {
			aml: { ...(identifier !== '' && { id: identifier }), ...(Object.keys(data).length > 0 && { data }) }
		}
	}).id;
}

function relate(
	draft: Draft,
	sense: 'support' | 'attack',
	units: readonly Element[],
	target: Id,
	conclusion: Element
): void {
	const premises = units.flatMap((unit): Premise[] => {
		const id = readUnit(draft, unit);
		return id === null ? [] : [{ ...premise(id), role: roleOf(unit) }];
	});
	if (premises.length > 0)
		draft.relation({ id: draft.id(), sense, premises, target, scheme: schemeOf(units, conclusion) });
}

/** The part that a proposition plays, as Toulmin or Wigmore call it. */
function roleOf(unit: Element): string {
	const proposition = childOf(unit, 'PROP');
	return (proposition && childOf(proposition, 'ROLE')?.attributes['element']?.trim()) ?? '';
}

/** The scheme that the premises are in together with the conclusion, else the first that they are in. */
function schemeOf(units: readonly Element[], conclusion: Element): string {
	const schemes = units.flatMap((unit) => {
		const proposition = childOf(unit, 'PROP');
		return proposition ? childrenOf(proposition, 'INSCHEME') : [];
	});
	const shared = new Set(childrenOf(conclusion, 'INSCHEME').map(({ attributes }) => attributes['schid']));
	const found = schemes.find(({ attributes }) => shared.has(attributes['schid'])) ?? schemes[0];
	return found?.attributes['scheme']?.trim() ?? '';
}

function nativeOf(root: Element, text: string): Native {
	const counts = new Map(
		['AU', 'PROP', 'CA', 'LA', 'REFUTATION', 'INSCHEME', 'OWNER'].map((name) => [name, 0])
	);
	for (const { name } of elementsOf(root)) if (counts.has(name)) counts.set(name, counts.get(name)! + 1);
	const elements = Object.fromEntries([...counts].filter(([, count]) => count > 0));
	return { ...(text.includes('\r\n') && { crlf: true }), root: root.name, elements };
}
