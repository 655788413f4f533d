import { dialogueView } from '#lib/dialogues/dialogue-view.ts';
import { readQuestionnaire } from '#lib/questionnaire/server/read-questionnaire.ts';
import { noFindings } from '#lib/results/finding.ts';
import { resultWords } from '#lib/results/result-words.ts';
import { readRelease } from '#lib/results/server/read-releases.ts';
import { readResults } from '#lib/results/server/read-results.ts';
import { orErrorPage } from '#lib/server/page-error.ts';
import { readEmbedded } from '#lib/sharing/server/read-embedded.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, parent, setHeaders }) => {
	const { language } = locals;
	const dialogue = await orErrorPage(readEmbedded(locals, params.code));
	const { placeName } = await parent();
	const definition = await readQuestionnaire(locals, dialogue);
	const result = await readResults(locals, { dialogue, filter: {}, language });
	const release = await readRelease(locals, { dialogue, seq: result.seq });
	setHeaders({ 'cache-control': 'no-cache' });
	return {
		dialogue: dialogueView(dialogue, language),
		result,
		day: release?.day,
		badSteps: Object.fromEntries(definition.questions.map(({ key, badSteps }) => [key, badSteps])),
		setup: {
			language,
			words: resultWords({ place: placeName, crowd: dialogue.settings.crowd, filter: {} }),
			filtered: false,
			noFinding: noFindings(definition)
		}
	};
};
