import { dialogueView } from '#lib/dialogues/dialogue-view.ts';
import { readDialogueByAddress } from '#lib/dialogues/server/read-dialogue.ts';
import { orErrorPage } from '#lib/server/page-error.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, parent }) => {
	const { municipality } = await parent();
	const address = { placeCode: municipality.code, slug: params.slug };
	const dialogue = await orErrorPage(readDialogueByAddress(locals, address));
	return { dialogue: dialogueView(dialogue, locals.language), languages: dialogue.languages };
};
