import { requirePermission } from '#lib/accounts/server/require-permission.ts';
import { AppError } from '#lib/server/app-error.ts';
import { contentOf } from '../draft-content.ts';
import type { Draft } from '../draft.ts';
import { createDraft, type Drafting } from './create-draft.ts';
import { selectOwner } from './questionnaire-store.ts';
import { readQuestionnaire } from './read-questionnaire.ts';

export interface FromVersion {
	/** Where the draft is written. */
	placeCode: string;
	questionnaireId: string;
	version: number;
	/** True for the next version of the place's own questionnaire; false for a new questionnaire that begins as a copy. */
	asNext: boolean;
}

/**
 * Begins a draft from a published version. Questions keep their keys in both cases, so that answers can be compared.
 * @throws AppError `not-found` without `questionnaire.edit` in the draft's place and in the questionnaire's, for an
 * unknown version, or when the next version belongs to another place
 */
export async function draftFromVersion(ctx: Drafting, input: FromVersion): Promise<Draft> {
	const { placeCode, questionnaireId, version, asNext } = input;
	await requirePermission(ctx, 'questionnaire.edit', placeCode);
	const owner = await selectOwner(ctx.db, questionnaireId);
	if (owner === undefined) throw new AppError('not-found');
	await requirePermission(ctx, 'questionnaire.edit', owner);
	const content = contentOf(await readQuestionnaire(ctx, { questionnaireId, version }));
	return createDraft(ctx, { placeCode, content, ...(asNext && { questionnaireId }) });
}
