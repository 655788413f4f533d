import { error, redirect } from '@sveltejs/kit';
import { parseCode } from '#lib/dialogues/code.ts';
import { localizeHref } from '#lib/i18n/paraglide/runtime.js';
import { parseParticipant } from '#lib/meetings/participant-key.ts';
import {
	loadParticipantVisit,
	readSurroundings,
	receiveParticipantVisit
} from '#lib/meetings/server/participant-visit.ts';
import { readAgendaByCode } from '#lib/meetings/server/read-agenda.ts';
import { orErrorPage } from '#lib/server/page-error.ts';
import { randomId } from '#lib/server/random.ts';
import type { Actions, PageServerLoad } from './$types';

/** The code as somebody may have written it. */
function codeOf({ code }: { code: string }): string {
	const parsed = parseCode(code);
	if (parsed === undefined) error(404, { message: 'not a code', code: 'not-a-code' });
	return parsed;
}

/** Who has no token yet gets one, in the address and nowhere else. */
export const load: PageServerLoad = async (event) => {
	const { locals, params, url } = event;
	const code = codeOf(params);
	const agenda = await orErrorPage(readAgendaByCode(locals, code));
	const participant = parseParticipant(url.searchParams.get('jag'));
	if (participant === undefined || code !== params.code)
		redirect(303, localizeHref(`/mote/${code}?jag=${participant ?? randomId(locals.random)}`));
	return {
		...(await readSurroundings(locals, agenda)),
		page: await loadParticipantVisit(event, agenda, participant)
	};
};

export const actions: Actions = {
	default: async (event) => {
		const agenda = await orErrorPage(readAgendaByCode(event.locals, codeOf(event.params)));
		return receiveParticipantVisit(event, agenda);
	}
};
