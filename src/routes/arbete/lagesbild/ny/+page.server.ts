import { dayOf } from '#lib/dialogues/period.ts';
import { orErrorPage } from '#lib/server/page-error.ts';
import { seriesName } from '#lib/statistics/series.ts';
import { listSeries } from '#lib/statistics/server/list-series.ts';
import { draftPicture } from '#lib/situation/server/draft-picture.ts';
import { listClosedDialogues } from '#lib/situation/server/list-sources.ts';
import type { Actions, PageServerLoad } from './$types';
import { done, field, fields, refused } from '../form-text.ts';
import { placePage } from '../place-page.ts';

export const load: PageServerLoad = async ({ locals, url }) => {
	const page = await placePage(locals, url);
	const dialogues = await listClosedDialogues(locals, page.place.code);
	const today = dayOf(locals.now());
	const days = dialogues.flatMap(({ opensOn, lastDay }) => [opensOn, lastDay ?? today]).sort();
	return {
		...page,
		dialogues: dialogues.map(({ id, title, kind, lastDay }) => ({ id, title, kind, lastDay })),
		series: (await listSeries(locals, { placeCode: page.place.code })).map((one) => ({
			id: one.id,
			text: `${seriesName(one)} (${one.source})`
		})),
		from: days[0] ?? `${today.slice(0, 4)}-01-01`,
		to: today,
		year: today.slice(0, 4)
	};
};

export const actions: Actions = {
	default: async ({ locals, request, url }) => {
		const form = await request.formData();
		const outcome = await orErrorPage(
			draftPicture(locals, {
				placeCode: url.searchParams.get('plats') ?? '',
				title: field(form, 'title'),
				from: field(form, 'from'),
				to: field(form, 'to'),
				dialogueIds: fields(form, 'dialogues'),
				seriesIds: fields(form, 'series')
			})
		);
		return outcome.ok ? done(`/${outcome.value.id}`, { klart: 'utkast' }) : refused(form, outcome.problems);
	}
};
