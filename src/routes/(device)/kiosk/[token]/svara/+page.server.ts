import { loadAnswerVisit, receiveAnswerVisit } from '#lib/answers/server/answer-visit.ts';
import { readKiosk } from '#lib/collection/server/open-kiosk.ts';
import { supervisedSource } from '#lib/collection/server/supervised-source.ts';
import { orErrorPage } from '#lib/server/page-error.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) =>
	loadAnswerVisit(event, (await orErrorPage(readKiosk(event.locals, event.params.token))).dialogue);

export const actions: Actions = {
	default: async (event) => {
		const { id, dialogue } = await orErrorPage(readKiosk(event.locals, event.params.token));
		return receiveAnswerVisit(event, {
			...{ dialogue, channel: 'kiosk' },
			thanks: `/kiosk/${event.params.token}/tack`,
			source: supervisedSource(event.locals, id)
		});
	}
};
