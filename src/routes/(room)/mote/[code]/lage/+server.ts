import { parseParticipant } from '#lib/meetings/participant-key.ts';
import { readAgendaByCode } from '#lib/meetings/server/read-agenda.ts';
import { readParticipantState } from '#lib/meetings/server/read-participant-state.ts';
import { stateJson } from '#lib/server/json-response.ts';
import { apiEndpoint } from '#lib/server/problem-response.ts';

export const GET = apiEndpoint(async ({ locals, params, request, url }) => {
	const agenda = await readAgendaByCode(locals, params.code!);
	const participant = parseParticipant(url.searchParams.get('jag'));
	const { language } = locals;
	return stateJson(request, await readParticipantState(locals, agenda, { language, participant }));
});
