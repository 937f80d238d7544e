import { decode, list, object, text } from '#lib/core/decode.ts';
import { id } from '#lib/core/model/decodeId.ts';
import { change, type Change } from '#lib/core/sync/message.ts';
import type { Id } from '#lib/core/model/item.ts';

/** Changes of one client (one page, once loaded) that the server has not confirmed. */
export interface Parcel {
	readonly debate: Id;
	readonly client: Id;
	readonly epoch: string;
	readonly changes: readonly Change[];
}

const STORE = 'parcels';
const parcels = list(
	object<Parcel>({
		debate: id,
		client: id,
		epoch: text(64, 1),
		changes: list(change, Number.MAX_SAFE_INTEGER)
	}),
	Number.MAX_SAFE_INTEGER
);

/**
 * Unsent changes in the browser's own database, so that closing a page or a crash loses nothing. What a page
 * leaves behind is sent by the next one, under the name of the client that made it: numbers make that harmless
 * even when the first page still lives.
 */
export class Outbox {
	readonly #database: Promise<IDBDatabase>;

	constructor() {
		this.#database = open();
	}

	/** Keeps exactly these changes for the client; none takes its parcel away. Done when it is in the database. */
	async keep(parcel: Parcel): Promise<void> {
		const transaction = (await this.#database).transaction(STORE, 'readwrite');
		const store = transaction.objectStore(STORE);
		if (parcel.changes.length === 0) store.delete([parcel.debate, parcel.client]);
		else store.put(parcel);
		await finished(transaction);
	}

	/** What clients left behind for this debate. Throws when it cannot be read. */
	async left(debate: Id): Promise<Parcel[]> {
		const transaction = (await this.#database).transaction(STORE, 'readonly');
		const request = transaction.objectStore(STORE).getAll(IDBKeyRange.bound([debate], [debate, []]));
		await finished(transaction);
		const left = decode(parcels, request.result);
		if (!left.ok)
			throw new TypeError(`kept changes cannot be read: ${left.error.path} ${left.error.message}`);
		return left.value;
	}
}

function open(): Promise<IDBDatabase> {
	return new Promise((resolve, reject) => {
		const request = indexedDB.open('argosy', 1);
		request.onupgradeneeded = () =>
			request.result.createObjectStore(STORE, { keyPath: ['debate', 'client'] });
		request.onsuccess = () => resolve(request.result);
		request.onerror = () => reject(request.error ?? new Error('the browser refuses to keep data'));
	});
}

function finished(transaction: IDBTransaction): Promise<void> {
	return new Promise((resolve, reject) => {
		transaction.oncomplete = () => resolve();
		transaction.onabort = () => reject(transaction.error ?? new Error('the browser refused to keep data'));
	});
}
