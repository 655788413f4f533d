import type { Context } from '#lib/server/context.ts';
import { randomId, secureRandom } from '#lib/server/random.ts';

/** A walk with one point in a place. */
export interface WalkTarget {
	walkId: string;
	pointId: string;
}

/** Ids of nothing. */
export const noWalk = (): WalkTarget => ({ walkId: randomId(secureRandom), pointId: randomId(secureRandom) });

/** Where the published walk of each place is, whatever its id. */
export const plantedWalk = { slug: 'planterad-runda', photoIn: (placeCode: string) => `photo-${placeCode}` };

/** The smallest PNG image. */
const content = Buffer.from(
	'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
	'base64'
);

/** Takes the planted walk of a place away. */
export async function uprootWalk(ctx: Context, { placeCode }: { placeCode: string }): Promise<void> {
	const walks = await ctx.db.selectFrom('walk').select('id').where('placeCode', '=', placeCode).execute();
	for (const { id } of walks) {
		await ctx.db.deleteFrom('walkPoint').where('walkId', '=', id).execute();
		await ctx.db.deleteFrom('walkPhoto').where('walkId', '=', id).execute();
		await ctx.db.deleteFrom('walk').where('id', '=', id).execute();
	}
}

/** Puts a published walk with one point into a place, instead of the one that was there. */
export async function plantWalk(ctx: Context, { placeCode }: { placeCode: string }): Promise<WalkTarget> {
	await uprootWalk(ctx, { placeCode });
	const { walkId, pointId } = noWalk();
	const photoId = plantedWalk.photoIn(placeCode);
	await ctx.db
		.insertInto('walk')
		.values({
			...{ id: walkId, placeCode, slug: plantedWalk.slug, dialogueId: null, route: 'Centrum' },
			...{ day: '2027-03-01', participants: 5, about: '', publishedOn: '2027-03-02', reportedOn: null }
		})
		.execute();
	await ctx.db
		.insertInto('walkPhoto')
		.values({
			...{ id: photoId, walkId, mediaType: 'image/png', width: 1, height: 1 },
			...{ alternativeText: 'Lampa', content }
		})
		.execute();
	await ctx.db
		.insertInto('walkPoint')
		.values({
			...{ id: pointId, walkId, number: 1, spot: 'Tunneln', category: 'light', observation: 'Mörkt' },
			...{ responsible: '', answer: '', status: 'noted', doneOn: null, photoId }
		})
		.execute();
	return { walkId, pointId };
}
