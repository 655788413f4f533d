import type { Context } from '#lib/server/context.ts';

/**
 * The code of a place and of every place above it in the police hierarchy, nearest first:
 * district, municipality, local police area, police region, country. Empty for an unknown place.
 */
export async function readPlacePath(ctx: Pick<Context, 'db'>, code: string): Promise<string[]> {
	const rows = await ctx.db
		.withRecursive('upwards(code, parentCode, steps)', (db) =>
			db
				.selectFrom('place')
				.select((of) => ['place.code', 'place.parentCode', of.lit(0).as('steps')])
				.where('place.code', '=', code)
				.unionAll(
					db
						.selectFrom('place')
						.innerJoin('upwards', 'upwards.parentCode', 'place.code')
						.select((of) => ['place.code', 'place.parentCode', of('upwards.steps', '+', 1).as('steps')])
						.where('upwards.steps', '<', 10)
				)
		)
		.selectFrom('upwards')
		.select('upwards.code')
		.orderBy('upwards.steps')
		.execute();
	return rows.map((row) => row.code);
}

/** The codes of these places and of every place below them, in no particular order. */
export async function readPlacesBelow(ctx: Pick<Context, 'db'>, codes: readonly string[]): Promise<string[]> {
	if (codes.length === 0) return [];
	const rows = await ctx.db
		.withRecursive('downwards(code)', (db) =>
			db
				.selectFrom('place')
				.select('place.code')
				.where('place.code', 'in', codes)
				.union(
					db
						.selectFrom('place')
						.innerJoin('downwards', 'downwards.code', 'place.parentCode')
						.select('place.code')
				)
		)
		.selectFrom('downwards')
		.select('downwards.code')
		.execute();
	return rows.map((row) => row.code);
}
