import type { Context } from '#lib/server/context.ts';
import { placeKinds, searchForms, type Place, type PlaceKind } from '../place.ts';
import { placeOf, selectPlaces } from './place-store.ts';

const kindOrder: Record<PlaceKind, number> = {
	municipality: 0,
	'local-police-area': 1,
	county: 2,
	'police-region': 3,
	district: 4,
	country: 5
};

interface Search {
	/** What somebody wrote. */
	query: string;
	/** Most places to return; 10 when left out, never above 50. */
	limit?: number;
	/** Only places of these kinds; all when left out. */
	kinds?: readonly PlaceKind[];
}

type Row = Awaited<ReturnType<ReturnType<typeof selectPlaces>['execute']>>[number];

/** Lower is better: the whole name, then its beginning, then the beginning of a later word; by form of the query. */
function rankOf(name: string, forms: string[]): number {
	const ranks = forms.map((form, index) => {
		if (name === form) return index * 3;
		if (name.startsWith(form)) return index * 3 + 1;
		return name.includes(` ${form}`) ? index * 3 + 2 : Infinity;
	});
	return Math.min(...ranks);
}

function compareRows(query: string, forms: string[]): (a: Row, b: Row) => number {
	const written = query.trim().toLowerCase();
	const order = new Intl.Collator('sv');
	const starts = (row: Row) => (row.name.toLowerCase().startsWith(written) ? 0 : 1);
	const isWord = (row: Row) => (rankOf(row.searchName, forms) % 3 === 2 ? 1 : 0);
	return (a, b) =>
		isWord(a) - isWord(b) ||
		kindOrder[a.kind] - kindOrder[b.kind] ||
		rankOf(a.searchName, forms) - rankOf(b.searchName, forms) ||
		starts(a) - starts(b) ||
		order.compare(a.name, b.name) ||
		a.code.localeCompare(b.code);
}

/** A RegSO area and a locality of one municipality often share a name: one of them is enough. */
function withoutNamesakes(rows: Row[]): Row[] {
	const seen = new Set<string>();
	return rows.filter((row) => {
		const identity = `${row.kind}|${row.parentCode}|${row.name}`;
		return seen.has(identity) ? false : Boolean(seen.add(identity));
	});
}

/**
 * Places whose name, or a word in it, begins with the query; diacritics, dashes, a genitive s and words like "kommun"
 * make no difference. Names that begin with the query come first, and among them municipalities. Empty for an empty
 * query.
 */
export async function findPlaces(ctx: Pick<Context, 'db'>, search: Search): Promise<Place[]> {
	const forms = searchForms(search.query.slice(0, 100));
	if (forms.length === 0) return [];
	const rows = await selectPlaces(ctx.db)
		.where('place.retired', '=', 0)
		.where('place.kind', 'in', [...(search.kinds ?? placeKinds)])
		.where((where) =>
			where.or(
				forms.flatMap((form) => [
					where('place.searchName', 'like', `${form}%`),
					where('place.searchName', 'like', `% ${form}%`)
				])
			)
		)
		.execute();
	return withoutNamesakes(rows.sort(compareRows(search.query, forms)))
		.slice(0, Math.min(Math.max(search.limit ?? 10, 1), 50))
		.map(placeOf);
}
