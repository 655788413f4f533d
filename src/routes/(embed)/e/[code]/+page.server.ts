import { loadAnswerVisit, receiveAnswerVisit } from '#lib/answers/server/answer-visit.ts';
import { orErrorPage } from '#lib/server/page-error.ts';
import { readEmbedded } from '#lib/sharing/server/read-embedded.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) =>
	loadAnswerVisit(event, await orErrorPage(readEmbedded(event.locals, event.params.code)));

export const actions: Actions = {
	default: async (event) => {
		const dialogue = await orErrorPage(readEmbedded(event.locals, event.params.code));
		return receiveAnswerVisit(event, { dialogue, channel: 'embed', thanks: `/e/${dialogue.code}/tack` });
	}
};
