import type { Transaction } from 'kysely';
import { AppError } from '#lib/server/app-error.ts';
import type { Context } from '#lib/server/context.ts';
import type { Database } from '#lib/server/db/database.ts';
import type { Outcome } from '#lib/server/problem.ts';
import { definitionOf } from '../draft-content.ts';
import { raiseVersions } from '../raise-versions.ts';
import { lockDraft, selectDraft } from './draft-store.ts';
import { publishVersionIn, type PublishedVersion, type Publishing } from './publish-version.ts';
import { lockQuestionnaire, selectVersions } from './questionnaire-store.ts';
import { requireDraft } from './require-draft.ts';

/**
 * The same as `publishDraft` inside the transaction of a command that has asked whether it is allowed. It writes to the
 * log, so only what writes to the log as well may follow. Nobody changes the draft until the transaction ends, so that
 * `deleteDraftIn` loses nothing.
 */
export async function publishDraftIn(
	trx: Transaction<Database>,
	ctx: Publishing,
	{ draftId }: { draftId: string }
): Promise<Outcome<PublishedVersion>> {
	await lockDraft(trx, draftId);
	const draft = await selectDraft(trx, draftId);
	if (!draft) throw new AppError('not-found');
	const { placeCode, questionnaireId } = draft;
	const written = definitionOf(draft.content);
	if (questionnaireId === null) return publishVersionIn(trx, ctx, { placeCode, definition: written });
	await lockQuestionnaire(trx, { id: questionnaireId, placeCode });
	const earlier = (await selectVersions(trx, questionnaireId)).map((stored) => stored.definition);
	const definition = raiseVersions(written, earlier);
	return publishVersionIn(trx, ctx, { placeCode, questionnaireId, definition });
}

/**
 * Publishes what a draft says now as a questionnaire, or as the next version of the one it was begun for; questions
 * whose scale changed get a higher version. What a person can mend comes back as problems. The draft stays.
 * @throws AppError `not-found` when there is no such draft, or without `questionnaire.edit` in its place
 */
export async function publishDraft(
	ctx: Publishing & Pick<Context, 'db'>,
	input: { draftId: string }
): Promise<Outcome<PublishedVersion>> {
	await requireDraft(ctx, input.draftId);
	return ctx.db.transaction().execute((trx) => publishDraftIn(trx, ctx, input));
}
