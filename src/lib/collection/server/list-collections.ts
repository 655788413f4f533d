import { hasPermission } from '#lib/accounts/server/require-permission.ts';
import type { Permission } from '#lib/accounts/permission.ts';
import { readPlacesBelow } from '#lib/places/server/read-place-path.ts';
import type { Context } from '#lib/server/context.ts';
import type { FieldCollection } from '../field-collection.ts';
import { collectionOf, selectCollections } from './collection-store.ts';

/** Which collections; those of a place and of every place below it. */
export interface CollectionFilter {
	dialogueId?: string;
	meetingId?: string;
	placeCode?: string;
	collectionId?: string;
}

type Reader = Pick<Context, 'db' | 'actor'>;

/** Leaves out what lies in places where who asks may not look. */
async function allowed(
	ctx: Reader,
	permission: Permission,
	collections: FieldCollection[]
): Promise<FieldCollection[]> {
	const codes = [...new Set(collections.map(({ placeCode }) => placeCode))];
	const answers = await Promise.all(codes.map((code) => hasPermission(ctx, permission, code)));
	const open = new Set(codes.filter((_, index) => answers[index]));
	return collections.filter(({ placeCode }) => open.has(placeCode));
}

/**
 * The collections in the field that somebody may see with a permission, the latest day first; others are as if they were
 * not there.
 */
export async function listCollections(
	ctx: Reader,
	filter: CollectionFilter = {},
	permission: Permission = 'answers.collect'
): Promise<FieldCollection[]> {
	const { dialogueId, meetingId, placeCode, collectionId } = filter;
	let query = selectCollections(ctx.db).orderBy('day', 'desc').orderBy('name').orderBy('id');
	if (dialogueId !== undefined) query = query.where('dialogueId', '=', dialogueId);
	if (meetingId !== undefined) query = query.where('meetingId', '=', meetingId);
	if (collectionId !== undefined) query = query.where('id', '=', collectionId);
	if (placeCode !== undefined)
		query = query.where('placeCode', 'in', [placeCode, ...(await readPlacesBelow(ctx, [placeCode]))]);
	return allowed(ctx, permission, (await query.execute()).map(collectionOf));
}
