import { publicState } from '#lib/dialogues/public-state.ts';
import { readDialogueOrPart } from '#lib/dialogues/server/read-dialogue.ts';
import { inLanguage } from '#lib/i18n/languages.ts';
import { requestLanguage } from '#lib/i18n/request-language.ts';
import { localizeBackground, localizeQuestion } from '#lib/questionnaire/localize.ts';
import { readQuestionnaire } from '#lib/questionnaire/server/read-questionnaire.ts';
import { publicJson } from '#lib/server/json-response.ts';
import { apiEndpoint } from '#lib/server/problem-response.ts';

export const GET = apiEndpoint(async ({ locals, params, request, url }) => {
	const dialogue = await readDialogueOrPart(locals, params.code!);
	const definition = await readQuestionnaire(locals, dialogue);
	const language = requestLanguage(request, url);
	return publicJson(request, {
		code: dialogue.code,
		state: publicState(dialogue.state),
		kind: dialogue.kind,
		title: inLanguage(dialogue.title, language),
		place: dialogue.placeCode,
		opensAt: dialogue.opensAt.toISOString(),
		closesAt: dialogue.closesAt?.toISOString() ?? null,
		resultsDueOn: dialogue.resultsDueOn,
		pledgesDueOn: dialogue.pledgesDueOn,
		languages: dialogue.languages,
		version: dialogue.version,
		background: definition.background.map((question) => localizeBackground(question, language)),
		questions: definition.questions.map((question) => localizeQuestion(question, language))
	});
});
