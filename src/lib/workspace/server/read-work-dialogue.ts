import { hasPermission, requirePermission } from '#lib/accounts/server/require-permission.ts';
import { dialogueView, type DialogueView } from '#lib/dialogues/dialogue-view.ts';
import type { Dialogue } from '#lib/dialogues/dialogue.ts';
import { phaseOf, type ThreadPosition } from '#lib/dialogues/phase.ts';
import { readDialogue, readDialogueByCode } from '#lib/dialogues/server/read-dialogue.ts';
import type { Place } from '#lib/places/place.ts';
import { readPlace } from '#lib/places/server/read-place.ts';
import type { QuestionnaireDefinition } from '#lib/questionnaire/question.ts';
import { readQuestionnaire } from '#lib/questionnaire/server/read-questionnaire.ts';
import { readResults } from '#lib/results/server/read-results.ts';
import type { Context } from '#lib/server/context.ts';

/** An opened dialogue as its page in the workspace shows it. */
export interface WorkDialogue {
	dialogue: Dialogue;
	view: DialogueView;
	position: ThreadPosition;
	place: Pick<Place, 'code' | 'name' | 'slug'>;
	definition: QuestionnaireDefinition;
	/** Sealed answers, as everybody sees them; null while none may be told. */
	n: number | null;
	may: { publish: boolean; write: boolean; share: boolean; collect: boolean; results: boolean };
}

/**
 * The dialogue with a code, for staff.
 * @throws AppError `not-found` when there is none that has been opened or scheduled, or without `place.read` in its place
 */
export async function readWorkDialogue(ctx: Context, code: string): Promise<WorkDialogue> {
	const { id } = await readDialogueByCode(ctx, code);
	// As the database has it now: somebody who has just closed it sees that.
	const dialogue = await readDialogue(ctx, id);
	const { placeCode } = dialogue;
	await requirePermission(ctx, 'place.read', placeCode);
	const { language } = ctx;
	const results = await readResults(ctx, { dialogue, filter: {}, language });
	const { code: place, name, slug } = await readPlace(ctx, placeCode);
	return {
		dialogue,
		view: dialogueView(dialogue, language),
		position: phaseOf(dialogue, ctx.now(), { hasRelease: results.seq > 0 }),
		place: { code: place, name, slug },
		definition: await readQuestionnaire(ctx, dialogue),
		n: results.seq > 0 ? results.n : null,
		may: {
			publish: await hasPermission(ctx, 'dialogue.publish', placeCode),
			write: await hasPermission(ctx, 'questionnaire.edit', placeCode),
			share: await hasPermission(ctx, 'sharing.edit', placeCode),
			collect: await hasPermission(ctx, 'answers.collect', placeCode),
			results: await hasPermission(ctx, 'results.read', placeCode)
		}
	};
}
