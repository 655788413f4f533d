import { dimensions, type BackgroundQuestion, type Dimension } from '../questionnaire/question.ts';

/**
 * The part of the answers that is asked for: background dimension → option keys, any of which will do.
 * A dimension with an empty list lets nothing through.
 */
export type ResultFilter = Partial<Record<Dimension, string[]>>;

/** The options that a background question can be filtered by: "rather not say" is never told apart. */
export const filterOptions = (background: BackgroundQuestion): BackgroundQuestion['options'] =>
	background.options.filter((option) => !option.apart);

const wantedValues = (params: URLSearchParams, dimension: Dimension): string[] =>
	params
		.getAll(dimension)
		.flatMap((value) => value.split(','))
		.map((value) => value.trim())
		.filter((value) => value !== '');

/**
 * The filter of a query string such as `?district=norra,sodra&age=20-29`; repeated or with commas, in any order.
 * Options that the questionnaire lacks are left out and dimensions that it lacks let nothing through, so an
 * unknown value cannot be told from one that nobody gave. Other parameters mean nothing here.
 * @returns dimensions and options in the questionnaire's order: equal filters are equal JSON.
 */
export function parseFilter(
	params: URLSearchParams,
	background: readonly BackgroundQuestion[]
): ResultFilter {
	const filter: ResultFilter = {};
	for (const dimension of [...background.map(({ key }) => key), ...dimensions]) {
		const wanted = new Set(wantedValues(params, dimension));
		if (wanted.size === 0 || filter[dimension]) continue;
		const question = background.find(({ key }) => key === dimension);
		const known = question ? filterOptions(question) : [];
		filter[dimension] = known.map(({ key }) => key).filter((key) => wanted.has(key));
	}
	return filter;
}

// No option has this key, so it stands for the values that the questionnaire lacks.
const nothing = '-';

/** The filter as a query string without `?` that `parseFilter` reads back; empty for everything. */
export function filterQuery(filter: ResultFilter): string {
	const params = new URLSearchParams();
	for (const [dimension, options] of Object.entries(filter))
		params.set(dimension, options.join(',') || nothing);
	return params.toString();
}
