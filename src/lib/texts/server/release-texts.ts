import { recordEvent } from '#lib/audit/server/record-event.ts';
import type { Dialogue } from '#lib/dialogues/dialogue.ts';
import { readQuestionnaire } from '#lib/questionnaire/server/read-questionnaire.ts';
import { readFreeTexts } from '#lib/sealing/server/read-free-texts.ts';
import type { Context } from '#lib/server/context.ts';
import { applyMasks } from '../mask.ts';
import { undecided, type Marks } from '../moderation.ts';
import { findPersonalData } from '../personal-data.ts';
import { openMarks } from './marks.ts';
import { moderatedDialogue, whileModerating, type Moderating } from './moderating.ts';
import type { ReleasedTextRow } from './tables.ts';
import { insertReleased, raiseRevision } from './released-text-store.ts';
import { deleteDecision, selectUnreleased } from './text-store.ts';

/** Keys of the questions whose texts wait until the dialogue is closed, as their numbers do. */
export async function heldQuestions(ctx: Pick<Context, 'db'>, dialogue: Dialogue): Promise<Set<string>> {
	if (dialogue.state === 'closed') return new Set();
	const { questions } = await readQuestionnaire(ctx, dialogue);
	return new Set(questions.filter(({ sensitive }) => sensitive).map(({ key }) => key));
}

/**
 * Shows everything that has been accepted since the last time: all at once, in random order, in one transaction. Texts
 * of sensitive questions wait until the dialogue is closed. Each text is searched for personal data once more: one in
 * which something is neither masked nor let pass is unread again.
 * @returns how many texts were released, and how many became unread
 * @throws AppError `not-found` when there is no such dialogue, or without `texts.moderate` in its place
 */
export async function releaseTexts(
	ctx: Moderating,
	{ dialogueId }: { dialogueId: string }
): Promise<{ released: number; unread: number }> {
	const dialogue = await moderatedDialogue(ctx, dialogueId);
	const held = await heldQuestions(ctx, dialogue);
	return whileModerating(ctx, dialogueId, async (trx) => {
		const waiting = await selectUnreleased(trx, dialogueId, 'waiting');
		const marksOf = new Map<string, Marks>(
			waiting.map(({ textId, sealedMasks }) => [textId, openMarks(ctx, sealedMasks)])
		);
		const texts = await readFreeTexts({ ...ctx, db: trx }, { dialogueId, ids: [...marksOf.keys()] });
		const rows: ReleasedTextRow[] = [];
		let unread = 0;
		for (const { id: textId, questionKey, text } of texts) {
			if (held.has(questionKey)) continue;
			const marks = marksOf.get(textId)!;
			if (undecided(findPersonalData(text), marks).length > 0) {
				await deleteDecision(trx, textId);
				unread++;
			} else rows.push({ textId, dialogueId, questionKey, text: applyMasks(text, marks.masks), hidden: 0 });
		}
		if (rows.length + unread === 0) return { released: 0, unread };
		await insertReleased(trx, rows);
		if (rows.length > 0) await raiseRevision(trx, dialogueId);
		await recordEvent(trx, ctx, {
			action: 'texts.released',
			placeCode: dialogue.placeCode,
			subject: `dialogue:${dialogueId}`,
			after: { count: rows.length }
		});
		return { released: rows.length, unread };
	});
}
