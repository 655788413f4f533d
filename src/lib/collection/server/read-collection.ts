import { requirePermission } from '#lib/accounts/server/require-permission.ts';
import { AppError } from '#lib/server/app-error.ts';
import type { Context } from '#lib/server/context.ts';
import type { FieldCollection, FieldDevice } from '../field-collection.ts';
import { collectionOf, selectCollections, selectDevices } from './collection-store.ts';

/**
 * A collection in the field, for who collects there.
 * @throws AppError `not-found` when there is none, or without the permission `answers.collect` in its place
 */
export async function readCollection(
	ctx: Pick<Context, 'db' | 'actor'>,
	id: string
): Promise<FieldCollection> {
	const row = await selectCollections(ctx.db).where('id', '=', id).executeTakeFirst();
	if (!row) throw new AppError('not-found', 'no such collection');
	await requirePermission(ctx, 'answers.collect', row.placeCode);
	return collectionOf(row);
}

/** The links to devices of a collection that the caller has read. */
export const listDevices = (ctx: Pick<Context, 'db'>, collectionId: string): Promise<FieldDevice[]> =>
	selectDevices(ctx.db, collectionId);
