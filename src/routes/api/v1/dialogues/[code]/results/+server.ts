import { readDialogueOrPart } from '#lib/dialogues/server/read-dialogue.ts';
import { requestLanguage } from '#lib/i18n/request-language.ts';
import { readResults } from '#lib/results/server/read-results.ts';
import { readFilter } from '#lib/results/server/read-filter.ts';
import { publicJson } from '#lib/server/json-response.ts';
import { apiEndpoint } from '#lib/server/problem-response.ts';

export const GET = apiEndpoint(async ({ params, url, request, locals }) => {
	const dialogue = await readDialogueOrPart(locals, params.code!);
	const filter = await readFilter(locals, { dialogue, params: url.searchParams });
	const language = requestLanguage(request, url);
	return publicJson(request, await readResults(locals, { dialogue, filter, language }));
});
