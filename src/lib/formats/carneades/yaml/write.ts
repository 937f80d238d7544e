import type { Json } from '#lib/core/decode.ts';
import type { Debate } from '#lib/core/model/debate.ts';
import type { Claim, Group, Id, Item, Kind, Relation } from '#lib/core/model/item.ts';
import { ARGUMENT, CLAIM, EVIDENCE, GROUP, RELATION, SOURCE } from '#lib/core/model/make.ts';
import { byOrder, every, relationsOn } from '#lib/core/model/questions.ts';
import type { Writing } from '../../format.ts';
import { Losses } from '../../losses.ts';
import { isRecord } from '../../sample.ts';
import { itemOut } from './own.ts';
import { shapeOf, type Shape } from './shape.ts';
import { yamlOf } from './text.ts';

type Table = Readonly<Record<string, unknown>>;
const USUAL: { readonly [K in Kind]: Table } = {
	claim: CLAIM,
	argument: ARGUMENT,
	relation: RELATION,
	evidence: EVIDENCE,
	source: SOURCE,
	group: GROUP
};
/** Schemes that Carneades knows by itself; others it would refuse. */
const BASIC = /^(?:linked|convergent|cumulative|factorized)$/;

/**
 * A debate as Carneades reads it: what attacks a claim concludes in its negation, and an issue sets the two against each
 * other. What Carneades has no words for stands under `meta`, where it looks for none.
 */
export function writeCarneades(debate: Debate): Writing {
	const losses = new Losses();
	for (const { ext } of debate.items())
		losses.add(
			'ext',
			Object.keys(ext).some((name) => name !== 'carneades-yaml')
		);
	return { text: yamlOf(new Writer(debate).sections()), lost: losses.list() };
}

class Writer {
	readonly #debate: Debate;
	readonly #shape: Shape;
	readonly #others: ReadonlySet<Id>;
	/** Whether some groups are issues and others not, so that each must say its place. */
	readonly #areGroupsMixed: boolean;

	constructor(debate: Debate) {
		this.#debate = debate;
		this.#shape = shapeOf(debate);
		this.#others = new Set(this.#shape.others.map(({ id }) => id));
		this.#areGroupsMixed = this.#shape.others.some(({ kind }) => kind === 'group');
	}

	sections(): Map<string, unknown> {
		const claims = every(this.#debate, 'claim').sort(byOrder);
		const file = tableIn(claims.map(({ ext }) => tableIn(ext['carneades-yaml'])['file']).find(isRecord));
		const { meta, ...rest } = file;
		const { title, summary } = this.#debate.about;
		const others = this.#shape.others.map((item) => itemOut(item, USUAL[item.kind], (id) => this.#name(id)));
		const sections: [string, Table | Map<string, unknown> | readonly string[]][] = [
			[
				'meta',
				{
					title,
					...(summary !== '' && { notes: summary }),
					...tableIn(meta),
					...(others.length > 0 && { argosy: { items: others } })
				}
			],
			['statements', this.#statements(claims)],
			['issues', this.#issues()],
			['arguments', new Map(this.#shape.arguments.map((each) => [this.#key(each.id), this.#argument(each)]))],
			['assumptions', claims.filter((claim) => this.#isAssumed(claim)).map(({ id }) => this.#key(id))]
		];
		const isFilled = (value: (typeof sections)[number][1]): boolean =>
			value instanceof Map ? value.size > 0 : !Array.isArray(value) || value.length > 0;
		return new Map<string, unknown>([
			...sections.filter(([, value]) => isFilled(value)),
			...Object.entries(rest)
		]);
	}

	#key(id: Id): string {
		return this.#shape.key(id) ?? id;
	}

	/** An item as others speak of it across sections. */
	#name(id: Id): string {
		const key = this.#shape.key(id);
		if (key === undefined) return `items/${id}`;
		const kind = this.#debate.get(id)?.kind;
		return `${kind === 'claim' ? 'statements' : kind === 'group' ? 'issues' : 'arguments'}/${key}`;
	}

	/** A claim that nothing supports or attacks is taken at face value here; Carneades wants that said. */
	#isAssumed({ id, basis }: Claim): boolean {
		return basis === 'given' || (basis === 'auto' && relationsOn(this.#debate, id).length === 0);
	}

	#statements(claims: readonly Claim[]): Map<string, unknown> {
		const statements = new Map<string, unknown>();
		for (const claim of claims) statements.set(this.#key(claim.id), this.#statement(claim));
		for (const [id, key] of this.#shape.negations) {
			const item = this.#debate.get(id);
			const text = `It is not so: ${item?.kind === 'claim' ? item.text.replaceAll(/\s+/g, ' ').trim() : ''}`;
			statements.set(key, { text, meta: { argosy: { negates: this.#key(id) } } });
		}
		return statements;
	}

	#statement(claim: Claim): unknown {
		const { text, basis, group, wordings, tags, pin, standard, unstated, title, notes } = claim;
		const box = group === null ? undefined : this.#debate.get(group);
		const isInIssue = box?.kind === 'group' && this.#shape.issues.has(box);
		const usual = this.#isAssumed(claim) ? 'given' : 'open';
		const own = {
			...(text.trim() !== text && { text }),
			...(title !== '' && { title }),
			...(basis !== usual && { basis }),
			...(standard !== CLAIM.standard && { standard }),
			...(unstated && { unstated }),
			...(wordings.length > 0 && { wordings }),
			...(tags.length > 0 && { tags }),
			...(notes !== '' && { notes }),
			...(pin && { pin }),
			...(box && !isInIssue && { group: this.#name(box.id) })
		};
		const { meta, ...data } = carried(claim);
		const metas = { ...tableIn(meta), ...(Object.keys(own).length > 0 && { argosy: own }) };
		if (Object.keys(data).length === 0 && Object.keys(metas).length === 0) return text.trim();
		return { text: text.trim(), ...data, ...(Object.keys(metas).length > 0 && { meta: metas }) };
	}

	#argument(relation: Relation): Table {
		const { id, sense, premises, target, scheme, notes, order, ext } = relation;
		const key = (claim: Id, negated: boolean): string =>
			(negated ? this.#shape.negations.get(claim) : undefined) ?? this.#key(claim);
		const roles = premises.map(({ role }) => role);
		const isMap = premises.length > 0 && new Set(roles).size === roles.length && !roles.includes('');
		const statements = premises.map((each) => key(each.id, each.negated));
		const isKnown = BASIC.test(scheme) || 'carneades-yaml' in ext;
		const isMixed =
			target !== null && relationsOn(this.#debate, target).some((other) => this.#others.has(other.id));
		const own = {
			...(!isMap && roles.some((role) => role !== '') && { roles }),
			...(scheme !== '' && !isKnown && { scheme }),
			...(notes !== '' && { notes }),
			...(isMixed && { order })
		};
		const undercut = this.#shape.undercutOf(id)?.premises[0];
		const { meta, ...data } = carried(relation);
		const metas = { ...tableIn(meta), ...(Object.keys(own).length > 0 && { argosy: own }) };
		return {
			...(scheme !== '' && isKnown && { scheme }),
			conclusion: key(target ?? '', sense === 'attack'),
			...(premises.length > 0 && {
				premises: isMap ? new Map(roles.map((role, at) => [role, statements[at]])) : statements
			}),
			...(undercut && { undercutter: key(undercut.id, undercut.negated) }),
			...data,
			...(Object.keys(metas).length > 0 && { meta: metas })
		};
	}

	#issues(): Map<string, unknown> {
		const issues = new Map<string, unknown>();
		const negations = new Map(this.#shape.negations);
		for (const [issue, ids] of this.#shape.issues) {
			const positions = ids.flatMap((id) => {
				const negation = negations.get(id);
				negations.delete(id);
				return negation === undefined ? [this.#key(id)] : [this.#key(id), negation];
			});
			issues.set(this.#key(issue.id), this.#issue(issue, positions));
		}
		let count = 0;
		for (const [id, negation] of negations) {
			let key = `issue-${++count}`;
			while (issues.has(key)) key = `issue-${++count}`;
			issues.set(key, { positions: [this.#key(id), negation], meta: { argosy: { made: true } } });
		}
		return issues;
	}

	#issue(issue: Group, positions: readonly string[]): Table {
		const { title, parent, order } = issue;
		const own = {
			...(title !== '' && { title }),
			...(parent !== null && { parent: this.#name(parent) }),
			...(this.#areGroupsMixed && { order }),
			...(!this.#shape.isRivalry(issue) && { rivals: false })
		};
		const { meta, ...data } = carried(issue);
		const metas = { ...tableIn(meta), ...(Object.keys(own).length > 0 && { argosy: own }) };
		return { positions, ...data, ...(Object.keys(metas).length > 0 && { meta: metas }) };
	}
}

/** What was read with an item and has no place of its own. */
function carried({ ext }: Item): Table {
	return tableIn(tableIn(ext['carneades-yaml'])['data'] as Json | undefined);
}

function tableIn(value: unknown): Table {
	return isRecord(value) ? value : {};
}
