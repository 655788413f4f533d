import { dialogueView } from '#lib/dialogues/dialogue-view.ts';
import { listDialogues } from '#lib/dialogues/server/list-dialogues.ts';
import type { Dialogue } from '#lib/dialogues/dialogue.ts';
import { inLanguage } from '#lib/i18n/languages.ts';
import { meetingView } from '#lib/meetings/invitation/meeting-view.ts';
import { listAnnouncedMeetings } from '#lib/meetings/server/list-meetings.ts';
import { questionCount, timeToAnswer } from '#lib/questionnaire/estimate.ts';
import { hasEnded, inOrder } from '#lib/pledges/pledge-view.ts';
import { listPledgeViews } from '#lib/pledges/server/read-pledge-page.ts';
import { readQuestionnaire } from '#lib/questionnaire/server/read-questionnaire.ts';
import { listPublishedPictures } from '#lib/situation/server/read-picture.ts';
import { listPublishedWalks } from '#lib/walks/server/read-walk.ts';
import type { PageServerLoad } from './$types';

/** Most pledges on the municipality's first page; all of them have a page of their own. */
const mostPledges = 4;

export const load: PageServerLoad = async ({ locals, parent }) => {
	const { municipality } = await parent();
	const { language } = locals;
	const dialogues = await listDialogues(locals, { placeCode: municipality.code, kind: 'citizen' });
	const shown = async (dialogue: Dialogue) => {
		const definition = await readQuestionnaire(locals, dialogue);
		return {
			...dialogueView(dialogue, language),
			questions: questionCount(definition),
			time: inLanguage(timeToAnswer(definition), language)
		};
	};
	const meetings = await listAnnouncedMeetings(locals, { placeCode: municipality.code });
	const ahead = meetings.filter(({ state }) => state !== 'ended');
	const inState = (...states: string[]) =>
		Promise.all(dialogues.filter(({ state }) => states.includes(state)).map(shown));
	const pledges = inOrder(await listPledgeViews(locals, municipality.code));
	const [picture] = await listPublishedPictures(locals, municipality.code);
	const walks = await listPublishedWalks(locals, municipality.code);
	return {
		hasWalks: walks.length > 0,
		picture: picture ? { title: picture.title, publishedOn: picture.publishedOn } : null,
		pledges,
		/** What runs now; what has ended is one step away. */
		pledgesNow: pledges.filter((pledge) => !hasEnded(pledge)).slice(0, mostPledges),
		open: await inState('open'),
		scheduled: await inState('scheduled'),
		closed: await inState('closing', 'closed'),
		meetings: ahead.map((meeting) => meetingView(meeting, language))
	};
};
