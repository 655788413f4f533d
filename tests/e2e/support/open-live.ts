import { dayOf } from '#lib/dialogues/period.ts';
import type { Dialogue } from '#lib/dialogues/dialogue.ts';
import type { NewDialogue } from '#lib/dialogues/new-dialogue.ts';
import { createDialogue } from '#lib/dialogues/server/create-dialogue.ts';
import { openDialogue } from '#lib/dialogues/server/open-dialogue.ts';
import type { Option, QuestionnaireDefinition } from '#lib/questionnaire/question.ts';
import { publishQuestionnaire } from '#lib/questionnaire/server/publish-questionnaire.ts';
import type { Context } from '#lib/server/context.ts';

const dayMs = 24 * 60 * 60 * 1000;

const option = (key: string, [sv, en]: [string, string], more: Partial<Option> = {}): Option => ({
	key,
	text: { sv, en },
	...more
});

/** Long words, "don't know" beside ranks, and a background to filter by. */
const definition: QuestionnaireDefinition = {
	title: { sv: 'Svaren växer', en: 'Growing answers' },
	questions: [
		{
			key: 'first',
			version: 1,
			kind: 'ranking',
			max: 3,
			text: { sv: 'Vad ska göras först?', en: 'What should be done first?' },
			options: [
				option('light', ['Belysningsförbättringsåtgärder', 'Better lighting']),
				option('police', ['Synligare polis', 'More visible police']),
				option('speed', ['Lugnare trafik', 'Calmer traffic']),
				option('unknown', ['Vet inte', 'Do not know'], { apart: true, exclusive: true })
			]
		},
		{
			key: 'safe',
			version: 1,
			kind: 'scale',
			text: { sv: 'Hur trygg är du?', en: 'How safe are you?' },
			options: [
				option('1', ['Otrygg', 'Unsafe']),
				option('2', ['Varken eller', 'Neither']),
				option('3', ['Trygg', 'Safe']),
				option('unknown', ['Vet inte', 'Do not know'], { apart: true })
			]
		}
	],
	background: [
		{
			key: 'age',
			text: { sv: 'Ålder', en: 'Age' },
			options: [
				option('under_30', ['Under 30', 'Under 30']),
				option('over_30', ['30 eller mer', '30 or more'])
			]
		}
	]
};

const soon = { sv: 'Öppnar snart', en: 'Opening soon' };
const always = { sv: 'Utan slut', en: 'Without end' };

async function open(ctx: Context, changes: Partial<NewDialogue>): Promise<Dialogue> {
	const placeCode = '1785';
	const day = (days: number) => dayOf(new Date(ctx.now().getTime() + days * dayMs));
	const { questionnaireId, version } = await publishQuestionnaire(ctx, { placeCode, definition });
	const { id } = await createDialogue(ctx, {
		placeCode,
		title: definition.title,
		kind: 'citizen',
		questionnaireId,
		version,
		opensOn: day(-1),
		closesOn: day(30),
		resultsDueOn: day(45),
		pledgesDueOn: day(60),
		channels: ['web'],
		languages: ['sv', 'en'],
		settings: { crowd: 5, insiders: 1, freshness: 0.25, coin: 0.05, sources: 'each', sealEverySeconds: 1 },
		...changes
	});
	return openDialogue(ctx, id);
}

/** Opens a dialogue in Säffle that is sealed every second, one that opens in ten days, and one without an end. */
export async function openLiveIn(ctx: Context): Promise<Dialogue> {
	const inTenDays = dayOf(new Date(ctx.now().getTime() + 10 * dayMs));
	await open(ctx, { title: soon, opensOn: inTenDays });
	await open(ctx, { title: always, closesOn: null });
	return open(ctx, {});
}
