import { redirect } from '@sveltejs/kit';
import { localizeHref } from '#lib/i18n/paraglide/runtime.js';
import { sides, type Side } from '#lib/pledges/agreement.ts';
import { signatureFromForm } from '#lib/pledges/pledge-form.ts';
import { approvePledge, signPledge } from '#lib/pledges/server/approve-pledge.ts';
import { draftFollowUp } from '#lib/pledges/server/draft-follow-up.ts';
import { assignActivity } from '#lib/pledges/server/mend-pledge.ts';
import { publishPledge } from '#lib/pledges/server/publish-pledge.ts';
import { readWorkPledge } from '#lib/pledges/server/read-work-pledge.ts';
import { deletePledgeDraft } from '#lib/pledges/server/write-pledge.ts';
import { orErrorPage } from '#lib/server/page-error.ts';
import { answered, atSigner } from '../answer.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params }) => orErrorPage(readWorkPledge(locals, params.id));

const text = (form: FormData, name: string): string => String(form.get(name) ?? '').trim();
const sideIn = (form: FormData): Side => sides.find((side) => side === form.get('side')) ?? 'police';
const here = (id: string): string => `/arbete/loften/${id}`;

export const actions: Actions = {
	approve: async ({ locals, params: { id }, request }) => {
		const form = await request.formData();
		return answered(form, approvePledge(locals, { id, side: sideIn(form) }), here(id));
	},
	sign: async ({ locals, params: { id }, request }) => {
		const form = await request.formData();
		const signature = { id, ...signatureFromForm(form) };
		return answered(form, atSigner(signPledge(locals, signature)), here(id));
	},
	publish: async ({ locals, params: { id }, request }) =>
		answered(await request.formData(), publishPledge(locals, id), here(id)),
	assign: async ({ locals, params: { id }, request }) => {
		const form = await request.formData();
		const personId = text(form, 'personId') || null;
		await orErrorPage(
			assignActivity(locals, { pledgeId: id, activityId: text(form, 'activityId'), personId })
		);
		redirect(303, localizeHref(here(id)));
	},
	followUp: async ({ locals, params: { id } }) => {
		const draft = await orErrorPage(draftFollowUp(locals, id));
		redirect(303, localizeHref(`/arbete/enkater/${draft.id}`));
	},
	delete: async ({ locals, params: { id } }) => {
		await orErrorPage(deletePledgeDraft(locals, id));
		redirect(303, localizeHref('/arbete/loften'));
	}
};
