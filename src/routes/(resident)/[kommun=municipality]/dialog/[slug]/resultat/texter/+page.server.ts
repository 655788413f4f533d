import { dialogueView } from '#lib/dialogues/dialogue-view.ts';
import { readDialogueByAddress } from '#lib/dialogues/server/read-dialogue.ts';
import { orErrorPage } from '#lib/server/page-error.ts';
import { pageOf } from '#lib/texts/page-of.ts';
import { listReleasedTexts } from '#lib/texts/server/list-released-texts.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url, parent, setHeaders }) => {
	const { municipality } = await parent();
	const address = { placeCode: municipality.code, slug: params.slug };
	const dialogue = await orErrorPage(readDialogueByAddress(locals, address));
	const released = await listReleasedTexts(locals, { dialogueId: dialogue.id });
	const { items, page, pages } = pageOf(released, url.searchParams.get('sida'));
	setHeaders({ 'cache-control': 'no-cache' });
	return {
		dialogue: dialogueView(dialogue, locals.language),
		languages: dialogue.languages,
		count: released.length,
		texts: items.map(({ id, text }) => ({ id, text })),
		page,
		pages
	};
};
