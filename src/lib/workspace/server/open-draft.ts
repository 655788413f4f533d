import { createHash } from 'node:crypto';
import type { Transaction } from 'kysely';
import { hasPermission, requirePermission } from '#lib/accounts/server/require-permission.ts';
import { deleteRehearsalIn } from '#lib/answers/server/delete-rehearsal.ts';
import type { Dialogue } from '#lib/dialogues/dialogue.ts';
import { newDialogueFrom } from '#lib/dialogues/new-from-plan.ts';
import { startOfDay } from '#lib/dialogues/period.ts';
import { createDialogueIn } from '#lib/dialogues/server/create-dialogue.ts';
import { readDialogue } from '#lib/dialogues/server/read-dialogue.ts';
import { blocksIn } from '#lib/questionnaire/quality/find-faults.ts';
import { deleteDraftIn } from '#lib/questionnaire/server/delete-draft.ts';
import { publishDraftIn } from '#lib/questionnaire/server/publish-draft.ts';
import { readDraft } from '#lib/questionnaire/server/read-draft.ts';
import { AppError } from '#lib/server/app-error.ts';
import type { Context } from '#lib/server/context.ts';
import type { Database } from '#lib/server/db/database.ts';
import { lock } from '#lib/server/db/lock.ts';
import { findingsOf, sortFindings, type Opening } from '../draft-check.ts';
import { readOpening } from './read-opening.ts';

/** Names what somebody has read in the summary: another draft or another plan has another stamp. */
export const stampOf = ({ draft, plan }: Pick<Opening, 'draft' | 'plan'>): string =>
	createHash('sha256')
		.update(JSON.stringify([draft.id, draft.revision, plan]))
		.digest('base64url')
		.slice(0, 22);

/** The dialogue; or why not: there is something to mend, or somebody changed something since the summary was read. */
export type Opened = { ok: true; dialogue: Dialogue } | { ok: false; why: 'blocked' | 'changed' };

/**
 * The dialogue that a draft has become: it has the draft's id.
 * @returns undefined when it has become none, or without `place.read` in its place
 */
export async function readOpened(
	ctx: Pick<Context, 'db' | 'actor'>,
	draftId: string
): Promise<Dialogue | undefined> {
	try {
		const dialogue = await readDialogue(ctx, draftId);
		return (await hasPermission(ctx, 'place.read', dialogue.placeCode)) ? dialogue : undefined;
	} catch (error) {
		if (error instanceof AppError && error.code === 'not-found') return undefined;
		throw error;
	}
}

/** The findings that people let pass, as the log names them. */
const passedOf = (opening: Opening, now: Date): string[] =>
	sortFindings(findingsOf(opening, now)).passed.map(({ code, question }) => `${code} ${question}`);

async function open(trx: Transaction<Database>, ctx: Context, opening: Opening): Promise<Dialogue> {
	const { draft, plan, settings } = opening;
	const now = ctx.now();
	const published = await publishDraftIn(trx, ctx, { draftId: draft.id });
	if (!published.ok) throw new Error(`a checked draft was refused: ${JSON.stringify(published.problems)}`);
	const input = newDialogueFrom({ draft, plan, settings, now }, published.value);
	const passed = passedOf(opening, now);
	const created = await createDialogueIn(trx, ctx, {
		input,
		id: draft.id,
		state: startOfDay(input.opensOn).getTime() > now.getTime() ? 'scheduled' : 'open',
		...(passed.length > 0 && { details: { letPass: passed } })
	});
	if (!created.ok) throw new Error(`a checked plan was refused: ${JSON.stringify(created.problems)}`);
	await deleteRehearsalIn(trx, draft.id);
	// The plan, and whoever sits in the draft, go with it.
	await deleteDraftIn(trx, ctx, draft.id);
	return created.value;
}

/** The draft's place, also when it becomes a dialogue at this very moment. */
async function placeOf(ctx: Pick<Context, 'db' | 'actor'>, draftId: string): Promise<string> {
	try {
		return (await readDraft(ctx, draftId)).placeCode;
	} catch (error) {
		const dialogue = await readOpened(ctx, draftId);
		if (!dialogue) throw error;
		return dialogue.placeCode;
	}
}

/**
 * Opens a draft: publishes its questions for ever, makes the dialogue of its plan, and removes the draft and what
 * was rehearsed, all or nothing. Checked again as it is now. One whose first day is still to come is scheduled. Pressed twice, also at the same
 * time, it opens one dialogue and both get it.
 * @param seen the stamp of the summary that was read
 * @throws AppError `not-found` when there is no such draft, or without `dialogue.publish` in its place
 */
export async function openDraft(
	ctx: Context,
	{ draftId, seen }: { draftId: string; seen: string }
): Promise<Opened> {
	const before = await readOpened(ctx, draftId);
	const placeCode = before?.placeCode ?? (await placeOf(ctx, draftId));
	await requirePermission(ctx, 'dialogue.publish', placeCode);
	if (before) return { ok: true, dialogue: before };
	return ctx.db.transaction().execute(async (trx) => {
		const inside: Context = { ...ctx, db: trx };
		await lock(trx, `draft ${draftId}`, 'exclusive');
		const meanwhile = await readOpened(inside, draftId);
		if (meanwhile) return { ok: true, dialogue: meanwhile };
		const opening = await readOpening(inside, draftId);
		if (stampOf(opening) !== seen) return { ok: false, why: 'changed' };
		if (blocksIn(findingsOf(opening, ctx.now())).length > 0) return { ok: false, why: 'blocked' };
		return { ok: true, dialogue: await open(trx, ctx, opening) };
	});
}
