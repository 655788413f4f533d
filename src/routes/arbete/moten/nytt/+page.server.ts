import { fail, redirect } from '@sveltejs/kit';
import { localizeHref } from '#lib/i18n/paraglide/runtime.js';
import { meetingFromForm, newMeeting, readWrittenMeeting } from '#lib/meetings/invitation/written-meeting.ts';
import { createMeeting } from '#lib/meetings/server/create-meeting.ts';
import { AppError } from '#lib/server/app-error.ts';
import { orErrorPage } from '#lib/server/page-error.ts';
import { listWorkPlaces } from '#lib/workspace/server/read-places.ts';
import type { Actions, PageServerLoad } from './$types';
import { dialoguesOf } from '../meeting-dialogues.ts';

export const load: PageServerLoad = ({ locals, url }) =>
	orErrorPage(
		(async () => {
			const places = await listWorkPlaces(locals, 'meeting.lead');
			const placeCode = url.searchParams.get('plats') ?? places[0]?.code;
			if (!places.some(({ code }) => code === placeCode)) throw new AppError('not-found');
			const dialogues = await dialoguesOf(locals, places);
			return { places, placeCode, dialogues, written: newMeeting(locals.now()) };
		})()
	);

export const actions: Actions = {
	default: async ({ locals, request }) => {
		const form = await request.formData();
		const placeCode = String(form.get('placeCode') ?? '');
		const written = meetingFromForm(form);
		const read = readWrittenMeeting(written);
		const details = read.ok ? read.value : {};
		const created = await orErrorPage(createMeeting(locals, { placeCode, details }));
		if (read.ok && created.ok) redirect(303, localizeHref(`/arbete/moten/${created.value.id}/dagordning`));
		const { problems } = read.ok ? (created as Extract<typeof created, { ok: false }>) : read;
		return fail(422, { written, placeCode, problems });
	}
};
