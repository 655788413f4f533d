import type { Context } from '#lib/server/context.ts';
import type { Place, PlaceKind } from '../place.ts';
import { readPlacesBelow } from './read-place-path.ts';
import { placeOf, selectPlaces } from './place-store.ts';

/**
 * These places and the places of some kinds below them that are in use, in Swedish alphabetical order.
 * @param input.kinds of the places below; the places asked for themselves are always there
 */
export async function listPlacesBelow(
	ctx: Pick<Context, 'db'>,
	{ codes, kinds }: { codes: readonly string[]; kinds: readonly PlaceKind[] }
): Promise<Place[]> {
	const below = await readPlacesBelow(ctx, codes);
	if (below.length === 0) return [];
	const rows = await selectPlaces(ctx.db)
		.where((where) =>
			where.or([
				where('place.code', 'in', [...codes]),
				where.and([
					where('place.code', 'in', below),
					where('place.kind', 'in', [...kinds]),
					where('place.retired', '=', 0)
				])
			])
		)
		.execute();
	const order = new Intl.Collator('sv');
	return rows.map(placeOf).sort((a, b) => order.compare(a.name, b.name));
}
