import { newOneTimeCode } from '#lib/answers/one-time-code.ts';
import { makeCodes } from '#lib/answers/server/make-codes.ts';
import type { QuestionnaireDefinition } from '#lib/questionnaire/question.ts';
import type { Context } from '#lib/server/context.ts';
import { seededRandom } from '#lib/server/random.ts';
import { openFromYesterday } from '#tests/support/open-dialogue.ts';

export const withCodes = '/saffle/dialog/bara-med-kod';

const seed = 'one-time codes of the journeys';
const random = seededRandom(seed);

/** The codes of the dialogue; each journey takes its own. */
export const journeyCodes = Array.from({ length: 20 }, () => newOneTimeCode(random));

const yesOrNo = [
	{ key: 'yes', text: { sv: 'Ja', en: 'Yes' } },
	{ key: 'no', text: { sv: 'Nej', en: 'No' } }
];

const definition: QuestionnaireDefinition = {
	title: { sv: 'Bara med kod', en: 'With a code only' },
	questions: [
		{
			key: 'lit',
			version: 1,
			kind: 'choice',
			text: { sv: 'Är skolvägen upplyst?', en: 'Is the way to school lit?' },
			options: yesOrNo
		},
		{
			key: 'alone',
			version: 1,
			kind: 'choice',
			text: { sv: 'Går du den ensam?', en: 'Do you walk it alone?' },
			options: yesOrNo
		}
	],
	background: []
};

/** Opens a dialogue in Säffle that asks for a one-time code, and makes the journeys' codes. */
export async function openWithCodesIn(ctx: Context): Promise<void> {
	const { id } = await openFromYesterday(ctx, definition, { entry: 'codes' });
	await makeCodes({ ...ctx, random: seededRandom(seed) }, { dialogueId: id, count: journeyCodes.length });
}
