import type { Context } from '#lib/server/context.ts';
import type { District } from '../place.ts';

/**
 * The districts that residents of a municipality choose from, in Swedish alphabetical order: its RegSO areas, which
 * cover it without overlap, with names unique in the list (reference/README.md says why). Empty when there are fewer
 * than two, or no such municipality.
 */
export async function listDistricts(ctx: Pick<Context, 'db'>, municipalityCode: string): Promise<District[]> {
	const rows = await ctx.db
		.selectFrom('place')
		.select(['code', 'name'])
		.where('kind', '=', 'district')
		.where('districtType', '=', 'regso')
		.where('parentCode', '=', municipalityCode)
		.where('retired', '=', 0)
		.execute();
	if (rows.length < 2) return [];
	const order = new Intl.Collator('sv');
	return rows
		.map(({ code, name }): District => ({ code, name, type: 'regso' }))
		.sort((a, b) => order.compare(a.name, b.name));
}
