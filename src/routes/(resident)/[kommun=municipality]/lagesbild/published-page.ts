import type { Context } from '#lib/server/context.ts';
import { orErrorPage } from '#lib/server/page-error.ts';
import { listPublishedPictures, readPublishedPicture } from '#lib/situation/server/read-picture.ts';

/** A published version of a place's picture, or the latest, with the other versions there are. */
export async function publishedPage(
	ctx: Pick<Context, 'db'>,
	wanted: { placeCode: string; number?: number }
) {
	const { picture, snapshot, signatures } = await orErrorPage(readPublishedPicture(ctx, wanted));
	const versions = await listPublishedPictures(ctx, wanted.placeCode);
	return {
		...{ picture, snapshot, signatures },
		versions: versions.map(({ number, publishedOn }) => ({ number, publishedOn }))
	};
}
