import type { Context } from '#lib/server/context.ts';
import { deleteEditorsBefore, selectEditors, upsertEditor } from './draft-store.ts';
import { requireDraft } from './require-draft.ts';

type Acting = Pick<Context, 'db' | 'now' | 'actor'>;

const hereMs = 30 * 1000;
/** As long as the log needs to know whom it has named. */
const keptMs = 30 * 60 * 1000;

/** Somebody who has a draft open. */
export interface DraftEditor {
	personId: string;
	name: string;
}

/**
 * Notes that who acts has the draft open now; pages say so at least every 20 seconds. Who has been away for half an
 * hour is forgotten.
 * @throws AppError `not-found` as `requireDraft`
 */
export async function noteEditor(ctx: Acting, draftId: string): Promise<void> {
	await requireDraft(ctx, draftId);
	if (ctx.actor.kind !== 'staff') return;
	const seenAt = ctx.now().getTime();
	await deleteEditorsBefore(ctx.db, seenAt - keptMs);
	await upsertEditor(ctx.db, { draftId, personId: ctx.actor.personId, seenAt });
}

/**
 * The other people who have had the draft open within the last 30 seconds, by name.
 * @throws AppError `not-found` as `requireDraft`
 */
export async function readEditors(ctx: Acting, draftId: string): Promise<DraftEditor[]> {
	await requireDraft(ctx, draftId);
	const { actor } = ctx;
	const here = await selectEditors(ctx.db, { draftId, since: ctx.now().getTime() - hereMs });
	return here
		.filter(({ personId }) => actor.kind !== 'staff' || personId !== actor.personId)
		.map(({ personId, name }) => ({ personId, name }));
}
