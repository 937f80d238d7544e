import type { Debate } from '#lib/core/model/debate.ts';
import type { Id } from '#lib/core/model/item.ts';
import { Bearings, type Lead } from '#lib/draw/forest/bearings.ts';
import { entriesOf, type Entry } from '#lib/draw/forest/entries.ts';
import { Forest, type Shown } from '#lib/draw/forest/forest.ts';
import { grow } from '#lib/draw/forest/grow.ts';
import { mend } from '#lib/draw/forest/mend.ts';
import type { Node } from '#lib/draw/forest/node.ts';
import { rowsOf, type Member, type Row } from './rows.ts';

/** All of it, whatever the map hides. */
const WHOLE: Shown = { folded: new Set(), root: null, most: Infinity };

/**
 * A debate as the outline has it: the hierarchy of the map, in which everything stands once, kept from one edit to
 * the next. Joints have no rows; what hangs on them stands where they do.
 */
export class Tree {
	readonly #debate: Debate;
	readonly #bearings: Bearings;
	readonly #forest = new Forest();
	/** The claims and arguments that stand in it, with what orders them. */
	readonly #orders = new Map<Id, string>();
	/** Goes up when rows may be others, or stand elsewhere; words alone are not looked at. */
	version = 0;

	constructor(debate: Debate) {
		this.#debate = debate;
		for (const { id } of debate.items()) this.#note(id);
		this.#bearings = new Bearings(debate);
		grow(this.#forest, debate, this.#bearings, WHOLE);
	}

	/** After a change: `touched` as `apply` tells it. */
	update(touched: ReadonlySet<Id>): void {
		let isOther = false;
		for (const id of touched) if (this.#note(id)) isOther = true;
		if (!isOther) return;
		this.version++;
		this.#bearings.forget(touched);
		const { isSure } = mend(this.#forest, this.#debate, this.#bearings, WHOLE, touched);
		if (!isSure) grow(this.#forest, this.#debate, this.#bearings, WHOLE);
	}

	/** The rows that show where some are open. */
	rows(isOpen: (key: string, level: number) => boolean): Row[] {
		const top = this.#forest.roots.map(({ id }): Member => ({
			key: keyOf('', id),
			id,
			bearing: 'root',
			isFull: true
		}));
		return rowsOf(top, { has: (id) => this.#hasBelow(id), of: (id) => this.#below(id) }, isOpen);
	}

	/** The keys of the rows that must be open for the full row of `id` to show; `null` where it has none. */
	wayTo(id: Id): readonly string[] | null {
		const node = this.#forest.nodes.get(id);
		if (node?.kind !== 'card') return null;
		const keys: string[] = [];
		for (let up = node.parent; up; up = up.parent)
			if (up.kind === 'card') keys.push(keyOf(up.via ?? '', up.id));
		return keys.reverse();
	}

	/** Whether anything hangs below a card: mostly the first thing that bears on it says so. */
	#hasBelow(id: Id): boolean {
		const on = this.#bearings.on(id);
		if (on.length === 0) return false;
		const isPlain = on.some(({ isEvidence, premises }) => isEvidence || premises.some(hasRow));
		return isPlain || this.#below(id).length > 0;
	}

	/** What hangs below a card; a joint gives way to its premises and to what bears on it, however deep. */
	#below(id: Id): Member[] {
		const members: Member[] = [];
		const card = this.#forest.nodes.get(id);
		const ways = card ? [this.#wayInto(card)] : [];
		for (let way = ways.at(-1); way; way = ways.at(-1)) {
			const entry = way.entries[way.at++];
			const standing = entry && this.#forest.nodes.get(entry.id);
			if (!entry) ways.pop();
			else if (entry.kind === 'joint' && standing) ways.push(this.#wayInto(standing));
			// An inference that is a premise is shown by what it hits, not once more.
			else if (entry.isPlaceable) {
				const premises = entry.part === 'premise' ? way.premises : null;
				if (premises?.has(entry.id)) continue;
				members.push({
					key: keyOf(entry.via ?? '', entry.id),
					id: entry.id,
					bearing: premises && premises.size > 0 ? 'joined' : bearingOf(entry, way.head),
					isFull: standing?.parent === way.head && standing.via === entry.via
				});
				premises?.add(entry.id);
			}
		}
		return members;
	}

	/** Whether an item may stand elsewhere than before: all but claims and arguments that keep their order. */
	#note(id: Id): boolean {
		const item = this.#debate.get(id);
		if (item?.kind !== 'claim' && item?.kind !== 'argument') {
			this.#orders.delete(id);
			return true;
		}
		if (this.#orders.get(id) === item.order) return false;
		this.#orders.set(id, item.order);
		return true;
	}

	#wayInto(head: Node): Way {
		const premises = head.kind === 'joint' ? new Set<Id>() : null;
		return { head, entries: entriesOf(head, this.#bearings), premises, at: 0 };
	}
}

interface Way {
	readonly head: Node;
	readonly entries: readonly Entry[];
	/** The premises of a joint that have their rows: one that is named twice has one. */
	readonly premises: Set<Id> | null;
	at: number;
}

function hasRow({ kind }: Lead): boolean {
	return kind !== 'relation';
}

function keyOf(via: Id, id: Id): string {
	return `${via}:${id}`;
}

function bearingOf({ sense, part }: Entry, head: Node): Member['bearing'] {
	if (sense === 'undercut') return 'undercut';
	if (sense === 'attack') return 'against';
	const isOnInference = part === 'undercut' || (part === 'premise' && head.part === 'undercut');
	return isOnInference ? 'backing' : 'for';
}
