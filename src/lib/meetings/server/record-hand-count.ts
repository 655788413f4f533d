import { requirePermission } from '#lib/accounts/server/require-permission.ts';
import { recordEvent } from '#lib/audit/server/record-event.ts';
import type { Context } from '#lib/server/context.ts';
import type { Outcome, Problem } from '#lib/server/problem.ts';
import { changeAgenda } from '../agenda.ts';
import { announceMeeting } from './announce-meeting.ts';
import { updateSteered } from './meeting-store.ts';
import { readAgenda } from './read-agenda.ts';
import { lockMeeting } from './steer-meeting.ts';
import { upsertCount } from './step-store.ts';

interface Input {
	meetingId: string;
	stepId: string;
	/** Option key → hands or dots; what is left out stays. */
	counts: Readonly<Record<string, number>>;
}

const mostCounted = 100_000;

function problemsOf(options: readonly string[], counts: Input['counts']): Problem[] {
	return Object.entries(counts).flatMap(([key, count]) => {
		const at = `counts.${key}`;
		if (!options.includes(key)) return [{ at, code: 'unknown-option', detail: 'not one of the options' }];
		const sound = Number.isInteger(count) && count >= 0 && count <= mostCounted;
		return sound ? [] : [{ at, code: 'not-a-number', detail: 'a whole number, 0 or more' }];
	});
}

/**
 * Writes down hands or dots that staff have counted, during the meeting or after it. They are shown as what they are
 * and never added to answers.
 * @returns the meeting's new revision; or `no-step`, `unknown-option`, `not-a-number`
 * @throws AppError `not-found` without `meeting.lead` in the meeting's place
 */
export async function recordHandCount(
	ctx: Context,
	{ meetingId, stepId, counts }: Input
): Promise<Outcome<{ revision: number }>> {
	const { meeting } = await readAgenda(ctx, meetingId);
	await requirePermission(ctx, 'meeting.lead', meeting.placeCode);
	const enteredBy = ctx.actor.kind === 'staff' ? ctx.actor.personId : ctx.actor.kind;
	const outcome = await ctx.db.transaction().execute(async (trx): Promise<Outcome<{ revision: number }>> => {
		await lockMeeting(trx, meetingId);
		const agenda = await readAgenda({ db: trx }, meetingId);
		const content = agenda.steps.find(({ id }) => id === stepId)?.content;
		if (content?.kind !== 'tally')
			return { ok: false, problems: [{ at: 'stepId', code: 'no-step', detail: 'nothing to count there' }] };
		const problems = problemsOf(
			content.options.map(({ key }) => key),
			counts
		);
		if (problems.length > 0) return { ok: false, problems };
		for (const [optionKey, count] of Object.entries(counts))
			await upsertCount(trx, { stepId, optionKey, count, enteredBy });
		const after = changeAgenda(agenda, {});
		await updateSteered(trx, after.meeting, after.undo);
		await recordEvent(trx, ctx, {
			action: 'meeting.counted',
			placeCode: meeting.placeCode,
			subject: `meeting:${meetingId}`,
			after: {
				step: agenda.steps.findIndex(({ id }) => id === stepId) + 1,
				counts: Object.values(counts).map(String)
			}
		});
		return { ok: true, value: { revision: after.meeting.revision } };
	});
	if (outcome.ok) announceMeeting(ctx.db, meeting);
	return outcome;
}
