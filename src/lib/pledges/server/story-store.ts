import type { Kysely, Transaction } from 'kysely';
import type { Database } from '#lib/server/db/database.ts';
import type { PledgeStory, Reason, ReasonCode } from '../story.ts';
import type {
	ActivityProgressRow,
	PledgeCorrectionRow,
	PledgeExtensionRow,
	PledgeReportRow,
	ProgressPhotoRow
} from './tables.ts';

type Db = Kysely<Database>;
type Trx = Transaction<Database>;

const reasonOf = (row: { reason: ReasonCode | null; reasonText: string }): Reason | null =>
	row.reason === null ? null : { code: row.reason, text: row.reasonText };

const selectOf = <T extends 'activityProgress' | 'pledgeReport' | 'pledgeCorrection' | 'pledgeExtension'>(
	db: Db,
	table: T,
	ids: readonly string[]
) =>
	(db.selectFrom(table as 'pledgeReport') as ReturnType<typeof db.selectFrom<'pledgeReport'>>)
		.selectAll()
		.where('pledgeId', 'in', [...ids])
		.orderBy('day')
		.orderBy('at')
		.orderBy('id')
		.execute() as unknown as Promise<Database[T][]>;

const selectPhotos = (db: Db, progressIds: readonly string[]) =>
	progressIds.length === 0
		? Promise.resolve([])
		: db
				.selectFrom('progressPhoto')
				.select(['id', 'progressId', 'alternativeText'])
				.where('progressId', 'in', [...progressIds])
				.execute();

/** What has happened to pledges, by id of the pledge; the oldest first. */
export async function selectStories(db: Db, pledgeIds: readonly string[]): Promise<Map<string, PledgeStory>> {
	if (pledgeIds.length === 0) return new Map();
	const progress = await selectOf(db, 'activityProgress', pledgeIds);
	const reports = await selectOf(db, 'pledgeReport', pledgeIds);
	const corrections = await selectOf(db, 'pledgeCorrection', pledgeIds);
	const extensions = await selectOf(db, 'pledgeExtension', pledgeIds);
	const photos = await selectPhotos(
		db,
		progress.map(({ id }) => id)
	);
	const photoOf = (progressId: string) => {
		const found = photos.find((photo) => photo.progressId === progressId);
		return found ? { id: found.id, alternativeText: found.alternativeText } : null;
	};
	const of = <Row extends { pledgeId: string }>(rows: Row[], id: string) =>
		rows.filter(({ pledgeId }) => pledgeId === id);
	return new Map(
		pledgeIds.map((id) => [
			id,
			{
				progress: of(progress, id).map((row) => ({
					...{ id: row.id, activityId: row.activityId, day: row.day, quantity: row.quantity },
					...{ place: row.place, text: row.text, outcome: row.outcome },
					...{ reason: reasonOf(row), photo: photoOf(row.id) }
				})),
				reports: of(reports, id).map((row) => ({
					...{ id: row.id, day: row.day, text: row.text, outcome: row.outcome, value: row.value },
					...{ reason: reasonOf(row), nextReportOn: row.nextReportOn }
				})),
				corrections: of(corrections, id).map((row) => ({
					...{ id: row.id, day: row.day, field: row.field },
					...{ before: row.before, after: row.after, why: row.why }
				})),
				extensions: of(extensions, id).map((row) => ({
					...{ id: row.id, day: row.day, from: row.fromDay, to: row.toDay, why: row.why },
					reason: { code: row.reason, text: row.reasonText }
				}))
			}
		])
	);
}

export async function insertProgress(trx: Trx, row: ActivityProgressRow): Promise<void> {
	await trx.insertInto('activityProgress').values(row).execute();
}

export async function insertPhoto(trx: Trx, row: ProgressPhotoRow): Promise<void> {
	await trx.insertInto('progressPhoto').values(row).execute();
}

export async function insertReport(trx: Trx, row: PledgeReportRow): Promise<void> {
	await trx.insertInto('pledgeReport').values(row).execute();
}

export async function insertCorrection(trx: Trx, row: PledgeCorrectionRow): Promise<void> {
	await trx.insertInto('pledgeCorrection').values(row).execute();
}

export async function insertExtension(trx: Trx, row: PledgeExtensionRow): Promise<void> {
	await trx.insertInto('pledgeExtension').values(row).execute();
}

/** A photo of a published pledge with its bytes; undefined when there is none. */
export const selectPhoto = (
	db: Db,
	{ id, placeCode }: { id: string; placeCode: string }
): Promise<{ mediaType: string; content: Uint8Array } | undefined> =>
	db
		.selectFrom('progressPhoto')
		.innerJoin('activityProgress', 'activityProgress.id', 'progressPhoto.progressId')
		.innerJoin('pledge', 'pledge.id', 'activityProgress.pledgeId')
		.select(['progressPhoto.mediaType', 'progressPhoto.content'])
		.where('progressPhoto.id', '=', id)
		.where('pledge.placeCode', '=', placeCode)
		.where('pledge.state', '=', 'published')
		.executeTakeFirst();
