import { fail, redirect } from '@sveltejs/kit';
import { readPaperStatus } from '#lib/collection/server/read-paper-work.ts';
import { resolvePaperDifferences, type Resolution } from '#lib/collection/server/resolve-paper-difference.ts';
import { submitPaperBatch } from '#lib/collection/server/submit-paper-batch.ts';
import { localizeHref } from '#lib/i18n/paraglide/runtime.js';
import { orErrorPage } from '#lib/server/page-error.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => ({
	...(await orErrorPage(readPaperStatus(locals, { code: params.code, batchId: params.batch }))),
	code: params.code,
	result: url.searchParams.get('klart'),
	accepted: Number(url.searchParams.get('antal')) || 0
});

/** What was chosen for each difference: `right.<form>.<field>` is whose reading, `typed.<form>.<field>` another one. */
function readResolutions(form: FormData): Resolution[] {
	return [...form].flatMap(([name, value]): Resolution[] => {
		const [, number, field] = /^right\.(\d+)\.(.+)$/.exec(name) ?? [];
		if (number === undefined || field === undefined) return [];
		const at = { number: Number(number), name: field };
		if (value === 'first' || value === 'second') return [{ ...at, right: value }];
		return [{ ...at, right: { typed: String(form.get(`typed.${number}.${field}`) ?? '').slice(0, 5000) } }];
	});
}

export const actions: Actions = {
	choose: async ({ locals, params, request }) => {
		await orErrorPage(readPaperStatus(locals, { code: params.code, batchId: params.batch }));
		const resolutions = readResolutions(await request.formData());
		const outcome = await orErrorPage(
			resolvePaperDifferences(locals, { batchId: params.batch, resolutions })
		);
		if (!outcome.ok) return fail(422, { problems: outcome.problems });
		redirect(303, localizeHref(`/arbete/insamling/dialog/${params.code}/papper/${params.batch}?klart=valt`));
	},
	submit: async ({ locals, params }) => {
		await orErrorPage(readPaperStatus(locals, { code: params.code, batchId: params.batch }));
		const outcome = await orErrorPage(submitPaperBatch(locals, params.batch));
		if (!outcome.ok) return fail(422, { problems: outcome.problems });
		const done = `klart=inlamnad&antal=${outcome.value.accepted}`;
		redirect(303, localizeHref(`/arbete/insamling/dialog/${params.code}/papper/${params.batch}?${done}`));
	}
};
