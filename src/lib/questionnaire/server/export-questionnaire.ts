import { requirePermission } from '#lib/accounts/server/require-permission.ts';
import { slugOf } from '#lib/format/slug.ts';
import { AppError } from '#lib/server/app-error.ts';
import type { Context } from '#lib/server/context.ts';
import { titleOf } from '../draft-content.ts';
import { exportQuestionnaire } from '../exchange/export-questionnaire.ts';
import { selectOwner } from './questionnaire-store.ts';
import { readDraft } from './read-draft.ts';
import { readQuestionnaire } from './read-questionnaire.ts';

/** A questionnaire as a file to keep, and a name for it without its ending. */
export interface QuestionnaireFile {
	name: string;
	text: string;
}

const fileOf = (title: string, text: string): QuestionnaireFile => ({ name: slugOf(title) || 'enkat', text });

/**
 * A draft as a file.
 * @throws AppError `not-found` when there is none, or without `questionnaire.edit` in its place
 */
export async function exportDraft(
	ctx: Pick<Context, 'db' | 'actor'>,
	id: string
): Promise<QuestionnaireFile> {
	const { content } = await readDraft(ctx, id);
	return fileOf(titleOf(content), exportQuestionnaire(content));
}

/**
 * A published version as a file.
 * @throws AppError `not-found` when there is none, or without `questionnaire.edit` in the questionnaire's place
 */
export async function exportVersion(
	ctx: Pick<Context, 'db' | 'actor'>,
	{ questionnaireId, version }: { questionnaireId: string; version: number }
): Promise<QuestionnaireFile> {
	const owner = await selectOwner(ctx.db, questionnaireId);
	if (owner === undefined) throw new AppError('not-found');
	await requirePermission(ctx, 'questionnaire.edit', owner);
	const definition = await readQuestionnaire(ctx, { questionnaireId, version });
	return fileOf(`${definition.title.sv} ${version}`, exportQuestionnaire(definition));
}
