import { fail, redirect } from '@sveltejs/kit';
import { localizeHref } from '#lib/i18n/paraglide/runtime.js';
import { orErrorPage } from '#lib/server/page-error.ts';
import { findQuotes } from '#lib/situation/quotable.ts';
import { listQuotable } from '#lib/situation/server/list-quotable.ts';
import { quoteText } from '#lib/situation/server/quote-text.ts';
import { readSection } from '#lib/situation/server/save-picture.ts';
import type { Actions, PageServerLoad } from './$types';
import { placeOf } from '../../../../place-page.ts';
import { sectionKeyOf } from '../section-key.ts';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const key = await orErrorPage(sectionKeyOf(params.section));
	const { picture } = await orErrorPage(readSection(locals, { pictureId: params.id, key }));
	const words = url.searchParams.get('sok')?.trim() ?? '';
	return {
		...{ picture: { id: picture.id, title: picture.title }, key, words },
		place: (await placeOf(locals, picture.placeCode)).place,
		found: findQuotes(await listQuotable(locals, picture.placeCode), words)
	};
};

export const actions: Actions = {
	default: async ({ locals, params, request }) => {
		const section = await orErrorPage(sectionKeyOf(params.section));
		const textId = String((await request.formData()).get('text') ?? '');
		const outcome = await orErrorPage(quoteText(locals, { pictureId: params.id, section, textId }));
		if (!outcome.ok) return fail(422, { problems: outcome.problems.map(({ at, code }) => ({ at, code })) });
		const address = `/arbete/lagesbild/${params.id}/avsnitt/${section}?citat#block-${outcome.value}`;
		redirect(303, localizeHref(address));
	}
};
