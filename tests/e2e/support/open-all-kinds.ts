import { defaultSettings } from '#lib/dialogues/settings.ts';
import type { Option, QuestionnaireDefinition } from '#lib/questionnaire/question.ts';
import type { Context } from '#lib/server/context.ts';
import { openFromYesterday } from '#tests/support/open-dialogue.ts';

const option = (key: string, [sv, en]: [string, string], more: Partial<Option> = {}): Option => ({
	key,
	text: { sv, en },
	...more
});

/** One question of every kind, one of them with a condition, and one background question. */
const definition: QuestionnaireDefinition = {
	title: { sv: 'Alla slags frågor', en: 'All kinds of questions' },
	intro: { sv: 'Berätta hur du har det vid stationen.', en: 'Tell us about the station.' },
	questions: [
		{
			key: 'safe',
			version: 1,
			kind: 'scale',
			text: { sv: 'Hur trygg känner du dig vid stationen?', en: 'How safe do you feel at the station?' },
			options: [
				option('1', ['Mycket otrygg', 'Very unsafe']),
				option('2', ['Ganska otrygg', 'Rather unsafe']),
				option('3', ['Ganska trygg', 'Rather safe']),
				option('4', ['Mycket trygg', 'Very safe']),
				option('away', ['Jag går inte dit', 'I do not go there']),
				option('unknown', ['Vet inte', 'Do not know'], { apart: true })
			]
		},
		{
			key: 'why',
			version: 1,
			kind: 'choices',
			max: 2,
			text: { sv: 'Vad gör dig otrygg där?', en: 'What makes you feel unsafe there?' },
			showIf: { question: 'safe', anyOf: ['1', '2'] },
			options: [
				option('dark', ['Mörkt', 'Dark']),
				option('traffic', ['Trafik', 'Traffic']),
				option('litter', ['Skräp', 'Litter']),
				option('none', ['Inget av detta', 'None of these'], { exclusive: true })
			]
		},
		{
			key: 'priority',
			version: 1,
			kind: 'ranking',
			max: 3,
			text: { sv: 'Vad ska göras först?', en: 'What should be done first?' },
			options: [
				option('light', ['Bättre belysning', 'Better lighting']),
				option('police', ['Synligare polis', 'More visible police']),
				option('speed', ['Lugnare trafik', 'Calmer traffic']),
				option('youth', ['Mer för unga att göra', 'More for young people to do'])
			]
		},
		{
			key: 'free',
			version: 1,
			kind: 'text',
			max: 300,
			text: { sv: 'Något mer vi bör veta?', en: 'Anything else we should know?' },
			options: []
		}
	],
	background: [
		{
			key: 'age',
			text: { sv: 'Ålder', en: 'Age' },
			options: [
				option('under_30', ['Under 30', 'Under 30']),
				option('over_30', ['30 eller mer', '30 or more']),
				option('unstated', ['Vill inte svara', 'Rather not say'], { apart: true })
			]
		}
	]
};

/** Opens a dialogue with a question of every kind in Säffle. */
export async function openAllKindsIn(ctx: Context): Promise<void> {
	await openFromYesterday(ctx, definition, { settings: defaultSettings.openLink });
}
