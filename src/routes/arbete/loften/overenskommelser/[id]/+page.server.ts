import { agreementFromForm, revisionIn, signatureFromForm } from '#lib/pledges/pledge-form.ts';
import { readAgreement } from '#lib/pledges/server/read-agreement.ts';
import { saveAgreement, signAgreement } from '#lib/pledges/server/save-agreement.ts';
import { orErrorPage } from '#lib/server/page-error.ts';
import { answered, atSigner } from '../../answer.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => ({
	...(await orErrorPage(readAgreement(locals, params.id))),
	saved: url.searchParams.has('sparat')
});

const here = (id: string): string => `/arbete/loften/overenskommelser/${id}?sparat`;

export const actions: Actions = {
	save: async ({ locals, params: { id }, request }) => {
		const form = await request.formData();
		const { agreement } = await orErrorPage(readAgreement(locals, id));
		const written = { id, placeCode: agreement.placeCode, ...agreementFromForm(form) };
		return answered(form, saveAgreement(locals, written), here(id));
	},
	sign: async ({ locals, params: { id }, request }) => {
		const form = await request.formData();
		const signature = { id, revision: revisionIn(form), ...signatureFromForm(form) };
		return answered(form, atSigner(signAgreement(locals, signature)), here(id));
	}
};
