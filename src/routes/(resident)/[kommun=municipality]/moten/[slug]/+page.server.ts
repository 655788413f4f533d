import { readDialogue } from '#lib/dialogues/server/read-dialogue.ts';
import { inLanguage } from '#lib/i18n/languages.ts';
import { isOver } from '#lib/meetings/invitation/meeting-times.ts';
import { meetingView } from '#lib/meetings/invitation/meeting-view.ts';
import { readAnnouncedMeeting } from '#lib/meetings/server/list-meetings.ts';
import { readPublishedReport, readTurnout } from '#lib/meetings/server/read-meeting-report.ts';
import { readReportParts } from '#lib/meetings/server/read-report-parts.ts';
import { reportView } from '#lib/meetings/report/report-view.ts';
import { resultWords } from '#lib/results/result-words.ts';
import { orErrorPage } from '#lib/server/page-error.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, parent }) => {
	const { municipality } = await parent();
	const address = { placeCode: municipality.code, slug: params.slug };
	const meeting = await orErrorPage(readAnnouncedMeeting(locals, address));
	const dialogue = meeting.dialogueId === null ? null : await readDialogue(locals, meeting.dialogueId);
	const words = resultWords({ place: municipality.name, crowd: meeting.leastShown, filter: {} });
	const { language } = locals;
	const report =
		meeting.reportedAt === null
			? null
			: await orErrorPage(readPublishedReport(locals, { ...address, language }));
	return {
		report: report && reportView(report, await readReportParts(locals, meeting), { language, words }),
		meeting: meetingView(meeting, locals.language),
		over: isOver(meeting, locals.now()),
		turnout: report ? null : await readTurnout(locals, meeting, language),
		offered: meeting.languages,
		dialogue:
			dialogue && dialogue.state !== 'draft'
				? { slug: dialogue.slug, title: inLanguage(dialogue.title, locals.language) }
				: null
	};
};
