import { hasPermission } from '#lib/accounts/server/require-permission.ts';
import { readPlace } from '#lib/places/server/read-place.ts';
import { AppError } from '#lib/server/app-error.ts';
import type { Context } from '#lib/server/context.ts';
import { orErrorPage } from '#lib/server/page-error.ts';
import { listWorkPlaces } from '#lib/workspace/server/read-places.ts';

/** The place that a page is about, by its address or the first one, the others, and what who asks may do there. */
export const placePage = (ctx: Context, url: URL) =>
	orErrorPage(
		(async () => {
			const places = await listWorkPlaces(ctx, 'results.read');
			const wanted = url.searchParams.get('plats') ?? places[0]?.code;
			if (wanted === undefined || !(await hasPermission(ctx, 'results.read', wanted)))
				throw new AppError('not-found');
			return { places, ...(await placeOf(ctx, wanted)) };
		})()
	);

/** A place as the pages about its picture show it, and what who asks may do there. */
export async function placeOf(ctx: Context, placeCode: string) {
	const { code, name, slug } = await readPlace(ctx, placeCode);
	return {
		place: { code, name, slug },
		may: {
			edit: await hasPermission(ctx, 'situation.edit', code),
			sign: await hasPermission(ctx, 'situation.sign', code)
		}
	};
}
