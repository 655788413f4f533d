import type { Transaction } from 'kysely';
import { requirePermission } from '#lib/accounts/server/require-permission.ts';
import type { Action } from '#lib/audit/event.ts';
import { recordEvent } from '#lib/audit/server/record-event.ts';
import { forgetParts } from '#lib/dialogues/server/open-part.ts';
import { readStandings } from '#lib/results/server/read-standings.ts';
import type { Context } from '#lib/server/context.ts';
import type { Database } from '#lib/server/db/database.ts';
import { lock } from '#lib/server/db/lock.ts';
import type { Outcome } from '#lib/server/problem.ts';
import { randomId } from '#lib/server/random.ts';
import { currentStep, type Agenda } from '../agenda.ts';
import { steer, type Steering } from '../steer.ts';
import type { RemoteCommand } from '../commands.ts';
import { announceMeeting } from './announce-meeting.ts';
import { findAddition } from './find-addition.ts';
import { readAgenda } from './read-agenda.ts';
import { writeAgenda } from './write-agenda.ts';

interface Input {
	meetingId: string;
	command: RemoteCommand;
}

/** Keeps others from changing a meeting until the transaction ends. */
export const lockMeeting = (trx: Transaction<Database>, id: string): Promise<void> =>
	lock(trx, `meeting ${id}`, 'exclusive');

const refusal = (code: string): Outcome<never> => ({
	ok: false,
	problems: [{ at: '', code, detail: `the command is refused: ${code}` }]
});

/** The command with what it adds; undefined when there is nothing like it. */
async function steeringOf(
	ctx: Pick<Context, 'db' | 'random'>,
	agenda: Agenda,
	command: RemoteCommand
): Promise<Steering | undefined> {
	if (command.do !== 'add') return command;
	const content = await findAddition(ctx, agenda, command.what);
	return content && { do: 'add', id: randomId(ctx.random), content };
}

async function latestRelease(trx: Transaction<Database>, agenda: Agenda): Promise<number> {
	const dialogueId = currentStep(agenda)?.dialogueId;
	if (!dialogueId) return 0;
	return (await readStandings({ db: trx }, [dialogueId]))[0]?.seq ?? 0;
}

const actionOf = (what: RemoteCommand['do']): Action =>
	what === 'start' ? 'meeting.started' : what === 'end' ? 'meeting.ended' : 'meeting.steered';

const record = (trx: Transaction<Database>, ctx: Context, { after, what }: { after: Agenda; what: string }) =>
	recordEvent(trx, ctx, {
		action: actionOf(what as RemoteCommand['do']),
		placeCode: after.meeting.placeCode,
		subject: `meeting:${after.meeting.id}`,
		after: { command: what, step: (currentStep(after)?.position ?? -1) + 1 }
	});

/**
 * Carries a command of the remote out: in one transaction, with a line in the log. Whoever watches the meeting, in any
 * process, sees it within a third of a second.
 * @returns the meeting's new revision, or as a problem why nothing happens: a `Refusal` of `steer`, `unknown` for
 * something that cannot be added
 * @throws AppError `not-found` without `meeting.lead` in its place
 */
export async function steerMeeting(
	ctx: Context,
	{ meetingId, command }: Input
): Promise<Outcome<{ revision: number }>> {
	const { meeting } = await readAgenda(ctx, meetingId);
	await requirePermission(ctx, 'meeting.lead', meeting.placeCode);
	const outcome = await ctx.db.transaction().execute(async (trx): Promise<Outcome<{ revision: number }>> => {
		await lockMeeting(trx, meetingId);
		const before = await readAgenda({ db: trx }, meetingId);
		const steering = await steeringOf({ ...ctx, db: trx }, before, command);
		if (!steering) return refusal('unknown');
		const steered = steer(before, steering, { now: ctx.now(), seq: await latestRelease(trx, before) });
		if (!steered.ok) return refusal(steered.code);
		await writeAgenda(trx, ctx, { before, after: steered.agenda });
		await record(trx, ctx, { after: steered.agenda, what: command.do });
		return { ok: true, value: { revision: steered.agenda.meeting.revision } };
	});
	if (outcome.ok) {
		forgetParts(ctx);
		announceMeeting(ctx.db, meeting);
	}
	return outcome;
}
