import { meetingView } from '#lib/meetings/invitation/meeting-view.ts';
import { listLedMeetings } from '#lib/meetings/server/list-led-meetings.ts';
import { orErrorPage } from '#lib/server/page-error.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const meetings = await orErrorPage(listLedMeetings(locals));
	const shown = (list: typeof meetings) => list.map((meeting) => meetingView(meeting, locals.language));
	const real = meetings.filter(({ rehearsal }) => !rehearsal);
	return {
		ahead: shown(real.filter(({ state }) => state !== 'ended')),
		rehearsals: shown(meetings.filter(({ rehearsal }) => rehearsal)),
		done: shown(real.filter(({ state }) => state === 'ended').reverse()),
		removed: url.searchParams.has('borttaget')
	};
};
