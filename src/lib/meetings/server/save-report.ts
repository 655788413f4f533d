import { requirePermission } from '#lib/accounts/server/require-permission.ts';
import { recordEvent } from '#lib/audit/server/record-event.ts';
import { stripMetadata } from '#lib/format/strip-metadata.ts';
import { AppError } from '#lib/server/app-error.ts';
import type { Context } from '#lib/server/context.ts';
import type { Outcome, Problem } from '#lib/server/problem.ts';
import { randomId } from '#lib/server/random.ts';
import type { Meeting } from '../meeting.ts';
import { mostConclusions, mostPhotoBytes, mostPhotos } from '../report/report-parts.ts';
import { readAgenda } from './read-agenda.ts';
import { deletePhoto, insertPhoto, selectPhotos, upsertReport } from './report-store.ts';

const problem = (at: string, code: string): Problem => ({ at, code, detail: `${at} ${code}` });

async function ledMeeting(ctx: Context, meetingId: string): Promise<Meeting> {
	const { meeting } = await readAgenda(ctx, meetingId);
	await requirePermission(ctx, 'meeting.lead', meeting.placeCode);
	return meeting;
}

const event = ({ id, placeCode }: Meeting, report: string) => ({
	action: 'meeting.changed' as const,
	placeCode,
	subject: `meeting:${id}`,
	after: { report }
});

/**
 * Keeps what staff add to a meeting's report: conclusions in their own words, and which released texts are quoted.
 * @returns `conclusions too-long`
 * @throws AppError `not-found` without `meeting.lead` in the meeting's place
 */
export async function saveReport(
	ctx: Context,
	{ meetingId, conclusions, quotes }: { meetingId: string; conclusions: string; quotes: readonly string[] }
): Promise<Outcome<null>> {
	const meeting = await ledMeeting(ctx, meetingId);
	const written = conclusions.trim();
	if (written.length > mostConclusions) return { ok: false, problems: [problem('conclusions', 'too-long')] };
	await ctx.db.transaction().execute(async (trx) => {
		await upsertReport(trx, { meetingId, conclusions: written, quotes: JSON.stringify(quotes) });
		await recordEvent(trx, ctx, event(meeting, 'words'));
	});
	return { ok: true, value: null };
}

interface Photo {
	meetingId: string;
	bytes: Uint8Array;
	alternativeText: string;
}

/**
 * Adds a photo of a board to a meeting's report; nothing but the picture is kept of it.
 * @returns problems at `photo` (`too-large`, `unknown-type`, `too-many`) or `alternativeText` (`missing`)
 * @throws AppError `not-found` without `meeting.lead` in the meeting's place
 */
export async function addReportPhoto(
	ctx: Context,
	{ meetingId, bytes, alternativeText }: Photo
): Promise<Outcome<null>> {
	const meeting = await ledMeeting(ctx, meetingId);
	const text = alternativeText.trim();
	const stripped = bytes.length <= mostPhotoBytes ? stripMetadata(bytes) : undefined;
	const problems = [
		...(bytes.length > mostPhotoBytes ? [problem('photo', 'too-large')] : []),
		...(bytes.length <= mostPhotoBytes && !stripped ? [problem('photo', 'unknown-type')] : []),
		...(text === '' || text.length > 200 ? [problem('alternativeText', 'missing')] : [])
	];
	const photos = await selectPhotos(ctx.db, meetingId);
	if (photos.length >= mostPhotos) problems.push(problem('photo', 'too-many'));
	if (problems.length > 0 || !stripped) return { ok: false, problems };
	const { mediaType, width, height } = stripped;
	const number = Math.max(0, ...photos.map((photo) => photo.number)) + 1;
	const content = Buffer.from(stripped.bytes);
	await ctx.db.transaction().execute(async (trx) => {
		const id = randomId(ctx.random);
		await insertPhoto(trx, {
			id,
			meetingId,
			number,
			mediaType,
			width,
			height,
			content,
			alternativeText: text
		});
		await recordEvent(trx, ctx, event(meeting, 'photo'));
	});
	return { ok: true, value: null };
}

/**
 * Takes a photo out of a meeting's report; its bytes go at once.
 * @throws AppError `not-found` without `meeting.lead` in the meeting's place, and for a photo that is not there
 */
export async function removeReportPhoto(
	ctx: Context,
	{ meetingId, id }: { meetingId: string; id: string }
): Promise<void> {
	const meeting = await ledMeeting(ctx, meetingId);
	await ctx.db.transaction().execute(async (trx) => {
		if (!(await deletePhoto(trx, { meetingId, id }))) throw new AppError('not-found', 'no such photo');
		await recordEvent(trx, ctx, event(meeting, 'photo removed'));
	});
}
