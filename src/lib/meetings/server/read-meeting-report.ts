import { requirePermission } from '#lib/accounts/server/require-permission.ts';
import { readDialogue } from '#lib/dialogues/server/read-dialogue.ts';
import type { Language } from '#lib/i18n/languages.ts';
import { readResults } from '#lib/results/server/read-results.ts';
import { AppError } from '#lib/server/app-error.ts';
import type { Context } from '#lib/server/context.ts';
import type { Agenda } from '../agenda.ts';
import type { Meeting } from '../meeting.ts';
import { leastParticipants, type MeetingReport, type ReportStep } from '../report.ts';
import { countKey, headingOf } from '../screen-state.ts';
import { isAsked, type Step } from '../step.ts';
import { meetingOf, selectMeetings } from './meeting-store.ts';
import { readAgenda } from './read-agenda.ts';
import { selectCounts } from './step-store.ts';
import { readStepTexts } from './step-texts.ts';

interface Answered {
	/** Sheets that are sealed. */
	n: number | null;
	result: ReportStep['result'];
	joins: boolean;
}

async function answersOf(
	ctx: Context,
	{ dialogueId, content }: Step,
	language: Language
): Promise<Answered | undefined> {
	if (dialogueId === null || !isAsked(content)) return undefined;
	const dialogue = await readDialogue(ctx, dialogueId);
	const { n, questions } = await readResults(ctx, { dialogue, filter: {}, language });
	return { n, result: questions[0] ?? null, joins: dialogue.joins !== null };
}

function tallyOf({ id, content }: Step, counts: ReadonlyMap<string, number>): ReportStep['tally'] {
	if (content.kind !== 'tally') return null;
	const counted = content.options.some(({ key }) => counts.has(countKey(id, key)));
	if (!counted) return null;
	const rows = content.options.map(({ key, text }) => ({
		key,
		text,
		count: counts.get(countKey(id, key)) ?? 0
	}));
	return { method: content.method, rows };
}

/**
 * At least so many took part in a meeting that has ended, for everybody: the largest number of released answers to one
 * of its questions. Null before anything is released, and while it is fewer than the meeting shows results from.
 */
export async function readTurnout(
	ctx: Context,
	{ id, leastShown, state }: Pick<Meeting, 'id' | 'leastShown' | 'state'>,
	language: Language
): Promise<number | null> {
	if (state !== 'ended') return null;
	const { steps } = await readAgenda(ctx, id);
	const answered = await Promise.all(steps.map((step) => answersOf(ctx, step, language)));
	const participants = leastParticipants(answered.map((answers) => answers?.n ?? null));
	return participants !== null && participants >= leastShown ? participants : null;
}

const takesPart: readonly ReportStep['kind'][] = ['question', 'priority', 'wall', 'tally', 'notes'];

async function reportOf(
	ctx: Context,
	{ meeting, steps }: Agenda,
	language: Language
): Promise<MeetingReport> {
	const rows = await selectCounts(ctx.db, meeting.id);
	const counts = new Map(rows.map((row) => [countKey(row.stepId, row.optionKey), row.count]));
	const reported: ReportStep[] = [];
	const answered: (number | null)[] = [];
	for (const step of steps) {
		const { content, dialogueId } = step;
		if (!takesPart.includes(content.kind) || step.state === 'waiting') continue;
		const answers = await answersOf(ctx, step, language);
		if (answers) answered.push(answers.n);
		const isWall = content.kind === 'wall' && dialogueId !== null;
		const { texts, themes } = isWall ? await readStepTexts(ctx, dialogueId) : { texts: [], themes: [] };
		reported.push({
			...{ id: step.id, number: step.position + 1, kind: content.kind, heading: headingOf(step) },
			...{ result: answers?.result ?? null, joins: answers?.joins ?? false, texts, themes },
			tally: tallyOf(step, counts)
		});
	}
	return { meeting, participants: leastParticipants(answered), steps: reported };
}

/**
 * What came of a meeting, for who leads it: made from what has been released, at any time.
 * @throws AppError `not-found` without `meeting.lead` in its place
 */
export async function readMeetingReport(
	ctx: Context,
	{ meetingId, language }: { meetingId: string; language: Language }
): Promise<MeetingReport> {
	const agenda = await readAgenda(ctx, meetingId);
	await requirePermission(ctx, 'meeting.lead', agenda.meeting.placeCode);
	return reportOf(ctx, agenda, language);
}

/**
 * A published report, for everybody.
 * @throws AppError `not-found` also when it is not published
 */
export async function readPublishedReport(
	ctx: Context,
	{ placeCode, slug, language }: Pick<Meeting, 'placeCode' | 'slug'> & { language: Language }
): Promise<MeetingReport> {
	const row = await selectMeetings(ctx.db)
		.where('placeCode', '=', placeCode)
		.where('slug', '=', slug)
		.where('reportedAt', 'is not', null)
		.executeTakeFirst();
	if (!row) throw new AppError('not-found', 'no such report');
	return reportOf(ctx, await readAgenda(ctx, row.id), language);
}

/** The meetings of a dialogue whose report is published, the latest first. */
export async function listReportedMeetings(ctx: Pick<Context, 'db'>, dialogueId: string): Promise<Meeting[]> {
	const rows = await selectMeetings(ctx.db)
		.where('dialogueId', '=', dialogueId)
		.where('reportedAt', 'is not', null)
		.orderBy('startsAt', 'desc')
		.execute();
	return rows.map(meetingOf);
}
