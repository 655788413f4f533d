import type { CorrectedField } from '#lib/pledges/story.ts';
import { correctPledge } from '#lib/pledges/server/mend-pledge.ts';
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
		const field = text('field') as CorrectedField;
		const correction = { pledgeId: id, field, after: text('after'), why: text('why') };
		return answered(form, correctPledge(locals, correction), `/arbete/loften/${id}`);
	}
};
