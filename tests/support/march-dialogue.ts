import { publishQuestionnaire } from '#lib/questionnaire/server/publish-questionnaire.ts';
import type { QuestionnaireDefinition } from '#lib/questionnaire/question.ts';
import type { TestContext } from '#tests/support/context.ts';
import type { Dialogue } from '#lib/dialogues/dialogue.ts';
import type { NewDialogue } from '#lib/dialogues/new-dialogue.ts';
import { defaultSettings } from '#lib/dialogues/settings.ts';
import { createDialogue } from '#lib/dialogues/server/create-dialogue.ts';
import { openDialogue } from '#lib/dialogues/server/open-dialogue.ts';

export const definition: QuestionnaireDefinition = {
	title: { sv: 'Trygghet', en: 'Safety' },
	questions: [
		{
			key: 'safe',
			version: 1,
			kind: 'choice',
			text: { sv: 'Är du trygg?', en: 'Are you safe?' },
			options: [
				{ key: 'yes', text: { sv: 'Ja', en: 'Yes' } },
				{ key: 'no', text: { sv: 'Nej', en: 'No' } },
				{ key: 'unknown', text: { sv: 'Vet inte', en: 'Don’t know' }, apart: true }
			]
		}
	],
	background: []
};

/** Input for a dialogue in Säffle in March 2027 with one question, published for it. */
export async function newDialogue(
	ctx: TestContext,
	changes: Partial<NewDialogue> = {}
): Promise<NewDialogue> {
	const questionnaire = await publishQuestionnaire(ctx, { placeCode: '1785', definition });
	return {
		title: { sv: 'Trygg i Säffle?' },
		placeCode: '1785',
		kind: 'citizen',
		questionnaireId: questionnaire.questionnaireId,
		version: questionnaire.version,
		opensOn: '2027-03-01',
		closesOn: '2027-03-31',
		resultsDueOn: '2027-04-15',
		pledgesDueOn: '2027-06-01',
		channels: ['web'],
		languages: ['sv'],
		settings: { ...defaultSettings.openLink },
		...changes
	};
}

/** Such a dialogue, opened: `open` or `scheduled` by the test's clock. */
export const opened = async (ctx: TestContext, changes: Partial<NewDialogue> = {}): Promise<Dialogue> =>
	openDialogue(ctx, (await createDialogue(ctx, await newDialogue(ctx, changes))).id);
