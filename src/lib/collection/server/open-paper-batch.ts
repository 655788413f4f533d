import { requirePermission, requireStaff } from '#lib/accounts/server/require-permission.ts';
import { createWaitingKey } from '#lib/answers/server/epoch.ts';
import { recordEvent } from '#lib/audit/server/record-event.ts';
import { takesAnswers } from '#lib/dialogues/dialogue.ts';
import { readDialogue } from '#lib/dialogues/server/read-dialogue.ts';
import { AppError } from '#lib/server/app-error.ts';
import type { Context } from '#lib/server/context.ts';
import type { Outcome, Problem } from '#lib/server/problem.ts';
import { randomId } from '#lib/server/random.ts';
import { mostForms, type PaperBatch } from '../paper-batch.ts';
import { paperKeyName } from './paper-envelope.ts';
import { insertBatch } from './paper-store.ts';

/**
 * Opens a batch of paper forms for a dialogue; who opens it types it in first.
 * @returns the batch, or problems at `name` and `forms`
 * @throws AppError `not-found` without the permission `answers.collect`; `not-open` when the dialogue takes no answers, or
 * none on paper
 */
export async function openPaperBatch(
	ctx: Context,
	input: { dialogueId: string; name: string; forms: number }
): Promise<Outcome<PaperBatch>> {
	const { dialogueId, forms } = input;
	const dialogue = await readDialogue(ctx, dialogueId);
	await requirePermission(ctx, 'answers.collect', dialogue.placeCode);
	const { personId } = requireStaff(ctx);
	if (!takesAnswers(dialogue, ctx.now()) || !dialogue.channels.includes('paper'))
		throw new AppError('not-open');
	const name = input.name.trim();
	const problems: Problem[] = [];
	if (name === '' || name.length > 80)
		problems.push({ at: 'name', code: 'invalid', detail: '1 to 80 characters' });
	if (!(Number.isInteger(forms) && forms >= 1 && forms <= mostForms))
		problems.push({ at: 'forms', code: 'invalid', detail: `1 to ${mostForms}` });
	if (problems.length > 0) return { ok: false, problems };
	const id = randomId(ctx.random);
	const people = { firstPersonId: personId, secondPersonId: null };
	const batch: PaperBatch = { id, dialogueId, name, forms, ...people, submitted: false };
	await ctx.db.transaction().execute(async (trx) => {
		await createWaitingKey(trx, ctx, paperKeyName(id));
		await insertBatch(trx, batch);
		await recordEvent(trx, ctx, {
			action: 'paper.opened',
			placeCode: dialogue.placeCode,
			subject: `paper:${id}`,
			after: { name, forms }
		});
	});
	return { ok: true, value: batch };
}
