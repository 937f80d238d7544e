import { decode, type Json } from '#lib/core/decode.ts';
import { patch } from '#lib/core/model/decodeItem.ts';
import type { Claim, Id, Item, Premise } from '#lib/core/model/item.ts';
import { premise } from '#lib/core/model/make.ts';
import type { Draft } from '../../draft.ts';
import { keeping } from '../../keeping.ts';
import { isRecord } from '../../sample.ts';
import type { Document, Entry } from './document.ts';
import { itemIn, ownOf } from './own.ts';
import { bare, itemsIn, textsIn, without, word } from './values.ts';

/** A statement as others speak of it: one that our writer made stands for another's negation. */
interface Meant {
	readonly id: Id;
	readonly negated: boolean;
}

/** More rival positions than this do not each exclude each other: that would be thousands of relations. */
const MOST_RIVALS = 30;

/** Makes items of a file's sections. */
export class CarneadesReader {
	readonly #document: Document;
	readonly #draft: Draft;
	/** Statements by their keys, blanks taken out. */
	readonly #statements = new Map<string, Meant>();
	/** Everything by its section and key. */
	readonly #named = new Map<string, Id>();
	readonly #issueOf = new Map<Id, Id>();
	readonly #assumed: ReadonlySet<string>;

	constructor(document: Document, draft: Draft) {
		this.#document = document;
		this.#draft = draft;
		this.#assumed = new Set(textsIn(document.values.get('assumptions')).map(bare));
	}

	read(): void {
		const statements = this.#distinct('statements');
		const named = this.#distinct('arguments');
		const issues = this.#distinct('issues');
		const others = itemsIn(this.#document.values.get('meta'));
		this.#name(statements, named, issues, others);
		for (const issue of issues) this.#issue(issue);
		for (const statement of statements) this.#statement(statement);
		for (const key of textsIn(this.#document.values.get('assumptions'))) this.#meant(key);
		for (const argument of named) this.#argument(argument);
		for (const issue of issues) this.#rivals(issue);
		for (const other of others) this.#other(other);
		this.#keepRest();
	}

	/** The entries of a section; of those with one key the last counts, as in YAML. */
	#distinct(section: string): Entry[] {
		const entries = new Map<string, Entry>();
		const whole = this.#document.section(section);
		if (whole && whole.value !== null && !isRecord(whole.value))
			this.#draft.warn('not-a-table', `${section} is no table of keys and values, and was left out.`, whole);
		for (const entry of this.#document.entries(section)) {
			if (entries.has(entry.key))
				this.#draft.warn('duplicate-id', `${entry.key} comes twice: the last one counts.`, entry);
			entries.set(entry.key, entry);
		}
		return [...entries.values()];
	}

	#name(
		statements: readonly Entry[],
		named: readonly Entry[],
		issues: readonly Entry[],
		others: readonly Json[]
	): void {
		const negations: [string, string][] = [];
		for (const { key, value } of statements) {
			const negates = ownOf(value)?.['negates'];
			if (typeof negates === 'string') negations.push([key, negates]);
			else {
				const id = this.#draft.id(key);
				this.#statements.set(bare(key), { id, negated: false });
				this.#named.set(`statements/${key}`, id);
			}
		}
		for (const [key, negates] of negations) {
			const meant = this.#statements.get(bare(negates)) ?? { id: this.#draft.id(), negated: false };
			this.#statements.set(bare(key), { ...meant, negated: true });
		}
		for (const { key } of named) this.#named.set(`arguments/${key}`, this.#draft.id(key));
		for (const { key } of issues) this.#named.set(`issues/${key}`, this.#draft.id(key));
		for (const other of others) {
			const id = isRecord(other) ? other['id'] : undefined;
			if (typeof id === 'string') this.#named.set(`items/${id}`, this.#draft.id(id));
		}
	}

	#statement(entry: Entry): void {
		const { key, value } = entry;
		const own = ownOf(value);
		if (own?.['negates'] !== undefined) return;
		const { id } = this.#statements.get(bare(key))!;
		const { text, assumed, meta, ...rest } = isRecord(value) ? value : { text: value };
		const said = typeof text === 'string' ? text : typeof text === 'number' ? String(text) : key;
		const isAssumed = assumed === true || this.#assumed.has(bare(key));
		const { group, ...fields } = own ?? {};
		const decoded = decode(patch.claim, fields);
		if (!decoded.ok) this.#misfit(entry, decoded.error);
		const box = typeof group === 'string' ? this.#named.get(group) : undefined;
		this.#draft.claim({
			id,
			text: said.trim(),
			basis: isAssumed ? 'given' : 'open',
			...(decoded.ok && decoded.value),
			group: box ?? this.#issueOf.get(id) ?? null,
			ext: this.#ext(entry, { ...rest, meta: without(meta) })
		});
	}

	/** The statement with this key; a new one where the file has none, as for terms that a scheme would use. */
	#meant(key: string, place?: Entry): Meant {
		const known = this.#statements.get(bare(key));
		if (known) return known;
		if (place) this.#draft.warn('dangling', `${key} is no statement: one was made of it.`, place);
		const meant = { id: this.#draft.id(key), negated: false };
		this.#statements.set(bare(key), meant);
		const basis = this.#assumed.has(bare(key)) ? 'given' : 'open';
		this.#draft.claim({ id: meant.id, text: key, basis, ext: { 'carneades-yaml': { id: key } } });
		return meant;
	}

	#argument(entry: Entry): void {
		const { key, value } = entry;
		if (!isRecord(value)) {
			this.#draft.warn('empty', `The argument ${key} says nothing.`, entry);
			return;
		}
		const { conclusion, premises, scheme, undercutter, meta, ...rest } = value;
		const own = ownOf(value as Json) ?? {};
		const id = this.#named.get(`arguments/${key}`)!;
		const target =
			conclusion === undefined || conclusion === null ? null : this.#meant(word(conclusion), entry);
		const fields = decode(patch.relation, without(own, 'roles') ?? {});
		if (!fields.ok) this.#misfit(entry, fields.error);
		const sense = target?.negated === true ? 'attack' : 'support';
		this.#draft.relation({
			id,
			sense,
			premises: this.#premises(entry, premises, own['roles']),
			target: target?.id ?? null,
			scheme: scheme === undefined || scheme === null ? '' : word(scheme),
			...(fields.ok && fields.value),
			ext: this.#ext(entry, { ...rest, meta: without(meta) })
		});
		if (undercutter === undefined || undercutter === null || undercutter === '') return;
		const meant = this.#meant(word(undercutter), entry);
		this.#draft.relation({
			id: this.#draft.id(),
			sense: 'attack',
			premises: [{ ...premise(meant.id), negated: meant.negated }],
			target: id
		});
	}

	#premises(entry: Entry, premises: unknown, roles: Json | undefined): Premise[] {
		const said = isRecord(premises)
			? entry.entries('premises').map(({ key, value }) => [key, word(value)] as const)
			: textsIn(premises as Json).map((key) => ['', key] as const);
		return said.map(([role, key], at) => {
			const { id, negated } = this.#meant(key, entry);
			const other: unknown = Array.isArray(roles) ? roles[at] : undefined;
			return { id, role: typeof other === 'string' ? other : role, negated };
		});
	}

	#issue(entry: Entry): void {
		const { key, value } = entry;
		const own = ownOf(value);
		if (own?.['made'] === true) return;
		const id = this.#named.get(`issues/${key}`)!;
		const { positions, meta, ...rest } = isRecord(value) ? value : { positions: null, meta: null };
		const { parent, rivals: _rivals, ...fields } = own ?? {};
		const decoded = decode(patch.group, fields);
		if (!decoded.ok) this.#misfit(entry, decoded.error);
		const outer = typeof parent === 'string' ? this.#named.get(parent) : undefined;
		for (const position of textsIn(positions as Json)) {
			const known = this.#statements.get(bare(position));
			if (!known || known.negated) continue;
			if (this.#issueOf.has(known.id))
				this.#draft.warn('two-issues', `${position} is in two issues: the first one counts.`, entry);
			else this.#issueOf.set(known.id, id);
		}
		this.#draft.group({
			id,
			form: 'issue',
			title: '',
			...(decoded.ok && decoded.value),
			parent: outer ?? null,
			ext: this.#ext(entry, { ...rest, meta: without(meta) })
		});
	}

	/** Positions of an issue exclude each other, pair by pair. */
	#rivals(entry: Entry): void {
		const own = ownOf(entry.value);
		const { positions } = isRecord(entry.value) ? entry.value : { positions: null };
		const ids = textsIn(positions as Json).map((key) => this.#meant(key, entry));
		if (own?.['made'] === true || own?.['rivals'] === false) return;
		const rivals = [...new Set(ids.filter(({ negated }) => !negated).map(({ id }) => id))];
		if (rivals.length > MOST_RIVALS) {
			this.#draft.warn(
				'too-many',
				`${entry.key} has more than ${MOST_RIVALS} positions: they only share a box.`,
				entry
			);
			return;
		}
		for (const [at, one] of rivals.entries())
			for (const other of rivals.slice(at + 1))
				this.#draft.relation({
					id: this.#draft.id(),
					sense: 'contrary',
					premises: [premise(one)],
					target: other,
					ext: { 'carneades-yaml': { issue: entry.key } }
				});
	}

	#other(value: Json): void {
		const said = isRecord(value) && typeof value['id'] === 'string' ? value['id'] : '';
		const id = this.#named.get(`items/${said}`) ?? this.#draft.id();
		const item = itemIn(value, id, (name) => this.#named.get(name));
		if (item.ok) this.#draft.put(item.value);
		else
			this.#draft.warn(
				'data',
				`What is under argosy was left out: ${item.error.path} ${item.error.message}.`
			);
	}

	/** What is about the file as a whole goes with its first claim. */
	#keepRest(): void {
		const { values } = this.#document;
		const used = ['statements', 'arguments', 'issues', 'assumptions', 'meta'];
		const meta = values.get('meta');
		const more = isRecord(meta) ? without(meta as Json, 'title', 'notes', 'note') : undefined;
		const rest = [...values].filter(([key]) => !used.includes(key));
		const kept = { ...(more !== undefined && { meta: more }), ...Object.fromEntries(rest) };
		if (Object.keys(kept).length === 0) return;
		const first = [...this.#statements.values()].map(({ id }) => this.#draft.get(id)).find(isClaim);
		if (!first) {
			this.#draft.warn('dropped', `${Object.keys(kept).join(', ')}: there is no statement to keep it with.`);
			return;
		}
		const own = first.ext['carneades-yaml'];
		const { kept: fits, dropped } = keeping({
			...(isRecord(own) ? (own as Record<string, Json>) : {}),
			file: kept
		});
		for (const name of dropped) this.#draft.warn('dropped', `${name} is too much to keep.`);
		this.#draft.replace({ ...first, ext: { ...first.ext, 'carneades-yaml': fits } });
	}

	#ext(entry: Entry, rest: Readonly<Record<string, unknown>>): Item['ext'] {
		const data = Object.entries(rest).filter((field): field is [string, Json] => field[1] !== undefined);
		const { kept, dropped } = keeping({
			id: entry.key,
			...(data.length > 0 && { data: Object.fromEntries(data) })
		});
		for (const name of dropped) this.#draft.warn('dropped', `${name} is too much to keep.`, entry);
		return { 'carneades-yaml': kept };
	}

	#misfit(entry: Entry, { path, message }: { readonly path: string; readonly message: string }): void {
		this.#draft.warn('data', `What is under argosy was left out: ${path} ${message}.`, entry);
	}
}

function isClaim(item: Item | undefined): item is Claim {
	return item?.kind === 'claim';
}
