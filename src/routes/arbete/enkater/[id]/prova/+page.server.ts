import { loadRehearsalVisit, receiveRehearsalVisit } from '#lib/answers/server/rehearsal-visit.ts';
import { readPlace } from '#lib/places/server/read-place.ts';
import { readPlaceProfile } from '#lib/places/server/read-place-profile.ts';
import { readDraft } from '#lib/questionnaire/server/read-draft.ts';
import { orErrorPage } from '#lib/server/page-error.ts';
import type { Actions, PageServerLoad } from './$types';

/** The resident's own page around the questions, with the municipality that would ask. */
async function readShell(locals: App.Locals, placeCode: string) {
	const { code, name, officialName, slug } = await readPlace(locals, placeCode);
	const { sender } = await readPlaceProfile(locals, placeCode);
	const municipality = slug ? { code, name, officialName: officialName ?? name, slug } : undefined;
	return { shell: 'resident' as const, sender, municipality };
}

export const load: PageServerLoad = async (event) => {
	const draft = await orErrorPage(readDraft(event.locals, event.params.id));
	return { ...(await readShell(event.locals, draft.placeCode)), ...loadRehearsalVisit(event, draft) };
};

export const actions: Actions = {
	default: async (event) =>
		receiveRehearsalVisit(event, await orErrorPage(readDraft(event.locals, event.params.id)))
};
