import { requirePermission } from '#lib/accounts/server/require-permission.ts';
import { recordEvent } from '#lib/audit/server/record-event.ts';
import { AppError } from '#lib/server/app-error.ts';
import type { Context } from '#lib/server/context.ts';
import { randomId } from '#lib/server/random.ts';
import { titleOf } from '../draft-content.ts';
import { parseContent } from '../draft-schema.ts';
import type { Draft, DraftContent } from '../draft.ts';
import type { ImportFormat } from '../import/read-import.ts';
import { actorId, actorName } from './draft-actor.ts';
import { insertDraft } from './draft-store.ts';
import { RefusedDefinitionError } from './publish-questionnaire.ts';
import { placeExists, selectOwner } from './questionnaire-store.ts';

export type Drafting = Pick<Context, 'db' | 'now' | 'random' | 'actor' | 'vault'>;

export interface NewDraft {
	placeCode: string;
	content: DraftContent;
	/** The place's own questionnaire that this becomes the next version of; a new one when left out. */
	questionnaireId?: string;
	/** What kind of file it was imported from; the log says so. */
	imported?: ImportFormat;
}

/**
 * Begins a draft in a place. What comes from outside goes through `parseContent` first, which gives the problems back.
 * @throws AppError `not-found` without `questionnaire.edit` there, for an unknown place, or a questionnaire that is not
 * the place's own; RefusedDefinitionError when the content has not the form of a draft
 */
export async function createDraft(ctx: Drafting, input: NewDraft): Promise<Draft> {
	const { placeCode, questionnaireId = null, imported } = input;
	await requirePermission(ctx, 'questionnaire.edit', placeCode);
	const parsed = parseContent(input.content);
	if (!parsed.ok) throw new RefusedDefinitionError(parsed.problems);
	if (!(await placeExists(ctx.db, placeCode))) throw new AppError('not-found');
	if (questionnaireId !== null && (await selectOwner(ctx.db, questionnaireId)) !== placeCode)
		throw new AppError('not-found');
	const id = randomId(ctx.random);
	const [content, changedAt] = [parsed.value, ctx.now()];
	const title = titleOf(content);
	await ctx.db.transaction().execute(async (trx) => {
		await insertDraft(trx, {
			...{ id, placeCode, questionnaireId, title, revision: 1 },
			content: JSON.stringify(content),
			changedAt: changedAt.getTime(),
			changedBy: actorId(ctx)
		});
		await recordEvent(trx, ctx, {
			action: 'draft.created',
			placeCode,
			subject: `draft:${id}`,
			after: { title, ...(imported && { imported }) }
		});
	});
	return { id, placeCode, questionnaireId, revision: 1, content, changedAt, changedBy: actorName(ctx) };
}
