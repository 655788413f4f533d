import { dayOf } from '#lib/dialogues/period.ts';
import { orErrorPage } from '#lib/server/page-error.ts';
import { addWheelEntry, readYearWheel, removeWheelEntry } from '#lib/situation/server/year-wheel.ts';
import type { Actions, PageServerLoad } from './$types';
import { done, field, refused } from '../form-text.ts';
import { placePage } from '../place-page.ts';

export const load: PageServerLoad = async ({ locals, url }) => {
	const page = await placePage(locals, url);
	const present = Number(dayOf(locals.now()).slice(0, 4));
	const asked = Number(url.searchParams.get('ar'));
	const year = Number.isInteger(asked) && Math.abs(asked - present) <= 50 && asked > 0 ? asked : present;
	const entries = await readYearWheel(locals, { placeCode: page.place.code, year });
	return { ...page, year, entries, done: url.searchParams.has('klart') };
};

export const actions: Actions = {
	add: async ({ locals, request, url }) => {
		const form = await request.formData();
		const placeCode = url.searchParams.get('plats') ?? '';
		const entry = { placeCode, month: Number(field(form, 'month')), text: field(form, 'text') };
		const outcome = await orErrorPage(addWheelEntry(locals, entry));
		return outcome.ok ? done('/arshjul', { plats: placeCode, klart: '1' }) : refused(form, outcome.problems);
	},
	remove: async ({ locals, request, url }) => {
		const placeCode = url.searchParams.get('plats') ?? '';
		const id = field(await request.formData(), 'id');
		await orErrorPage(removeWheelEntry(locals, { id, placeCode }));
		return done('/arshjul', { plats: placeCode, klart: '1' });
	}
};
