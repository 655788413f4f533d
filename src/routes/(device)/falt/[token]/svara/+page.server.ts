import { loadAnswerVisit, receiveAnswerVisit } from '#lib/answers/server/answer-visit.ts';
import { readDevice, readFieldDialogue } from '#lib/collection/server/read-device.ts';
import { supervisedSource } from '#lib/collection/server/supervised-source.ts';
import { orErrorPage } from '#lib/server/page-error.ts';
import type { Actions, PageServerLoad } from './$types';

async function readAsked(locals: App.Locals, token: string) {
	const device = await readDevice(locals, token);
	return { id: device.id, dialogue: await readFieldDialogue(locals, device) };
}

export const load: PageServerLoad = async (event) =>
	loadAnswerVisit(event, (await orErrorPage(readAsked(event.locals, event.params.token))).dialogue);

export const actions: Actions = {
	default: async (event) => {
		const { id, dialogue } = await orErrorPage(readAsked(event.locals, event.params.token));
		return receiveAnswerVisit(event, {
			...{ dialogue, channel: 'field' },
			thanks: `/falt/${event.params.token}/tack`,
			source: supervisedSource(event.locals, id)
		});
	}
};
