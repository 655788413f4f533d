import { requirePermission } from '#lib/accounts/server/require-permission.ts';
import { dayOf } from '#lib/dialogues/period.ts';
import { listDialogues } from '#lib/dialogues/server/list-dialogues.ts';
import { readPlan } from '#lib/dialogues/server/read-plan.ts';
import { readPlace } from '#lib/places/server/read-place.ts';
import { readPlaceSettings } from '#lib/places/server/read-place-settings.ts';
import type { AskedBefore } from '#lib/questionnaire/quality/finding.ts';
import { readDraft } from '#lib/questionnaire/server/read-draft.ts';
import { readQuestionnaire } from '#lib/questionnaire/server/read-questionnaire.ts';
import type { Context } from '#lib/server/context.ts';
import type { Opening } from '../draft-check.ts';

/** How many dialogues back a changed scale is looked for. */
const mostEarlier = 20;

/** What a place has asked before, newest first. */
async function readAsked(ctx: Pick<Context, 'db'>, placeCode: string): Promise<AskedBefore[]> {
	const dialogues = (await listDialogues(ctx, { placeCode })).slice(0, mostEarlier);
	return Promise.all(
		dialogues.map(async (dialogue) => ({
			year: dayOf(dialogue.opensAt).slice(0, 4),
			definition: await readQuestionnaire(ctx, dialogue)
		}))
	);
}

/**
 * Everything that opening a draft depends on.
 * @throws AppError `not-found` when there is no such draft, or without `dialogue.edit` in its place
 */
export async function readOpening(ctx: Pick<Context, 'db' | 'actor'>, draftId: string): Promise<Opening> {
	const draft = await readDraft(ctx, draftId);
	await requirePermission(ctx, 'dialogue.edit', draft.placeCode);
	return {
		draft,
		plan: await readPlan(ctx, draftId),
		place: await readPlace(ctx, draft.placeCode),
		settings: await readPlaceSettings(ctx, draft.placeCode),
		asked: await readAsked(ctx, draft.placeCode)
	};
}
