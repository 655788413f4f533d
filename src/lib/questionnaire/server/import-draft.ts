import { requirePermission } from '#lib/accounts/server/require-permission.ts';
import type { Place } from '#lib/places/place.ts';
import { readPlace } from '#lib/places/server/read-place.ts';
import type { Context } from '#lib/server/context.ts';
import type { Outcome } from '#lib/server/problem.ts';
import type { Draft } from '../draft.ts';
import { exportQuestionnaire } from '../exchange/export-questionnaire.ts';
import { importQuestionnaire } from '../exchange/import-questionnaire.ts';
import { ImportFailure } from '../import/import-failure.ts';
import { readImport, type ImportFormat, type ReadImport } from '../import/read-import.ts';
import { createDraft, type Drafting } from './create-draft.ts';

/** The value, or why nothing of the file could be read: one problem at `file`, where in the file in its detail. */
function readable<T>(read: () => T): Outcome<T> {
	try {
		return { ok: true, value: read() };
	} catch (failure) {
		if (!(failure instanceof ImportFailure)) throw failure;
		return { ok: false, problems: [{ at: 'file', code: failure.code, detail: failure.at }] };
	}
}

/** A file that was read, and the draft of it as compact text for `importDraft`. */
export interface ReadFile extends ReadImport {
	text: string;
}

/**
 * Reads a file that somebody wants to import into a place: the draft it would become, and what did not come along.
 * Nothing is stored.
 * @returns problems at `file`, with codes of `failureCodes`
 * @throws AppError `not-found` without `questionnaire.edit` in the place
 */
export async function readImportFile(
	ctx: Pick<Context, 'db' | 'actor'>,
	{ placeCode, bytes }: { placeCode: string; bytes: Uint8Array }
): Promise<Outcome<ReadFile>> {
	await requirePermission(ctx, 'questionnaire.edit', placeCode);
	return readable(() => {
		const read = readImport(bytes);
		return { ...read, text: JSON.stringify(JSON.parse(exportQuestionnaire(read.content))) };
	});
}

/**
 * Begins a draft from a questionnaire file of ours, such as the one that an imported survey has become.
 * @param input.format what kind of file it was at first; the log says so
 * @returns problems at `file`, with codes of `failureCodes`; then nothing is stored
 * @throws AppError `not-found` without `questionnaire.edit` in the place, or for an unknown place
 */
export async function importDraft(
	ctx: Drafting,
	{ placeCode, text, format }: { placeCode: string; text: string; format: ImportFormat }
): Promise<Outcome<Draft>> {
	await requirePermission(ctx, 'questionnaire.edit', placeCode);
	const read = readable(() => importQuestionnaire(text));
	if (!read.ok) return read;
	const { content } = read.value;
	return { ok: true, value: await createDraft(ctx, { placeCode, content, imported: format }) };
}

/**
 * The place that somebody is about to import into.
 * @throws AppError `not-found` without `questionnaire.edit` there, or for an unknown place
 */
export async function readImportPlace(
	ctx: Pick<Context, 'db' | 'actor'>,
	placeCode: string
): Promise<Pick<Place, 'code' | 'name'>> {
	await requirePermission(ctx, 'questionnaire.edit', placeCode);
	const { code, name } = await readPlace(ctx, placeCode);
	return { code, name };
}
