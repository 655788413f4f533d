import { requirePermission } from '#lib/accounts/server/require-permission.ts';
import { readPlace } from '#lib/places/server/read-place.ts';
import type { Context } from '#lib/server/context.ts';
import type { Outcome } from '#lib/server/problem.ts';
import { randomId } from '#lib/server/random.ts';
import { suggestedSettings } from '../import-settings.ts';
import { ReadFailure } from '../read-failure.ts';
import { readStatistics } from '../read-statistics.ts';
import { insertImport } from './import-store.ts';
import { importerOf } from './importer.ts';

type Staging = Pick<Context, 'db' | 'now' | 'random' | 'actor'>;

/** A file that somebody uploads. */
export interface UploadedFile {
	placeCode: string;
	fileName: string;
	bytes: Uint8Array;
}

/** The value, or why nothing of the file can be read: one problem at `file`, where in the file in its detail. */
export async function readable<T>(read: () => Promise<T>): Promise<Outcome<T>> {
	try {
		return { ok: true, value: await read() };
	} catch (failure) {
		if (!(failure instanceof ReadFailure)) throw failure;
		return { ok: false, problems: [{ at: 'file', code: failure.code, detail: failure.at }] };
	}
}

/**
 * Keeps an uploaded file as it came, until somebody confirms or discards it; nothing of it counts before. What cannot be
 * read at all is not kept.
 * @returns the id to preview it by, or a problem at `file` with a code of `failureCodes`
 * @throws AppError `not-found` without `situation.edit` in the place, or for an unknown place
 */
export async function stageImport(ctx: Staging, file: UploadedFile): Promise<Outcome<{ id: string }>> {
	const { placeCode, bytes } = file;
	await requirePermission(ctx, 'situation.edit', placeCode);
	await readPlace(ctx, placeCode);
	const read = await readable(() => readStatistics(bytes));
	if (!read.ok) return read;
	const id = randomId(ctx.random);
	const settings = suggestedSettings(read.value, ctx.now().toISOString().slice(0, 10));
	await ctx.db.transaction().execute((trx) =>
		insertImport(trx, {
			...{ id, placeCode, fileName: file.fileName.slice(-120), content: Buffer.from(bytes) },
			settings: JSON.stringify(settings),
			uploadedBy: importerOf(ctx),
			uploadedAt: ctx.now().getTime(),
			confirmedAt: null
		})
	);
	return { ok: true, value: { id } };
}
