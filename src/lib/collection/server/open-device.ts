import { tokenHash } from '#lib/accounts/token.ts';
import { recordEvent } from '#lib/audit/server/record-event.ts';
import { AppError } from '#lib/server/app-error.ts';
import type { Context } from '#lib/server/context.ts';
import type { Outcome } from '#lib/server/problem.ts';
import { randomId } from '#lib/server/random.ts';
import { readDeviceName } from '../field-collection.ts';
import { insertDevice, updateDeviceEnded } from './collection-store.ts';
import { readCollection } from './read-collection.ts';

/**
 * Makes a link for one collector's device. The link is given this once; only its hash stays.
 * @returns the path, or a problem at `name`
 * @throws AppError `not-found` without the permission `answers.collect`; `not-open` when the collection has ended
 */
export async function openDevice(
	ctx: Context,
	{ collectionId, name: written }: { collectionId: string; name: string }
): Promise<Outcome<{ id: string; path: string }>> {
	const { placeCode, ended } = await readCollection(ctx, collectionId);
	if (ended) throw new AppError('not-open', 'the collection has ended');
	const name = readDeviceName(written);
	if (name === undefined)
		return {
			ok: false,
			problems: [{ at: 'name', code: 'invalid', detail: 'a name has 1 to 40 characters' }]
		};
	const [id, token] = [randomId(ctx.random), randomId(ctx.random)];
	await ctx.db.transaction().execute(async (trx) => {
		await insertDevice(trx, { id, collectionId, name, tokenHash: tokenHash(token) });
		await recordEvent(trx, ctx, {
			action: 'device.opened',
			placeCode,
			subject: `device:${id}`,
			after: { name, collection: collectionId }
		});
	});
	return { ok: true, value: { id, path: `/falt/${token}` } };
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
	await ctx.db.transaction().execute(async (trx) => {
		if (!(await updateDeviceEnded(trx, { id, collectionId }))) throw new AppError('not-found');
		await recordEvent(trx, ctx, { action: 'device.ended', placeCode, subject: `device:${id}` });
	});
}
