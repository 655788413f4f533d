import { AppError } from '#lib/server/app-error.ts';
import type { Context } from '#lib/server/context.ts';
import type { Place } from '../place.ts';
import { placeOf, selectPlaces } from './place-store.ts';

/**
 * The place with a code, also one that is no longer shipped.
 * @throws AppError `not-found`
 */
export async function readPlace(ctx: Pick<Context, 'db'>, code: string): Promise<Place> {
	const row = await selectPlaces(ctx.db).where('place.code', '=', code).executeTakeFirst();
	if (!row) throw new AppError('not-found', 'no such place');
	return placeOf(row);
}

/**
 * The municipality with a public address, e.g. `saffle`.
 * @throws AppError `not-found`
 */
export async function readMunicipality(ctx: Pick<Context, 'db'>, slug: string): Promise<Place> {
	const row = await selectPlaces(ctx.db)
		.where('place.kind', '=', 'municipality')
		.where('place.slug', '=', slug)
		.executeTakeFirst();
	if (!row) throw new AppError('not-found', 'no such municipality');
	return placeOf(row);
}
