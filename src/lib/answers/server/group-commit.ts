/** Adds an item and resolves with its result when its group has been committed. */
export type GroupCommit<Item, Result> = (item: Item) => Promise<Result>;

interface Waiting<Item, Result> {
	item: Item;
	resolve: (result: Result) => void;
	reject: (error: unknown) => void;
}

/**
 * Items that arrive while a commit is under way share the next one. When nothing is under way the commit starts
 * in the same turn of the event loop, so an idle system adds no wait.
 * @param commit commits a group and returns one result per item, in order; when it throws, every item fails.
 * @param largest most items in one group.
 */
export function groupCommit<Item, Result>(
	commit: (items: Item[]) => Promise<Result[]>,
	largest = 256
): GroupCommit<Item, Result> {
	const queue: Waiting<Item, Result>[] = [];
	let busy = false;

	const commitNext = async (): Promise<void> => {
		const group = queue.splice(0, largest);
		try {
			const results = await commit(group.map(({ item }) => item));
			group.forEach(({ resolve }, index) => resolve(results[index]!));
		} catch (error) {
			for (const { reject } of group) reject(error);
		}
	};

	const work = async (): Promise<void> => {
		while (queue.length > 0) await commitNext();
		busy = false;
	};

	return (item) =>
		new Promise((resolve, reject) => {
			queue.push({ item, resolve, reject });
			if (busy) return;
			busy = true;
			setImmediate(work);
		});
}
