import { dialogueView } from '#lib/dialogues/dialogue-view.ts';
import { phaseOf } from '#lib/dialogues/phase.ts';
import { readDialogueByAddress } from '#lib/dialogues/server/read-dialogue.ts';
import { inLanguage } from '#lib/i18n/languages.ts';
import { meetingView } from '#lib/meetings/invitation/meeting-view.ts';
import { listAnnouncedMeetings } from '#lib/meetings/server/list-meetings.ts';
import { questionCount, timeToAnswer } from '#lib/questionnaire/estimate.ts';
import { readQuestionnaire } from '#lib/questionnaire/server/read-questionnaire.ts';
import { readResults } from '#lib/results/server/read-results.ts';
import { readLedTo } from '#lib/pledges/server/read-led-to.ts';
import { readPictureOfDialogue } from '#lib/situation/server/read-picture.ts';
import { readStaffFeedback } from '#lib/situation/server/staff-feedback.ts';
import { orErrorPage } from '#lib/server/page-error.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, parent }) => {
	const { municipality } = await parent();
	const { language } = locals;
	const address = { placeCode: municipality.code, slug: params.slug };
	const dialogue = await orErrorPage(readDialogueByAddress(locals, address));
	const definition = await readQuestionnaire(locals, dialogue);
	const result = await readResults(locals, { dialogue, filter: {}, language });
	const meetings = await listAnnouncedMeetings(locals, { dialogueId: dialogue.id });
	const ledTo = await readLedTo(locals, dialogue.code);
	const { code, placeCode } = dialogue;
	const picture = await readPictureOfDialogue(locals, { code, placeCode });
	const led = [...new Map(ledTo.map(({ pledge }) => [pledge.id, pledge])).values()];
	return {
		led,
		picture,
		feedback: dialogue.kind === 'citizen' ? null : await readStaffFeedback(locals, dialogue.id),
		dialogue: dialogueView(dialogue, language),
		position: phaseOf(dialogue, locals.now(), {
			hasRelease: result.seq > 0,
			hasSituation: picture !== null,
			hasPledge: led.length > 0,
			hasFollowUp: led.some(({ isFollowed }) => isFollowed)
		}),
		n: result.n,
		intro: definition.intro && inLanguage(definition.intro, language),
		questions: questionCount(definition),
		time: inLanguage(timeToAnswer(definition), language),
		languages: dialogue.languages,
		meetings: meetings.map((meeting) => meetingView(meeting, language))
	};
};
