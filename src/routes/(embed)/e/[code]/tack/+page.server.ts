import { dialogueView } from '#lib/dialogues/dialogue-view.ts';
import { orErrorPage } from '#lib/server/page-error.ts';
import { readEmbedded } from '#lib/sharing/server/read-embedded.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const dialogue = await orErrorPage(readEmbedded(locals, params.code));
	return { dialogue: dialogueView(dialogue, locals.language) };
};
