import type { Transaction } from 'kysely';
import { recordEvent } from '#lib/audit/server/record-event.ts';
import { AppError } from '#lib/server/app-error.ts';
import type { Context } from '#lib/server/context.ts';
import type { Database } from '#lib/server/db/database.ts';
import type { Problem } from '#lib/server/problem.ts';
import { applyChange, type Applied } from '../apply-change.ts';
import type { Conflict, DraftChange } from '../draft-change.ts';
import { titleOf } from '../draft-content.ts';
import { parseContent } from '../draft-schema.ts';
import type { Draft } from '../draft.ts';
import { isEqual } from '../is-equal.ts';
import { actorId, actorName } from './draft-actor.ts';
import { lockDraft, selectDraft, selectLoggedAt, updateDraft, upsertEditor } from './draft-store.ts';
import { requireDraft } from './require-draft.ts';

type Acting = Pick<Context, 'db' | 'now' | 'actor' | 'vault'>;

const loggedEveryMs = 30 * 60 * 1000;

/** The draft as it is stored now, and what came of the change. */
export type ChangedDraft =
	| { ok: true; draft: Draft; notes: Problem[] }
	| { ok: false; draft: Draft; notes: Problem[]; conflicts: Conflict[]; problems: Problem[] };

/** The change, unless the draft would grow out of its form: then nothing of it. */
function applied(draft: Draft, change: DraftChange): Applied {
	const made = applyChange(draft.content, change);
	const parsed = parseContent(made.content);
	if (parsed.ok) return made;
	return { content: draft.content, conflicts: [], notes: [], problems: parsed.problems };
}

/** Says that the person is in the draft, and that they changed it unless the log has said so lately. */
async function noteChange(trx: Transaction<Database>, ctx: Acting, draft: Draft): Promise<void> {
	const who = { draftId: draft.id, personId: actorId(ctx) };
	const now = ctx.now().getTime();
	const loggedAt = await selectLoggedAt(trx, who);
	const isDue = loggedAt === null || now - loggedAt >= loggedEveryMs;
	await upsertEditor(trx, { ...who, seenAt: now, ...(isDue && { loggedAt: now }) });
	if (isDue)
		await recordEvent(trx, ctx, {
			action: 'draft.changed',
			placeCode: draft.placeCode,
			subject: `draft:${draft.id}`,
			after: { title: titleOf(draft.content) }
		});
}

async function store(trx: Transaction<Database>, ctx: Acting, next: Draft): Promise<void> {
	await updateDraft(trx, next.id, {
		title: titleOf(next.content),
		revision: next.revision,
		content: JSON.stringify(next.content),
		changedAt: next.changedAt.getTime(),
		changedBy: actorId(ctx)
	});
	await noteChange(trx, ctx, next);
}

/**
 * Makes one change of a draft, put together with what others have changed meanwhile (see `applyChange`). Changes come
 * one after the other, so none is lost. With `ok: false` some of it was not made: `conflicts` are texts that somebody
 * else changed too, which stay as they are stored, and `problems` what could not be done (`too-many`, `too-large`,
 * `no-such-question` …); everything else of the change is made. Since drafts are saved while people write, the log says
 * `draft.changed` at most once per person and half hour.
 * @throws AppError `not-found` when there is no such draft, or without `questionnaire.edit` in its place
 */
export async function changeDraft(
	ctx: Acting,
	{ id, change }: { id: string; change: DraftChange }
): Promise<ChangedDraft> {
	await requireDraft(ctx, id);
	return ctx.db.transaction().execute(async (trx) => {
		await lockDraft(trx, id);
		const draft = await selectDraft(trx, id);
		if (!draft) throw new AppError('not-found');
		const { content, conflicts, problems, notes } = applied(draft, change);
		const isSame = isEqual(content, draft.content);
		const changed = { revision: draft.revision + 1, changedAt: ctx.now(), changedBy: actorName(ctx) };
		const next: Draft = isSame ? draft : { ...draft, content, ...changed };
		if (!isSame) await store(trx, ctx, next);
		if (conflicts.length === 0 && problems.length === 0) return { ok: true, draft: next, notes };
		return { ok: false, draft: next, notes, conflicts, problems };
	});
}
