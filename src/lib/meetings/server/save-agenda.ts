import type { Transaction } from 'kysely';
import { requirePermission } from '#lib/accounts/server/require-permission.ts';
import { recordEvent } from '#lib/audit/server/record-event.ts';
import type { Context } from '#lib/server/context.ts';
import type { Database } from '#lib/server/db/database.ts';
import type { Outcome } from '#lib/server/problem.ts';
import { randomId } from '#lib/server/random.ts';
import type { Agenda } from '../agenda.ts';
import { changeSteps, type AgendaChange } from '../change-steps.ts';
import type { Step } from '../step.ts';
import { announceMeeting } from './announce-meeting.ts';
import { updateSteered } from './meeting-store.ts';
import { readAgenda } from './read-agenda.ts';
import { lockMeeting } from './steer-meeting.ts';
import { deleteSteps, insertStep, updateStep } from './step-store.ts';

interface Input {
	meetingId: string;
	change: AgendaChange;
}

async function writeSteps(
	trx: Transaction<Database>,
	before: readonly Step[],
	after: readonly Step[]
): Promise<void> {
	const removed = before.filter(({ id }) => !after.some((step) => step.id === id));
	await deleteSteps(
		trx,
		removed.map(({ id }) => id)
	);
	for (const step of after) {
		const was = before.find(({ id }) => id === step.id);
		if (!was) await insertStep(trx, step);
		else if (JSON.stringify(was) !== JSON.stringify(step)) await updateStep(trx, step);
	}
}

/**
 * Changes the agenda of a meeting: adds, moves, changes or removes one step. What has been opened is neither changed nor
 * removed, and once the meeting has ended nothing is.
 * @returns the agenda after it; or what must be mended: `no-step`, `begun`, `too-many`, and what a step's content breaks
 * @throws AppError `not-found` without `meeting.lead` in the meeting's place
 */
export async function saveAgenda(ctx: Context, { meetingId, change }: Input): Promise<Outcome<Agenda>> {
	const { meeting } = await readAgenda(ctx, meetingId);
	await requirePermission(ctx, 'meeting.lead', meeting.placeCode);
	const outcome = await ctx.db.transaction().execute(async (trx): Promise<Outcome<Agenda>> => {
		await lockMeeting(trx, meetingId);
		const before = await readAgenda({ db: trx }, meetingId);
		const changed = changeSteps(before, change, randomId(ctx.random));
		if (!changed.ok) return changed;
		const after = changed.value;
		await writeSteps(trx, before.steps, after.steps);
		await updateSteered(trx, after.meeting, after.undo);
		await recordEvent(trx, ctx, {
			action: 'meeting.changed',
			placeCode: meeting.placeCode,
			subject: `meeting:${meetingId}`,
			after: { agenda: change.do, steps: after.steps.length }
		});
		return changed;
	});
	if (outcome.ok) announceMeeting(ctx.db, meeting);
	return outcome;
}
