import { localizeHref } from '#lib/i18n/paraglide/runtime.js';
import { fail, redirect } from '@sveltejs/kit';
import { activityFromForm, isPart, partAfter, partsFromForm, revisionIn } from '#lib/pledges/pledge-form.ts';
import type { PledgeContent } from '#lib/pledges/pledge.ts';
import { readPledge } from '#lib/pledges/server/read-pledge.ts';
import { readGrounds } from '#lib/pledges/server/read-work-pledge.ts';
import { changePledge } from '#lib/pledges/server/write-pledge.ts';
import { AppError } from '#lib/server/app-error.ts';
import { orErrorPage } from '#lib/server/page-error.ts';
import { randomId } from '#lib/server/random.ts';
import { answered } from '../../answer.ts';
import type { Actions, PageServerLoad } from './$types';

const absent = (): Promise<never> => orErrorPage(Promise.reject<never>(new AppError('not-found')));

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const { id, part } = params;
	if (!isPart(part)) return absent();
	const { pledge } = await orErrorPage(readPledge(locals, id));
	if (pledge.state === 'published') return absent();
	const grounds = await orErrorPage(readGrounds(locals, pledge.placeCode));
	return { part, pledge, grounds, activityId: url.searchParams.get('aktivitet') };
};

const text = (form: FormData, name: string): string => String(form.get(name) ?? '').trim();
/** The schema of the use case reads what came from outside. */
const unread = (parts: object) => parts as Partial<PledgeContent>;

export const actions: Actions = {
	save: async ({ locals, params: { id, part }, request }) => {
		const form = await request.formData();
		if (!isPart(part) || part === 'vem') return absent();
		const next = partAfter(part);
		const agreement = part === 'vad' ? { agreementId: text(form, 'agreementId') || null } : {};
		const parts = unread(partsFromForm(part, form));
		return answered(
			form,
			changePledge(locals, { id, revision: revisionIn(form), parts, ...agreement }),
			`/arbete/loften/${id}${text(form, 'go') === 'next' && next ? `/${next}` : ''}`
		);
	},
	activity: async ({ locals, params: { id }, request }) => {
		const form = await request.formData();
		const { pledge } = await orErrorPage(readPledge(locals, id));
		const known = pledge.activities.find((activity) => activity.id === text(form, 'activityId'));
		const written = activityFromForm(form, known ?? { id: randomId(locals.random), ownerId: null });
		const activities = known
			? pledge.activities.map((activity) => (activity.id === known.id ? written : activity))
			: [...pledge.activities, written];
		if (written.what === '')
			return fail(422, {
				values: Object.fromEntries([...form].map(([name, value]) => [name, [String(value)]])),
				problems: [{ at: 'what', code: 'missing' }]
			});
		return answered(
			form,
			changePledge(locals, { id, revision: revisionIn(form), parts: unread({ activities }) }),
			`/arbete/loften/${id}/vem`
		);
	},
	remove: async ({ locals, params: { id }, request }) => {
		const form = await request.formData();
		const { pledge } = await orErrorPage(readPledge(locals, id));
		const activities = pledge.activities.filter((activity) => activity.id !== text(form, 'activityId'));
		if (activities.length === pledge.activities.length)
			redirect(303, localizeHref(`/arbete/loften/${id}/vem`));
		return answered(
			form,
			changePledge(locals, { id, revision: revisionIn(form), parts: { activities } }),
			`/arbete/loften/${id}/vem`
		);
	}
};
