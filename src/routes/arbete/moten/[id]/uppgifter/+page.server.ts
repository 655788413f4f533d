import { fail, redirect } from '@sveltejs/kit';
import { inLanguage } from '#lib/i18n/languages.ts';
import { localizeHref } from '#lib/i18n/paraglide/runtime.js';
import {
	meetingFromForm,
	readWrittenMeeting,
	writtenMeeting
} from '#lib/meetings/invitation/written-meeting.ts';
import { changeMeeting } from '#lib/meetings/server/create-meeting.ts';
import { readMeeting } from '#lib/meetings/server/list-meetings.ts';
import { removeMeeting } from '#lib/meetings/server/remove-meeting.ts';
import { readPlace } from '#lib/places/server/read-place.ts';
import { orErrorPage } from '#lib/server/page-error.ts';
import type { Actions, PageServerLoad } from './$types';
import { dialoguesOf } from '../../meeting-dialogues.ts';

export const load: PageServerLoad = async ({ locals, params }) => {
	const { meeting } = await orErrorPage(readMeeting(locals, { id: params.id }));
	const { code, name } = await readPlace(locals, meeting.placeCode);
	return {
		id: meeting.id,
		title: inLanguage(meeting.title, locals.language),
		written: writtenMeeting(meeting),
		dialogues: await dialoguesOf(locals, [{ code, name }]),
		mayRemove: meeting.state === 'planned'
	};
};

export const actions: Actions = {
	save: async ({ locals, params, request }) => {
		const written = meetingFromForm(await request.formData());
		const read = readWrittenMeeting(written);
		await orErrorPage(readMeeting(locals, { id: params.id }));
		if (!read.ok) return fail(422, { written, problems: read.problems });
		const saved = await orErrorPage(changeMeeting(locals, { meetingId: params.id, details: read.value }));
		if (!saved.ok) return fail(422, { written, problems: saved.problems });
		redirect(303, localizeHref(`/arbete/moten/${params.id}?klart=sparat`));
	},
	remove: async ({ locals, params }) => {
		await orErrorPage(removeMeeting(locals, params.id));
		redirect(303, localizeHref('/arbete/moten?borttaget'));
	}
};
