import type { Transaction } from 'kysely';
import { AppError } from '#lib/server/app-error.ts';
import type { Context } from '#lib/server/context.ts';
import type { Database } from '#lib/server/db/database.ts';
import type { Outcome } from '#lib/server/problem.ts';
import { insertDevice, updateDeviceEnded } from './collection-store.ts';
import { endLink, openLink } from './open-link.ts';
import { readCollection } from './read-collection.ts';

/**
 * Makes a link for one collector's device. The link is given this once; only its hash stays.
 * @returns the path, or a problem at `name`
 * @throws AppError `not-found` without the permission `answers.collect`; `not-open` when the collection has ended
 */
export async function openDevice(
	ctx: Context,
	{ collectionId, name }: { collectionId: string; name: string }
): Promise<Outcome<{ id: string; path: string }>> {
	const { placeCode, ended } = await readCollection(ctx, collectionId);
	if (ended) throw new AppError('not-open', 'the collection has ended');
	return openLink(ctx, {
		...{ kind: 'device', placeCode, name, about: { collection: collectionId } },
		insert: (trx, row) =>
			insertDevice(trx, { id: row.id, name: row.name, tokenHash: row.tokenHash, collectionId })
	});
}

/**
 * Ends a collector's link; what has been sent stays, what waits on the device is lost.
 * @throws AppError `not-found` when the collection has no such link, or without the permission `answers.collect`
 */
export async function endDevice(
	ctx: Context,
	{ collectionId, id }: { collectionId: string; id: string }
): Promise<void> {
	const { placeCode } = await readCollection(ctx, collectionId);
	const end = (trx: Transaction<Database>) => updateDeviceEnded(trx, { id, collectionId });
	await endLink(ctx, { kind: 'device', placeCode, id, end });
}
