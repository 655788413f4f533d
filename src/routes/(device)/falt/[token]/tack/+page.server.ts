import { readDevice, readFieldDialogue } from '#lib/collection/server/read-device.ts';
import { dialogueView } from '#lib/dialogues/dialogue-view.ts';
import { orErrorPage } from '#lib/server/page-error.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, setHeaders }) => {
	const device = await orErrorPage(readDevice(locals, params.token));
	const dialogue = await orErrorPage(readFieldDialogue(locals, device));
	setHeaders({ 'cache-control': 'no-store' });
	return { dialogue: dialogueView(dialogue, locals.language) };
};
