import type { Debate } from '#lib/core/model/debate.ts';
import type { Group, Id, Item, Sense } from '#lib/core/model/item.ts';
import { PREMISE } from '#lib/core/model/make.ts';
import { escapeXml } from '../carriers/xml.ts';
import type { Writing } from '../format.ts';
import { Losses } from '../losses.ts';
import { isRecord } from '../sample.ts';
import { dataOf, fieldsOf, OWN } from './fields.ts';

/**
 * A debate as plain GraphML: every item a node, every reference an edge, every group a graph within its node, and
 * everything else attributes. Claims and relations bear AIF's node types too, by which others know them.
 */
export function writeGraphml(debate: Debate): Writing {
	const losses = new Losses();
	for (const item of debate.items())
		losses.add(
			'ext',
			Object.keys(item.ext).some((name) => name !== 'graphml')
		);
	return { text: new Writer(debate, losses).text(), lost: losses.list() };
}

/** Groups nested deeper than this stand at the top, so that any reader can follow. */
const DEEPEST = 80;
const TYPES: Readonly<Record<Sense, string>> = {
	support: 'RA-node',
	entails: 'RA-node',
	attack: 'CA-node',
	contrary: 'CA-node',
	contradictory: 'CA-node',
	rephrase: 'MA-node'
};

type Data = Readonly<Record<string, string>>;

class Writer {
	readonly #debate: Debate;
	readonly #losses: Losses;
	/** The key of each name, in the order in which they are first used. */
	readonly #keys = new Map<string, string>();
	readonly #edges: string[] = [];
	/** By the group that they are in; under `null` those at the top. */
	readonly #members = new Map<Id | null, Item[]>();

	constructor(debate: Debate, losses: Losses) {
		this.#debate = debate;
		this.#losses = losses;
		for (const item of debate.items()) {
			const parent = this.#parentOf(item);
			const known = this.#members.get(parent);
			if (known) known.push(item);
			else this.#members.set(parent, [item]);
		}
	}

	text(): string {
		const { title, summary } = this.#debate.about;
		const about = this.#data({ kind: 'debate', ...dataOf({ title, summary }) }, '    ');
		const nodes = this.#nodes(null, 1);
		for (const item of this.#debate.items()) this.#references(item);
		const keys = [...this.#keys].map(
			([name, id]) => `  <key id="${id}" for="all" attr.name="${escapeXml(name)}" attr.type="string"/>`
		);
		return [
			'<?xml version="1.0" encoding="UTF-8"?>',
			'<graphml xmlns="http://graphml.graphdrawing.org/xmlns">',
			...keys,
			'  <graph id="G" edgedefault="directed">',
			...about,
			...nodes,
			...this.#edges,
			'  </graph>',
			'</graphml>',
			''
		].join('\n');
	}

	/** The nodes that belong to a group, and those within its groups. */
	#nodes(group: Id | null, depth: number): string[] {
		return (this.#members.get(group) ?? []).flatMap((item) => this.#node(item, depth));
	}

	#node(item: Item, depth: number): string[] {
		const indent = '  '.repeat(depth + 1);
		const type = item.kind === 'claim' ? 'I-node' : item.kind === 'relation' ? TYPES[item.sense] : null;
		const data = this.#data(
			{ ...(type && { nodeType: type }), ...fieldsOf(item), ...carried(item) },
			`${indent}  `
		);
		const lines = [`${indent}<node id="${item.id}">`, ...data];
		if (item.kind === 'group') {
			const members = this.#nodes(item.id, depth + 2);
			lines.push(
				`${indent}  <graph id="${item.id}:" edgedefault="directed">`,
				...members,
				`${indent}  </graph>`
			);
		}
		return [...lines, `${indent}</node>`];
	}

	#parentOf(item: Item): Id | null {
		if (item.kind === 'claim' || item.kind === 'argument') return item.group;
		return item.kind === 'group' ? this.#outer(item) : null;
	}

	/** The group around a group, where that is not too deep. */
	#outer(group: Group): Id | null {
		let depth = 0;
		for (let at: Item | undefined = group; at?.kind === 'group' && depth <= DEEPEST; depth++)
			at = at.parent === null ? undefined : this.#debate.get(at.parent);
		this.#losses.add('groups', depth > DEEPEST);
		return depth > DEEPEST ? null : group.parent;
	}

	#references(item: Item): void {
		if (item.kind === 'relation') {
			for (const { id, role, negated } of item.premises) {
				const part = { ...(role !== PREMISE.role && { part: role }), ...(negated && { negated: 'true' }) };
				// An edge from a claim says as much by itself.
				const kind = this.#debate.get(id)?.kind;
				const isPlain = kind === 'claim' || kind === 'argument';
				this.#edge(id, item.id, { ...(!isPlain && { role: 'premise' }), ...dataOf(part) });
			}
			if (item.target !== null) this.#edge(item.id, item.target);
		}
		if (item.kind === 'evidence') {
			this.#edge(item.id, item.target);
			if (item.source !== null) this.#edge(item.source, item.id);
		}
		if (item.kind === 'argument') for (const step of item.steps) this.#edge(step, item.id, { role: 'step' });
	}

	#edge(source: Id, target: Id, data: Data = {}): void {
		const lines = this.#data(data, '      ');
		const start = `    <edge id="e${this.#edges.length}" source="${source}" target="${target}"`;
		this.#edges.push(lines.length === 0 ? `${start}/>` : [`${start}>`, ...lines, '    </edge>'].join('\n'));
	}

	#data(data: Data, indent: string): string[] {
		return Object.entries(data).map(([name, said]) => {
			let key = this.#keys.get(name);
			if (key === undefined) this.#keys.set(name, (key = `d${this.#keys.size}`));
			return `${indent}<data key="${key}">${escapeXml(said)}</data>`;
		});
	}
}

/** What a node was read with and has no place of its own. */
function carried({ ext }: Item): Data {
	const own = ext['graphml'];
	const data = isRecord(own) && isRecord(own['data']) ? own['data'] : {};
	const texts = Object.entries(data).filter(
		(entry): entry is [string, string] => typeof entry[1] === 'string'
	);
	return Object.fromEntries(texts.map(([name, said]) => [OWN.has(name) ? `other.${name}` : name, said]));
}
