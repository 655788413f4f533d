import type { Transaction } from 'kysely';
import { requirePermission } from '#lib/accounts/server/require-permission.ts';
import { recordEvent } from '#lib/audit/server/record-event.ts';
import { freeCode } from '#lib/dialogues/server/free-code.ts';
import { readDialogue } from '#lib/dialogues/server/read-dialogue.ts';
import { slugOf } from '#lib/format/slug.ts';
import { AppError } from '#lib/server/app-error.ts';
import type { Context } from '#lib/server/context.ts';
import type { Database } from '#lib/server/db/database.ts';
import { lock } from '#lib/server/db/lock.ts';
import type { Outcome, Problem } from '#lib/server/problem.ts';
import { randomId } from '#lib/server/random.ts';
import { changeAgenda } from '../agenda.ts';
import type { Meeting } from '../meeting.ts';
import { parseMeetingDetails, type MeetingDetails } from '../new-meeting.ts';
import { announceMeeting } from './announce-meeting.ts';
import { insertMeeting, updateDetails } from './meeting-store.ts';
import { readAgenda } from './read-agenda.ts';
import { lockMeeting } from './steer-meeting.ts';

/** The first of `dialogmote`, `dialogmote-2`, … that the place has not used. */
async function freeSlug(
	trx: Transaction<Database>,
	{ placeCode, title }: Pick<Meeting, 'placeCode' | 'title'>
): Promise<string> {
	const base = slugOf(title.sv) || 'mote';
	const rows = await trx
		.selectFrom('meeting')
		.select('slug')
		.where('placeCode', '=', placeCode)
		.where('slug', 'like', `${base}%`)
		.execute();
	const used = new Set(rows.map(({ slug }) => slug));
	let slug = base;
	for (let number = 2; used.has(slug); number++) slug = `${base}-${number}`;
	return slug;
}

/** A meeting belongs to a dialogue of its own place. */
async function dialogueProblems(
	ctx: Pick<Context, 'db'>,
	{ dialogueId, placeCode }: Pick<Meeting, 'dialogueId' | 'placeCode'>
): Promise<Problem[]> {
	if (dialogueId === null) return [];
	const dialogue = await readDialogue(ctx, dialogueId).catch((error: unknown) => {
		if (error instanceof AppError) return undefined;
		throw error;
	});
	if (dialogue?.placeCode === placeCode && dialogue.partOf === null) return [];
	return [{ at: 'dialogueId', code: 'unknown', detail: 'no such dialogue in the place' }];
}

const planned = (ctx: Pick<Context, 'random'>, placeCode: string, details: MeetingDetails) => ({
	...details,
	...{ id: randomId(ctx.random), placeCode, state: 'planned' as const, rehearsal: false },
	...{ currentStepId: null, blank: false, revision: 0, startedAt: null, endedAt: null, reportedAt: null }
});

/** Writes a new meeting under a code and an address that are free. */
export async function insertNewMeeting(
	trx: Transaction<Database>,
	ctx: Pick<Context, 'random'>,
	{ meeting, rehearses }: { meeting: Omit<Meeting, 'code' | 'slug'>; rehearses: string | null }
): Promise<Meeting> {
	await lock(trx, `meetings of ${meeting.placeCode}`, 'exclusive');
	const slug = await freeSlug(trx, meeting);
	const whole: Meeting = { ...meeting, slug, code: await freeCode({ ...ctx, db: trx }) };
	await insertMeeting(trx, whole, rehearses);
	return whole;
}

/**
 * Creates a planned meeting without steps, with a code and an address of its own.
 * @param input `placeCode`, and details of the form of `meetingDetailsSchema`, unchecked
 * @returns the meeting, or what must be mended
 * @throws AppError `not-found` without `meeting.lead` in the place
 */
export async function createMeeting(
	ctx: Context,
	{ placeCode, details }: { placeCode: string; details: unknown }
): Promise<Outcome<Meeting>> {
	await requirePermission(ctx, 'meeting.lead', placeCode);
	const parsed = parseMeetingDetails(details);
	if (!parsed.ok) return parsed;
	const problems = await dialogueProblems(ctx, { ...parsed.value, placeCode });
	if (problems.length > 0) return { ok: false, problems };
	const meeting = await ctx.db.transaction().execute(async (trx) => {
		const made = await insertNewMeeting(trx, ctx, {
			meeting: planned(ctx, placeCode, parsed.value),
			rehearses: null
		});
		await recordEvent(trx, ctx, {
			action: 'meeting.created',
			placeCode,
			subject: `meeting:${made.id}`,
			after: { title: made.title.sv, form: made.form }
		});
		return made;
	});
	return { ok: true, value: meeting };
}

const changed = (a: MeetingDetails, b: Meeting): string[] =>
	(Object.keys(a) as (keyof MeetingDetails)[]).filter(
		(member) => JSON.stringify(a[member]) !== JSON.stringify(b[member])
	);

/**
 * Changes what has been decided about a meeting; its form and its dialogue only before it has begun.
 * @returns the meeting, or what must be mended; `begun` for what can no longer be changed
 * @throws AppError `not-found` without `meeting.lead` in its place
 */
export async function changeMeeting(
	ctx: Context,
	{ meetingId, details }: { meetingId: string; details: unknown }
): Promise<Outcome<Meeting>> {
	const { meeting: known } = await readAgenda(ctx, meetingId);
	await requirePermission(ctx, 'meeting.lead', known.placeCode);
	const parsed = parseMeetingDetails(details);
	if (!parsed.ok) return parsed;
	const problems = await dialogueProblems(ctx, { ...parsed.value, placeCode: known.placeCode });
	if (problems.length > 0) return { ok: false, problems };
	const outcome = await ctx.db.transaction().execute(async (trx): Promise<Outcome<Meeting>> => {
		await lockMeeting(trx, meetingId);
		const before = await readAgenda({ db: trx }, meetingId);
		const members = changed(parsed.value, before.meeting);
		const late = members.filter((member) => member === 'form' || member === 'dialogueId');
		if (before.meeting.state !== 'planned' && late.length > 0)
			return { ok: false, problems: late.map((at) => ({ at, code: 'begun', detail: 'it has begun' })) };
		const { meeting } = changeAgenda(before, parsed.value);
		await updateDetails(trx, meeting);
		await recordEvent(trx, ctx, {
			action: 'meeting.changed',
			placeCode: meeting.placeCode,
			subject: `meeting:${meetingId}`,
			after: { changed: members }
		});
		return { ok: true, value: meeting };
	});
	if (outcome.ok) announceMeeting(ctx.db, outcome.value);
	return outcome;
}
