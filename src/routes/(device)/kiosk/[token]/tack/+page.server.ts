import { dialogueView } from '#lib/dialogues/dialogue-view.ts';
import { readKiosk } from '#lib/collection/server/open-kiosk.ts';
import { orErrorPage } from '#lib/server/page-error.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, setHeaders }) => {
	const { dialogue } = await orErrorPage(readKiosk(locals, params.token));
	setHeaders({ 'cache-control': 'no-store' });
	return { dialogue: dialogueView(dialogue, locals.language) };
};
