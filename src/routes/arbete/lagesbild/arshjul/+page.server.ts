import { hasPermission } from '#lib/accounts/server/require-permission.ts';
import { dayOf } from '#lib/dialogues/period.ts';
import { wheelItems } from '#lib/pledges/overview.ts';
import { listPledgeViews } from '#lib/pledges/server/read-pledge-page.ts';
import type { Context } from '#lib/server/context.ts';
import { orErrorPage } from '#lib/server/page-error.ts';
import { addWheelEntry, readYearWheel, removeWheelEntry } from '#lib/situation/server/year-wheel.ts';
import type { Actions, PageServerLoad } from './$types';
import { done, field, refused } from '../form-text.ts';
import { placePage } from '../place-page.ts';

/** What the place's pledges name in a year, each with the way to it: where it is worked on, or where everybody reads it. */
async function pledgesOf(
	ctx: Context,
	{ place, year }: { place: { code: string; slug: string | null }; year: number }
) {
	const views = await listPledgeViews(ctx, place.code);
	const edits = await hasPermission(ctx, 'pledge.edit', place.code);
	return wheelItems(views)
		.filter(({ day }) => day.startsWith(String(year)))
		.map((item) => {
			const page =
				place.slug && `/${place.slug}/loften/${views.find(({ id }) => id === item.pledgeId)!.slug}`;
			return { item, href: edits ? `/arbete/loften/${item.pledgeId}` : page };
		});
}

export const load: PageServerLoad = async ({ locals, url }) => {
	const page = await placePage(locals, url);
	const present = Number(dayOf(locals.now()).slice(0, 4));
	const asked = Number(url.searchParams.get('ar'));
	const year = Number.isInteger(asked) && Math.abs(asked - present) <= 50 && asked > 0 ? asked : present;
	const entries = await readYearWheel(locals, { placeCode: page.place.code, year });
	const pledges = await pledgesOf(locals, { place: page.place, year });
	return { ...page, year, entries, pledges, done: url.searchParams.has('klart') };
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
