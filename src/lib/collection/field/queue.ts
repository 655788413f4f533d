import type { FieldEntry } from '../field-entry.ts';

/** An entry that waits on the device until the server has it. */
export interface Waiting {
	/** Set by the browser: rises. */
	order?: number;
	/** The page it was made on; a device may have several links. */
	page: string;
	entry: FieldEntry;
	/** It may have arrived already. */
	tried: boolean;
}

const storeName = 'entries';

const done = <T>(request: IDBRequest<T>): Promise<T> =>
	new Promise((resolve, reject) => {
		request.onsuccess = () => resolve(request.result);
		request.onerror = () => reject(request.error!);
	});

/** What waits on this device, kept by the browser also when the tab is closed. */
export class Queue {
	private readonly database: IDBDatabase;
	private readonly page: string;

	private constructor(database: IDBDatabase, page: string) {
		this.database = database;
		this.page = page;
	}

	/** Opens the queue of a page; undefined where the browser keeps nothing. */
	static async open(page: string): Promise<Queue | undefined> {
		try {
			const opening = indexedDB.open('lyhord-falt', 1);
			opening.onupgradeneeded = () =>
				opening.result.createObjectStore(storeName, { keyPath: 'order', autoIncrement: true });
			return new Queue(await done(opening), page);
		} catch {
			return undefined;
		}
	}

	private store(mode: IDBTransactionMode): IDBObjectStore {
		return this.database.transaction(storeName, mode, { durability: 'strict' }).objectStore(storeName);
	}

	/** All that waits, oldest first. */
	async list(): Promise<Required<Waiting>[]> {
		const all = (await done(this.store('readonly').getAll())) as Required<Waiting>[];
		return all.filter(({ page }) => page === this.page);
	}

	async add(entry: FieldEntry): Promise<void> {
		await done(this.store('readwrite').add({ page: this.page, entry, tried: false } satisfies Waiting));
	}

	/** Remembers that these may arrive from now on. */
	async markTried(waiting: readonly Required<Waiting>[]): Promise<void> {
		const store = this.store('readwrite');
		await Promise.all(waiting.map((one) => done(store.put({ ...one, tried: true }))));
	}

	async remove(waiting: readonly Required<Waiting>[]): Promise<void> {
		const store = this.store('readwrite');
		await Promise.all(waiting.map(({ order }) => done(store.delete(order))));
	}

	/** Takes an entry back: out of the queue when it cannot have arrived, else the server is told. */
	async withdraw({ key, kind }: FieldEntry): Promise<void> {
		const waiting = (await this.list()).filter(({ entry }) => entry.key === key);
		await this.remove(waiting);
		const isHereOnly = waiting.length > 0 && waiting.every(({ tried }) => !tried);
		if (!isHereOnly && kind !== 'withdrawal') await this.add({ kind: 'withdrawal', key, of: kind });
	}
}
