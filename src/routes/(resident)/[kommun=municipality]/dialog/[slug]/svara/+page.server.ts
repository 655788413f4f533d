import { loadAnswerVisit, receiveAnswerVisit } from '#lib/answers/server/answer-visit.ts';
import { readDialogueByAddress } from '#lib/dialogues/server/read-dialogue.ts';
import { readMunicipality } from '#lib/places/server/read-place.ts';
import { orErrorPage } from '#lib/server/page-error.ts';
import type { Actions, PageServerLoad } from './$types';

async function readDialogue(locals: App.Locals, params: { kommun: string; slug: string }) {
	const { code } = await orErrorPage(readMunicipality(locals, params.kommun));
	return orErrorPage(readDialogueByAddress(locals, { placeCode: code, slug: params.slug }));
}

export const load: PageServerLoad = async (event) =>
	loadAnswerVisit(event, await readDialogue(event.locals, event.params));

export const actions: Actions = {
	default: async (event) => {
		const { locals, params } = event;
		const dialogue = await readDialogue(locals, params);
		const thanks = `/${params.kommun}/dialog/${params.slug}/tack`;
		return receiveAnswerVisit(event, { dialogue, channel: 'web', thanks });
	}
};
