import * as v from 'valibot';
import type { Context } from '#lib/server/context.ts';
import type { Outcome } from '#lib/server/problem.ts';
import { placeProfileSchema } from '../place-profile.ts';
import type { PlaceProfile } from '../place.ts';
import { readPlace } from './read-place.ts';

const details: Record<string, string> = {
	missing: 'The value is empty.',
	'too-long': 'The value is too long.',
	'invalid-email': 'This is not an e-mail address.',
	'invalid-phone': 'A phone number has digits, blanks and hyphens only.'
};

/**
 * Saves who asks in a place and how to reach them, in place of what was saved before.
 * @returns the profile as saved, or problems at `sender`, `contactEmail` or `contactPhone`
 * @throws AppError `not-found` for an unknown place
 */
export async function savePlaceProfile(
	ctx: Pick<Context, 'db'>,
	profile: PlaceProfile
): Promise<Outcome<PlaceProfile>> {
	const parsed = v.safeParse(placeProfileSchema, profile);
	if (!parsed.success)
		return {
			ok: false,
			problems: parsed.issues.map((issue) => ({
				at: v.getDotPath(issue) ?? '',
				code: issue.message in details ? issue.message : 'invalid',
				detail: details[issue.message] ?? issue.message
			}))
		};
	const { placeCode, sender, contactEmail, contactPhone } = parsed.output;
	await readPlace(ctx, placeCode);
	await ctx.db
		.insertInto('placeProfile')
		.values({ placeCode, sender, contactEmail, contactPhone })
		.onConflict((conflict) =>
			conflict.column('placeCode').doUpdateSet({ sender, contactEmail, contactPhone })
		)
		.execute();
	return { ok: true, value: { placeCode, sender, contactEmail, contactPhone } };
}
