import { reasonFromForm } from '#lib/pledges/pledge-form.ts';
import { extendPledge, type NewExtension } from '#lib/pledges/server/mend-pledge.ts';
import { answered } from '../../answer.ts';
import { readPublished } from '../published-page.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const { pledge } = await readPublished(locals, params.id, { publishers: true });
	return { pledge };
};

export const actions: Actions = {
	default: async ({ locals, params: { id }, request }) => {
		const form = await request.formData();
		const text = (name: string) => String(form.get(name) ?? '').trim();
		const extension = { pledgeId: id, to: text('to'), why: text('why'), reason: reasonFromForm(form) };
		// The schema of the use case reads what came from outside.
		return answered(form, extendPledge(locals, extension as NewExtension), `/arbete/loften/${id}`);
	}
};
