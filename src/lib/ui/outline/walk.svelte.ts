import type { Session } from '#lib/client/session.svelte.ts';
import type { Id } from '#lib/core/model/item.ts';
import type { Row } from './rows.ts';
import { Tree } from './tree.ts';

/** Open at first: what bears on the roots. */
const LEVELS = 2;

/** The outline of one open debate: its rows, which branches are open, and at which row one is. */
export class Walk {
	readonly #session: Session;
	readonly #tree: Tree;
	/** What has changed since the rows were last asked for. */
	readonly #touched = new Set<Id>();
	/** What a person has opened or closed, by the key of its row. */
	#turned = $state.raw<ReadonlyMap<string, boolean>>(new Map());
	#stop = $state.raw<{ readonly key: string; readonly at: number } | null>(null);

	readonly #version = $derived.by(() => {
		void this.#session.revision;
		this.#tree.update(this.#touched);
		this.#touched.clear();
		return this.#tree.version;
	});

	/** The rows that show. */
	readonly rows = $derived.by((): readonly Row[] => {
		void this.#version;
		const turned = this.#turned;
		return this.#tree.rows((key, level) => turned.get(key) ?? level < LEVELS);
	});

	/** Where one is: the row that Tab leads to. When that is gone, what has come in its place. */
	readonly at = $derived.by(() => {
		if (!this.#stop) return 0;
		const { key, at } = this.#stop;
		const found = this.rows[at]?.key === key ? at : this.indexOf(key);
		return found >= 0 ? found : Math.max(0, Math.min(at, this.rows.length - 1));
	});

	constructor(session: Session) {
		this.#session = session;
		this.#tree = new Tree(session.debate);
	}

	/** Follows the debate until the answer is called. */
	follow(): () => void {
		return this.#session.listen((touched) => {
			for (const id of touched) this.#touched.add(id);
		});
	}

	/** The row that one is at. */
	get row(): Row | undefined {
		return this.rows[this.at];
	}

	/** Where the row with this key is, -1 if it does not show. */
	indexOf(key: string): number {
		return this.rows.findIndex((row) => row.key === key);
	}

	/** From now on one is at this row, or at the first or the last. */
	go(index: number): void {
		const at = Math.min(Math.max(index, 0), this.rows.length - 1);
		const row = this.rows[at];
		if (row) this.#stop = { key: row.key, at };
	}

	/** Opens or closes the branch of a row. Who was in a branch that closes is at its row then. */
	turn(row: Row, open: boolean): void {
		if (!row.hasMore) return;
		const top = this.indexOf(row.key);
		if (!open && this.#isBelow(this.at, top)) this.go(top);
		this.#turned = new Map(this.#turned).set(row.key, open);
	}

	/** Goes to the full row of an item, unless one is at a row of it; what is above it opens. */
	seek(id: Id): boolean {
		if (this.row?.id === id) return true;
		const way = this.#tree.wayTo(id);
		if (!way) return false;
		const open = new Set(this.rows.filter((row) => row.isOpen).map(({ key }) => key));
		const closed = way.filter((key) => !open.has(key));
		if (closed.length > 0)
			this.#turned = new Map([...this.#turned, ...closed.map((key) => [key, true] as const)]);
		this.go(this.rows.findIndex((row) => row.id === id && row.again === 'no'));
		return true;
	}

	/** The row whose branch this one stands in; itself at the top. */
	above(index: number): number {
		const level = this.rows[index]?.level ?? 1;
		for (let up = index - 1; up >= 0; up--) if (this.rows[up]!.level < level) return up;
		return index;
	}

	/** Whether a row stands in the branch of another. */
	#isBelow(index: number, top: number): boolean {
		const level = this.rows[top]?.level ?? 0;
		for (let at = index; at > top; at--) if (this.rows[at]!.level <= level) return false;
		return index > top;
	}
}
