import type { Context } from '#lib/server/context.ts';
import { defaultSender, type PlaceProfile } from '../place.ts';
import { readPlace } from './read-place.ts';

/**
 * Who asks in a place and how to reach them; where nothing is saved, the municipality and the police without contact.
 * @throws AppError `not-found` for an unknown place
 */
export async function readPlaceProfile(ctx: Pick<Context, 'db'>, code: string): Promise<PlaceProfile> {
	const saved = await ctx.db
		.selectFrom('placeProfile')
		.select(['placeCode', 'sender', 'contactEmail', 'contactPhone'])
		.where('placeCode', '=', code)
		.executeTakeFirst();
	if (saved)
		return {
			placeCode: saved.placeCode,
			sender: saved.sender,
			contactEmail: saved.contactEmail,
			contactPhone: saved.contactPhone
		};
	const place = await readPlace(ctx, code);
	return { placeCode: place.code, sender: defaultSender(place), contactEmail: null, contactPhone: null };
}
