import { readDialogueOrPart } from '#lib/dialogues/server/read-dialogue.ts';
import { requestLanguage } from '#lib/i18n/request-language.ts';
import { readFilter } from '#lib/results/server/read-filter.ts';
import { watchResults } from '#lib/results/server/watch-results.ts';
import { apiEndpoint } from '#lib/server/problem-response.ts';
import { eventStream, eventStreamHeaders } from '#lib/server/sse.ts';

export const GET = apiEndpoint(async ({ params, url, request, locals }) => {
	const dialogue = await readDialogueOrPart(locals, params.code!);
	const filter = await readFilter(locals, { dialogue, params: url.searchParams });
	const language = requestLanguage(request, url);
	const lastEventId = request.headers.get('last-event-id');
	return eventStream((sink) => watchResults(locals, { dialogue, filter, language }, { sink, lastEventId }));
});

/** A stream has no end, so a HEAD must not begin one. */
export const HEAD = apiEndpoint(async ({ params, locals }) => {
	await readDialogueOrPart(locals, params.code!);
	return new Response(null, { headers: eventStreamHeaders });
});
