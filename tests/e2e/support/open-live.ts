import { dayOf } from '#lib/dialogues/period.ts';
import type { Dialogue } from '#lib/dialogues/dialogue.ts';
import type { Option, QuestionnaireDefinition } from '#lib/questionnaire/question.ts';
import type { Context } from '#lib/server/context.ts';
import { openFromYesterday } from '#tests/support/open-dialogue.ts';

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

/** Opens a dialogue in Säffle that is sealed every second, one that opens in ten days, and one without an end. */
export async function openLiveIn(ctx: Context): Promise<Dialogue> {
	const inTenDays = dayOf(new Date(ctx.now().getTime() + 10 * dayMs));
	await openFromYesterday(ctx, definition, { title: soon, opensOn: inTenDays });
	await openFromYesterday(ctx, definition, { title: always, closesOn: null });
	return openFromYesterday(ctx, definition);
}
