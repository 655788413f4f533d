import { orErrorPage } from '#lib/server/page-error.ts';
import { listTextDialogues } from '#lib/texts/server/list-text-dialogues.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => ({
	dialogues: await orErrorPage(listTextDialogues(locals, url.searchParams.get('plats') ?? undefined))
});
