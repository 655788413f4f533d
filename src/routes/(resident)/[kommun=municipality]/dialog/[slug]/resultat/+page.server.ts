import { dialogueView } from '#lib/dialogues/dialogue-view.ts';
import { readDialogueByAddress } from '#lib/dialogues/server/read-dialogue.ts';
import { localizeBackground } from '#lib/questionnaire/localize.ts';
import { readQuestionnaire } from '#lib/questionnaire/server/read-questionnaire.ts';
import { filterOptions, filterQuery, parseFilter } from '#lib/results/filter.ts';
import { readLedTo } from '#lib/pledges/server/read-led-to.ts';
import { resultWords } from '#lib/results/result-words.ts';
import { readRelease } from '#lib/results/server/read-releases.ts';
import { readResults } from '#lib/results/server/read-results.ts';
import { noFindings } from '#lib/results/finding.ts';
import { orErrorPage } from '#lib/server/page-error.ts';
import { readPublicTexts } from '#lib/texts/server/read-public-texts.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url, parent, setHeaders }) => {
	const { municipality } = await parent();
	const { language } = locals;
	const address = { placeCode: municipality.code, slug: params.slug };
	const dialogue = await orErrorPage(readDialogueByAddress(locals, address));
	const definition = await readQuestionnaire(locals, dialogue);
	const filter = parseFilter(url.searchParams, definition.background);
	const result = await readResults(locals, { dialogue, filter, language });
	const { crowd } = dialogue.settings;
	setHeaders({ 'cache-control': 'no-cache' });
	return {
		ledTo: await readLedTo(locals, dialogue.code),
		dialogue: dialogueView(dialogue, language),
		languages: dialogue.languages,
		result,
		own: await readPublicTexts(locals, { dialogueId: dialogue.id }),
		release: await readRelease(locals, { dialogue, seq: result.seq }),
		filter,
		query: filterQuery(filter),
		background: definition.background.map((question) =>
			localizeBackground({ ...question, options: filterOptions(question) }, language)
		),
		badSteps: Object.fromEntries(definition.questions.map(({ key, badSteps }) => [key, badSteps])),
		setup: {
			language,
			words: resultWords({ place: municipality.name, crowd, filter }),
			filtered: Object.keys(filter).length > 0,
			noFinding: noFindings(definition)
		}
	};
};
