import { fail, redirect } from '@sveltejs/kit';
import { inLanguage } from '#lib/i18n/languages.ts';
import { localizeHref } from '#lib/i18n/paraglide/runtime.js';
import { countsOfForm } from '#lib/meetings/remote/command-form.ts';
import { readMeeting } from '#lib/meetings/server/list-meetings.ts';
import { readTallies } from '#lib/meetings/server/read-tallies.ts';
import { recordHandCount } from '#lib/meetings/server/record-hand-count.ts';
import { orErrorPage } from '#lib/server/page-error.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const agenda = await orErrorPage(readMeeting(locals, { id: params.id }));
	return {
		id: agenda.meeting.id,
		title: inLanguage(agenda.meeting.title, locals.language),
		tallies: await readTallies(locals, agenda),
		saved: url.searchParams.has('sparat')
	};
};

export const actions: Actions = {
	count: async ({ locals, params, request }) => {
		const form = await request.formData();
		const stepId = String(form.get('counted') ?? '');
		const counted = { meetingId: params.id, stepId, counts: countsOfForm(form) };
		const saved = await orErrorPage(recordHandCount(locals, counted));
		if (!saved.ok) return fail(422, { problems: saved.problems.map(({ code }) => code) });
		redirect(303, localizeHref(`/arbete/moten/${params.id}/rakningar?sparat`));
	}
};
