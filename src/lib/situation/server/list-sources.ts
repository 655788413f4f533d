import { requirePermission } from '#lib/accounts/server/require-permission.ts';
import { dialogueView, type DialogueView } from '#lib/dialogues/dialogue-view.ts';
import { listDialogues } from '#lib/dialogues/server/list-dialogues.ts';
import { readResults } from '#lib/results/server/read-results.ts';
import type { Context } from '#lib/server/context.ts';

/** A dialogue that a picture can be drafted from. */
export interface SourceDialogue extends DialogueView {
	id: string;
}

/**
 * The dialogues of a place that have closed, the latest first; staff and partner dialogues too.
 * @throws AppError `not-found` without `results.read` there
 */
export async function listClosedDialogues(ctx: Context, placeCode: string): Promise<SourceDialogue[]> {
	await requirePermission(ctx, 'results.read', placeCode);
	const dialogues = await listDialogues(ctx, { placeCode, states: ['closed'] });
	return dialogues.map((dialogue) => ({ id: dialogue.id, ...dialogueView(dialogue, ctx.language) }));
}

/** An answer that can become evidence. */
export interface SourceAnswer {
	/** `<code>|<question>|<option>`, the option empty for the whole question. */
	value: string;
	text: string;
}

/**
 * The questions and options that a place's dialogues have released, dialogue by dialogue; open ones too.
 * @throws AppError `not-found` without `results.read` there
 */
export async function listReleasedAnswers(
	ctx: Context,
	placeCode: string
): Promise<{ title: string; answers: SourceAnswer[] }[]> {
	await requirePermission(ctx, 'results.read', placeCode);
	const dialogues = await listDialogues(ctx, { placeCode });
	const listed = await Promise.all(
		dialogues.map(async (dialogue) => {
			const { questions } = await readResults(ctx, { dialogue, filter: {}, language: 'sv' });
			const answers = questions
				.filter(({ n, kind }) => n !== null && kind !== 'text')
				.flatMap(({ key, text, options }) => [
					{ value: `${dialogue.code}|${key}|`, text },
					...options
						.filter(({ count }) => count !== null)
						.map((option) => ({ value: `${dialogue.code}|${key}|${option.key}`, text: `– ${option.text}` }))
				]);
			return { title: dialogueView(dialogue, ctx.language).title, answers };
		})
	);
	return listed.filter(({ answers }) => answers.length > 0);
}
