import { readActingPerson } from '../../accounts/server/read-acting-person.ts';
import { dayOf, startOfDay } from '../../dialogues/period.ts';
import { listDialogues } from '../../dialogues/server/list-dialogues.ts';
import type { Meeting } from '../../meetings/meeting.ts';
import { changeMeeting, createMeeting } from '../../meetings/server/create-meeting.ts';
import { listMeetings } from '../../meetings/server/list-meetings.ts';
import { openDevice } from '../../meetings/server/open-device.ts';
import { saveAgenda } from '../../meetings/server/save-agenda.ts';
import type { MeetingDetails } from '../../meetings/new-meeting.ts';
import { readQuestionnaire } from '../../questionnaire/server/read-questionnaire.ts';
import type { Context } from '../../server/context.ts';
import { meetingAgenda } from '../meeting-agenda.ts';
import { saffle } from '../places.ts';
import { must } from './must.ts';
import { facilitatorEmail } from './staff.ts';

const hourMs = 60 * 60 * 1000;
const title = { sv: 'Dialogmöte på Medborgarhuset', en: 'Dialogue meeting at Medborgarhuset' };

const eveningOf = (now: Date): Pick<MeetingDetails, 'startsAt' | 'endsAt'> => {
	const day = startOfDay(dayOf(now)).getTime();
	return { startsAt: new Date(day + 18 * hourMs), endsAt: new Date(day + 20 * hourMs) };
};

const detailsOf = (ctx: Context, dialogueId: string): MeetingDetails => ({
	...eveningOf(ctx.now()),
	...{ title, dialogueId, form: 'hall', venue: 'Medborgarhuset, Säffle', about: null },
	...{ languages: ['sv', 'en'], secondLanguage: null, colours: 'light', leastShown: 10, announced: true }
});

async function createDemonstrationMeeting(ctx: Context): Promise<Meeting> {
	const [dialogue] = await listDialogues(ctx, { placeCode: saffle, states: ['open'] });
	if (!dialogue) throw new Error('the demonstration has no open dialogue');
	const details = detailsOf(ctx, dialogue.id);
	const meeting = must(await createMeeting(ctx, { placeCode: saffle, details }));
	const { questions } = await readQuestionnaire(ctx, dialogue);
	for (const content of meetingAgenda(questions))
		must(await saveAgenda(ctx, { meetingId: meeting.id, change: { do: 'add', content } }));
	return meeting;
}

/** One that has not ended, moved to this evening; a new one when every other has. */
async function readyMeeting(ctx: Context): Promise<Meeting> {
	const known = (await listMeetings(ctx, saffle)).find((meeting) => meeting.title.sv === title.sv);
	if (!known || known.state === 'ended') return createDemonstrationMeeting(ctx);
	if (known.state === 'live' || known.dialogueId === null) return known;
	const details = detailsOf(ctx, known.dialogueId);
	return must(await changeMeeting(ctx, { meetingId: known.id, details }));
}

/** Where a demonstration's meeting is found, as paths. */
export interface MeetingPaths {
	participants: string;
	screen: string;
	remote: string;
}

/**
 * Makes sure that the demonstration has a meeting in Säffle this evening that is ready to run, and opens its screen and
 * its remote anew as the facilitator.
 */
export async function prepareDemonstrationMeeting(ctx: Context): Promise<MeetingPaths> {
	const meeting = await readyMeeting(ctx);
	const { id: personId } = await ctx.db
		.selectFrom('person')
		.select('id')
		.where('email', '=', facilitatorEmail)
		.executeTakeFirstOrThrow();
	const actor = await readActingPerson(ctx, { personId, secondFactor: false, deviceId: 'demonstration' });
	const acting: Context = { ...ctx, actor: actor! };
	const open = async (kind: 'screen' | 'remote') =>
		must(await openDevice(acting, { meetingId: meeting.id, kind })).token;
	return {
		participants: `/mote/${meeting.code}`,
		screen: `/skarm/${await open('screen')}`,
		remote: `/styr/${await open('remote')}`
	};
}
