import { AppError } from '#lib/server/app-error.ts';
import type { Context } from '#lib/server/context.ts';
import { selectPhoto } from './story-store.ts';

/**
 * A photo of what was done, with nothing but the picture in it; for everybody.
 * @throws AppError `not-found`
 */
export async function readProgressPhoto(
	ctx: Pick<Context, 'db'>,
	photo: { id: string; placeCode: string }
): Promise<{ mediaType: string; content: Uint8Array }> {
	const found = await selectPhoto(ctx.db, photo);
	if (!found) throw new AppError('not-found');
	return { mediaType: found.mediaType, content: found.content };
}
