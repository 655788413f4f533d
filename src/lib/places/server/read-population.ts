import type { Context } from '#lib/server/context.ts';

/** Inhabitants of one age band and sex. */
export interface PopulationBand {
	/** First age and last, both inside; null: no last age. */
	from: number;
	to: number | null;
	sex: 'M' | 'K' | 'T';
	population: number;
	/** Some of it was estimated (women and men of 75 and over). */
	estimated: boolean;
}

/** The inhabitants of some municipalities together, as they were counted. */
export interface Population {
	/** Calendar day. */
	countedOn: string;
	bands: PopulationBand[];
}

const agesOf = (band: string): Pick<PopulationBand, 'from' | 'to'> => {
	const [from = '', to] = band.replace('+', '').split('-');
	return { from: Number(from), to: to === undefined ? null : Number(to) };
};

/**
 * The inhabitants of some municipalities together by age band and sex, the youngest first. There are no figures by sex
 * under 15. Null when none of the places has figures: only municipalities have.
 */
export async function readPopulation(
	ctx: Pick<Context, 'db'>,
	municipalityCodes: readonly string[]
): Promise<Population | null> {
	if (municipalityCodes.length === 0) return null;
	const rows = await ctx.db
		.selectFrom('placePopulation')
		.select((of) => [
			...(['ageBand', 'sex', 'countedOn'] as const),
			of.fn.sum<number>('population').as('population'),
			of.fn.max('quality').as('worst'),
			of.fn.min('quality').as('best')
		])
		.where('placeCode', 'in', [...municipalityCodes])
		.groupBy(['ageBand', 'sex', 'countedOn'])
		.execute();
	const [first] = rows;
	if (!first) return null;
	const bands = rows.map(({ ageBand, sex, population, worst, best }): PopulationBand => ({
		...{ ...agesOf(ageBand), sex, population: Number(population) },
		estimated: worst === 'estimated' || best === 'estimated'
	}));
	return { countedOn: first.countedOn, bands: bands.sort((a, b) => a.from - b.from) };
}
