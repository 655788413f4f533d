import { orErrorPage } from '#lib/server/page-error.ts';
import { itemKeys } from '#lib/situation/checklist.ts';
import { readChecklist, saveChecklist } from '#lib/situation/server/checklist.ts';
import type { Actions, PageServerLoad } from './$types';
import { done, field, fields } from '../form-text.ts';
import { placePage } from '../place-page.ts';

export const load: PageServerLoad = async ({ locals, url }) => {
	const page = await placePage(locals, url);
	const ticked = await readChecklist(locals, page.place.code);
	return { ...page, ticked, done: url.searchParams.has('klart') };
};

export const actions: Actions = {
	default: async ({ locals, request, url }) => {
		const form = await request.formData();
		const placeCode = url.searchParams.get('plats') ?? '';
		const notes = Object.fromEntries(itemKeys.map((item) => [item, field(form, `note.${item}`)]));
		await orErrorPage(saveChecklist(locals, { placeCode, done: fields(form, 'done'), notes }));
		return done('/klart-nar', { plats: placeCode, klart: '1' });
	}
};
