import { requirePermission } from '#lib/accounts/server/require-permission.ts';
import { recordEvent } from '#lib/audit/server/record-event.ts';
import type { Context } from '#lib/server/context.ts';
import { randomId } from '#lib/server/random.ts';
import type { Picture } from '../picture.ts';
import { insertPicture, selectSections } from './picture-store.ts';
import { requirePicture } from './read-picture.ts';

/**
 * Begins a new draft with what another version says: the way to change what has been frozen.
 * @throws AppError `not-found` when there is none, or without `situation.edit` in its place
 */
export async function copyPicture(ctx: Context, id: string): Promise<Picture> {
	const picture = await requirePicture(ctx, id);
	const { placeCode, title } = picture;
	await requirePermission(ctx, 'situation.edit', placeCode);
	const copy: Picture = {
		...picture,
		...{ id: randomId(ctx.random), number: null, state: 'draft', frozenOn: null, publishedOn: null }
	};
	return ctx.db.transaction().execute(async (trx) => {
		const sections = await selectSections(trx, id);
		await insertPicture(
			trx,
			copy,
			sections.map((section) => ({ ...section, revision: 1 }))
		);
		await recordEvent(trx, ctx, {
			...{ action: 'picture.created', placeCode, subject: `picture:${copy.id}` },
			after: { title }
		});
		return copy;
	});
}
