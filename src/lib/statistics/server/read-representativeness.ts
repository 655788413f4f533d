import { requirePermission } from '#lib/accounts/server/require-permission.ts';
import type { Dialogue } from '#lib/dialogues/dialogue.ts';
import { inLanguage, type Language } from '#lib/i18n/languages.ts';
import { listPlacesBelow } from '#lib/places/server/list-places-below.ts';
import { readPlace } from '#lib/places/server/read-place.ts';
import { readPopulation, type Population } from '#lib/places/server/read-population.ts';
import type { BackgroundQuestion } from '#lib/questionnaire/question.ts';
import { readQuestionnaire } from '#lib/questionnaire/server/read-questionnaire.ts';
import { filterOptions } from '#lib/results/filter.ts';
import { readResults } from '#lib/results/server/read-results.ts';
import type { Context } from '#lib/server/context.ts';
import {
	agesOf,
	compareGroups,
	floorOf,
	type AnsweredOption,
	type RepresentedDimension
} from '../representativeness.ts';
import { readChannelMix } from './read-channel-mix.ts';
import { readDistrictPopulation } from './read-district-population.ts';

/** Who has answered a dialogue, held against who lives there. No margin of error: those who answer choose to. */
export interface Representativeness {
	placeName: string;
	/** Something can still be done about it. */
	open: boolean;
	/** Released sheets; null while none may be told. */
	n: number | null;
	/** The least number that a group is shown with. */
	crowd: number;
	dimensions: RepresentedDimension[];
	channels: { channels: string[]; sheets: number }[] | null;
	/** Calendar day of the population's figures; null when nothing is compared with them. */
	countedOn: string | null;
}

interface Question {
	dialogue: Dialogue;
	background: BackgroundQuestion;
	population: Population | null;
}

/** Inhabitants by sex of 15 and over; under that they are not counted by sex. */
function bySex(population: Population | null, key: string): number | null {
	const sex = { woman: 'K', man: 'M', women: 'K', men: 'M', female: 'K', male: 'M' }[key];
	if (!sex || !population) return null;
	return population.bands.filter((band) => band.sex === sex).reduce((sum, band) => sum + band.population, 0);
}

async function populationsOf(ctx: Context, { dialogue, background, population }: Question) {
	if (dialogue.kind !== 'citizen') return () => null;
	if (background.key === 'gender') return (key: string) => bySex(population, key);
	if (background.key !== 'district') return () => null;
	const districts = filterOptions(background).map(({ key }) => key.toUpperCase());
	const found = await readDistrictPopulation(ctx, { placeCode: dialogue.placeCode, districts });
	return (key: string) => found.get(key.toUpperCase()) ?? null;
}

/** What the gate tells of each option of a background question. */
async function optionsOf(ctx: Context, question: Question): Promise<AnsweredOption[]> {
	const { dialogue, background } = question;
	const populationAt = await populationsOf(ctx, question);
	const language: Language = ctx.language;
	const options: AnsweredOption[] = [];
	for (const option of filterOptions(background)) {
		const filter = { [background.key]: [option.key] };
		const { n } = await readResults(ctx, { dialogue, filter, language });
		const text = inLanguage(option.text, language);
		const ages = background.key === 'age' ? agesOf(option.text.sv) : null;
		options.push({ key: option.key, text, n, ages, population: populationAt(option.key) });
	}
	return options;
}

async function dimensionOf(ctx: Context, question: Question): Promise<RepresentedDimension> {
	const { dialogue, background, population } = question;
	const options = await optionsOf(ctx, question);
	const isAge = background.key === 'age' && options.every(({ ages }) => ages !== null);
	const known = dialogue.kind === 'citizen' ? (population?.bands.filter(({ sex }) => sex === 'T') ?? []) : [];
	const bands = isAge ? { bands: known } : {};
	const every = { [background.key]: options.map(({ key }) => key) };
	const { n, notSplit } = await readResults(ctx, { dialogue, filter: every, language: ctx.language });
	const untold = n === null ? 0 : notSplit;
	const floor = floorOf((n ?? 0) + untold);
	return {
		...{ key: background.key, told: n ?? 0, untold, floor },
		groups: compareGroups(options, { crowd: dialogue.settings.crowd, floor, ...bands }),
		estimated: background.key === 'gender' && options.some((option) => option.population !== null)
	};
}

/** The municipalities whose inhabitants are asked; none for a district. */
async function municipalitiesOf(ctx: Pick<Context, 'db'>, placeCode: string): Promise<string[]> {
	const places = await listPlacesBelow(ctx, { codes: [placeCode], kinds: ['municipality'] });
	return places.filter(({ kind }) => kind === 'municipality').map(({ code }) => code);
}

/**
 * Who has answered a dialogue by age, gender, district and channel, as far as it was asked and may be told, beside who
 * lives in its place. Every number comes through the one gate; groups under the least number are merged.
 * @throws AppError `not-found` without `results.read` in the dialogue's place
 */
export async function readRepresentativeness(ctx: Context, dialogue: Dialogue): Promise<Representativeness> {
	await requirePermission(ctx, 'results.read', dialogue.placeCode);
	const definition = await readQuestionnaire(ctx, dialogue);
	const { name } = await readPlace(ctx, dialogue.placeCode);
	const population = await readPopulation(ctx, await municipalitiesOf(ctx, dialogue.placeCode));
	const { n } = await readResults(ctx, { dialogue, filter: {}, language: ctx.language });
	const dimensions: RepresentedDimension[] = [];
	for (const background of definition.background)
		dimensions.push(await dimensionOf(ctx, { dialogue, background, population }));
	const compared = dimensions.some(({ groups }) => groups.some((group) => group.populationShare !== null));
	return {
		...{ placeName: name, open: dialogue.state === 'open', n, crowd: dialogue.settings.crowd, dimensions },
		channels: await readChannelMix(ctx, dialogue),
		countedOn: compared ? (population?.countedOn ?? null) : null
	};
}
