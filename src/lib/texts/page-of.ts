/** How many texts a page holds. */
const pageSize = 50;

/** One page of a list: the wanted one, or the nearest there is. Pages are 1, 2, 3 …; an empty list has one. */
export function pageOf<T>(
	all: readonly T[],
	wanted: string | null
): { items: T[]; page: number; pages: number } {
	const pages = Math.max(1, Math.ceil(all.length / pageSize));
	const asked = /^\d{1,6}$/.test(wanted ?? '') ? Number(wanted) : 1;
	const page = Math.min(Math.max(asked, 1), pages);
	return { items: all.slice((page - 1) * pageSize, page * pageSize), page, pages };
}
