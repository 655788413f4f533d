import { redirect } from '@sveltejs/kit';
import { placesOfPermission } from '#lib/accounts/server/require-permission.ts';
import { localizeHref } from '#lib/i18n/paraglide/runtime.js';
import { meetingView } from '#lib/meetings/invitation/meeting-view.ts';
import { isOnToday } from '#lib/meetings/invitation/meeting-times.ts';
import { listLedMeetings } from '#lib/meetings/server/list-led-meetings.ts';
import { startMeeting } from '#lib/meetings/server/start-meeting.ts';
import { orErrorPage } from '#lib/server/page-error.ts';
import { readDesk } from '#lib/workspace/server/read-desk.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	const desk = await orErrorPage(readDesk(locals));
	const meetings = (await listLedMeetings(locals)).filter((meeting) => isOnToday(meeting, locals.now()));
	return {
		desk,
		meetings: meetings.map((meeting) => meetingView(meeting, locals.language)),
		mayWrite: placesOfPermission(locals, 'questionnaire.edit')?.length !== 0,
		mayInvite: placesOfPermission(locals, 'people.manage')?.length !== 0
	};
};

export const actions: Actions = {
	/** Today's meeting, live with one tap. */
	startMeeting: async ({ locals, request }) => {
		const id = String((await request.formData()).get('id') ?? '');
		const { token } = await orErrorPage(startMeeting(locals, id));
		redirect(303, localizeHref(`/styr/${token}`));
	}
};
