import type { Context } from '../../server/context.ts';

/** The words that are near at hand when a person chooses a password: name, address, their places. */
export async function wordsNearTo(
	ctx: Pick<Context, 'db'>,
	person: { id: string; name: string; email: string | null }
): Promise<string[]> {
	const places = await ctx.db
		.selectFrom('membership')
		.innerJoin('place', 'place.code', 'membership.placeCode')
		.select('place.name')
		.where('membership.personId', '=', person.id)
		.execute();
	return [person.name, person.email ?? '', ...places.map(({ name }) => name)];
}
