import type { Question, QuestionnaireDefinition } from '#lib/questionnaire/question.ts';
import type { Context } from '#lib/server/context.ts';
import { openFromYesterday } from '#tests/support/open-dialogue.ts';

export const hanging = '/saffle/dialog/fragor-som-hanger-ihop';

const both = (sv: string, en: string) => ({ sv, en });

const ask = (key: string, [sv, en]: [string, string], more: Partial<Question>): Question => ({
	key,
	version: 1,
	kind: 'choice',
	text: both(sv, en),
	options: [
		{ key: 'yes', text: both('Ja', 'Yes') },
		{ key: 'no', text: both('Nej', 'No') }
	],
	...more
});

const places = [
	{ key: 'station', text: both('Stationen', 'The station') },
	{ key: 'park', text: both('Parken', 'The park') },
	{ key: 'road', text: both('Skolvägen', 'The way to school') }
];

/** Questions that hang on each other in three steps, on one answer and on several. */
export const hangingDefinition: QuestionnaireDefinition = {
	title: both('Frågor som hänger ihop', 'Questions that hang together'),
	questions: [
		ask('avoid', ['Finns det ställen du undviker?', 'Are there places that you avoid?'], {}),
		ask('where', ['Vilka ställen undviker du?', 'Which places do you avoid?'], {
			kind: 'choices',
			options: places,
			showIf: { question: 'avoid', anyOf: ['yes'] }
		}),
		ask('first', ['Var ska vi börja?', 'Where should we begin?'], {
			kind: 'ranking',
			max: 2,
			options: places,
			showIf: { question: 'where', anyOf: ['park', 'road'] }
		}),
		ask('park', ['Hur är det i parken?', 'What is it like in the park?'], {
			kind: 'text',
			max: 200,
			options: [],
			showIf: { question: 'first', anyOf: ['park'] }
		}),
		ask('fine', ['Känner du dig trygg överallt?', 'Do you feel safe everywhere?'], {
			showIf: { question: 'avoid', anyOf: ['no'] }
		}),
		ask('last', ['Bor du här?', 'Do you live here?'], {})
	],
	background: []
};

/** Opens a dialogue in Säffle whose questions hang on each other. */
export async function openHangingIn(ctx: Context): Promise<void> {
	await openFromYesterday(ctx, hangingDefinition);
}
