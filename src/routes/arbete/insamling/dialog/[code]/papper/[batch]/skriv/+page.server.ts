import { fail, redirect } from '@sveltejs/kit';
import { enterPaperForm } from '#lib/collection/server/enter-paper-form.ts';
import { readPaperForm } from '#lib/collection/server/read-paper-work.ts';
import { localizeHref } from '#lib/i18n/paraglide/runtime.js';
import { orErrorPage } from '#lib/server/page-error.ts';
import type { Actions, PageServerLoad } from './$types';

const numberIn = (query: URLSearchParams, name: string): number | undefined => {
	const written = query.get(name) ?? '';
	return /^\d{1,4}$/.test(written) ? Number(written) : undefined;
};

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const work = await orErrorPage(
		readPaperForm(locals, {
			...{ code: params.code, batchId: params.batch },
			number: numberIn(url.searchParams, 'blankett'),
			saved: numberIn(url.searchParams, 'sparad')
		})
	);
	const batch = localizeHref(`/arbete/insamling/dialog/${params.code}/papper/${params.batch}`);
	const { number } = work;
	if (number === null) redirect(303, batch);
	return { ...work, number, back: batch };
};

export const actions: Actions = {
	default: async ({ locals, params, request }) => {
		const asked = { code: params.code, batchId: params.batch };
		const { entry, fields } = await orErrorPage(readPaperForm(locals, asked));
		const form = await request.formData();
		const names = [...fields.map(({ name }) => name), 'code'];
		const typed = Object.fromEntries(
			names.map((name) => [name, String(form.get(name) ?? '').slice(0, 5000)])
		);
		const number = Number(form.get('number'));
		const outcome = await orErrorPage(
			enterPaperForm(locals, { batchId: params.batch, number, entry, typed })
		);
		if (!outcome.ok) return fail(422, { number, typed, problems: outcome.problems });
		const here = `/arbete/insamling/dialog/${params.code}/papper/${params.batch}/skriv`;
		redirect(303, localizeHref(`${here}?sparad=${number}`));
	}
};
