import { placesOfPermission } from '#lib/accounts/server/require-permission.ts';
import { meetingView } from '#lib/meetings/invitation/meeting-view.ts';
import { isOnToday } from '#lib/meetings/invitation/meeting-times.ts';
import { listLedMeetings } from '#lib/meetings/server/list-led-meetings.ts';
import { orErrorPage } from '#lib/server/page-error.ts';
import { readDesk } from '#lib/workspace/server/read-desk.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	const desk = await orErrorPage(readDesk(locals));
	const meetings = (await listLedMeetings(locals)).filter((meeting) => isOnToday(meeting, locals.now()));
	return {
		desk,
		meetings: meetings.map((meeting) => meetingView(meeting, locals.language)),
		mayRead: placesOfPermission(locals, 'place.read')?.length !== 0,
		mayWrite: placesOfPermission(locals, 'questionnaire.edit')?.length !== 0,
		mayInvite: placesOfPermission(locals, 'people.manage')?.length !== 0
	};
};
