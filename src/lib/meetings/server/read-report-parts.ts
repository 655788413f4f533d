import { requirePermission } from '#lib/accounts/server/require-permission.ts';
import { sumNotes } from '#lib/collection/server/list-notes.ts';
import { AppError } from '#lib/server/app-error.ts';
import type { Context } from '#lib/server/context.ts';
import type { Meeting } from '../meeting.ts';
import type { ReportParts } from '../report/report-parts.ts';
import { readAgenda } from './read-agenda.ts';
import { selectPhoto, selectPhotos, selectReport } from './report-store.ts';

/** What staff have added to a report that who asks may see, with the notes of the meeting's collections. */
export async function readReportParts(
	ctx: Pick<Context, 'db'>,
	{ id }: Pick<Meeting, 'id'>
): Promise<ReportParts> {
	const saved = await selectReport(ctx.db, id);
	// Only their themes are told, as counts, to everybody alike.
	const notes = await sumNotes({ db: ctx.db, actor: { kind: 'system' } }, { meetingId: id });
	return {
		conclusions: saved?.conclusions ?? '',
		quotes: saved ? (JSON.parse(saved.quotes) as string[]) : null,
		photos: (await selectPhotos(ctx.db, id)).map(
			({ id: photoId, number, width, height, alternativeText }) => ({
				...{ id: photoId, number, width, height, alternativeText }
			})
		),
		notes: notesOf(notes)
	};
}

const notesOf = (sum: Awaited<ReturnType<typeof sumNotes>>): ReportParts['notes'] => ({
	count: sum.n,
	themes: sum.themes.map(({ text, count }) => ({ text, count }))
});

/** The bytes of a photo, for who leads the meeting. @throws AppError `not-found` */
export async function readReportPhoto(
	ctx: Pick<Context, 'db' | 'actor'>,
	{ meetingId, id }: { meetingId: string; id: string }
): Promise<{ mediaType: string; content: Buffer }> {
	const { meeting } = await readAgenda(ctx, meetingId);
	await requirePermission(ctx, 'meeting.lead', meeting.placeCode);
	return photoOf(ctx, { meetingId, id });
}

/** The bytes of a photo of a published report. @throws AppError `not-found` also when it is not published */
export async function readPublishedPhoto(
	ctx: Pick<Context, 'db'>,
	{ meeting, id }: { meeting: Meeting; id: string }
): Promise<{ mediaType: string; content: Buffer }> {
	if (meeting.reportedAt === null) throw new AppError('not-found', 'no such photo');
	return photoOf(ctx, { meetingId: meeting.id, id });
}

async function photoOf(ctx: Pick<Context, 'db'>, at: { meetingId: string; id: string }) {
	const photo = await selectPhoto(ctx.db, at);
	if (!photo) throw new AppError('not-found', 'no such photo');
	return { mediaType: photo.mediaType, content: photo.content };
}
