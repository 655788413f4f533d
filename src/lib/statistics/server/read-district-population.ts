import { readPlacePath } from '#lib/places/server/read-place-path.ts';
import type { Context } from '#lib/server/context.ts';
import { selectValues } from './observation-store.ts';
import { selectSeriesOf } from './series-store.ts';

const isWhole = (parts: readonly (readonly [string, string])[]): boolean =>
	parts.every(([, value]) => /^(totalt?|samtliga|tot\b|t$|1\+2|båda)/i.test(value.trim()));

/**
 * Inhabitants of districts: of localities as shipped, of other districts from an imported series of the population of both
 * sexes and all ages, its latest figures. Districts without figures are left out.
 */
export async function readDistrictPopulation(
	ctx: Pick<Context, 'db'>,
	{ placeCode, districts }: { placeCode: string; districts: readonly string[] }
): Promise<Map<string, number>> {
	const found = new Map<string, number>();
	if (districts.length === 0) return found;
	const shipped = await ctx.db
		.selectFrom('place')
		.select(['code', 'population'])
		.where('code', 'in', [...districts])
		.execute();
	for (const { code, population } of shipped) if (population !== null) found.set(code, population);
	const series = (await selectSeriesOf(ctx.db, await readPlacePath(ctx, placeCode))).filter(
		({ title, parts }) => /folkmängd|befolkning|population/i.test(title) && isWhole(JSON.parse(parts) as [])
	);
	const values = await selectValues(
		ctx.db,
		series.map(({ id }) => id)
	);
	const latest = values
		.filter(({ placeCode: code, value }) => districts.includes(code) && value !== null && !found.has(code))
		.sort((a, b) => (a.period < b.period ? -1 : a.period > b.period ? 1 : a.version - b.version));
	const imported = new Map(latest.map(({ placeCode: code, value }) => [code, value!]));
	return new Map([...imported, ...found]);
}
