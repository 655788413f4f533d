import {
	hasPermission,
	placesOfPermission,
	requirePermission
} from '#lib/accounts/server/require-permission.ts';
import { takesAnswers, type Dialogue } from '#lib/dialogues/dialogue.ts';
import { listDialogues } from '#lib/dialogues/server/list-dialogues.ts';
import { readDialogueByCode } from '#lib/dialogues/server/read-dialogue.ts';
import { readPlacesBelow } from '#lib/places/server/read-place-path.ts';
import type { Context } from '#lib/server/context.ts';
import type { NoteSum, TallySum } from '../field-sums.ts';
import { listCollections, type CollectionFilter } from './list-collections.ts';
import { sumNotes } from './list-notes.ts';
import { sumTallies } from './sum-tallies.ts';

type Reader = Pick<Context, 'db' | 'actor' | 'now'>;

/** The dialogues that are open where somebody may collect, and all their collections. */
export async function readCollecting(ctx: Reader) {
	const codes = placesOfPermission(ctx, 'answers.collect');
	const places = codes && new Set(await readPlacesBelow(ctx, codes));
	const dialogues = (await listDialogues(ctx)).filter(
		(dialogue) => (!places || places.has(dialogue.placeCode)) && takesAnswers(dialogue, ctx.now())
	);
	return { dialogues, collections: await listCollections(ctx) };
}

/**
 * A dialogue that somebody collects answers for.
 * @throws AppError `not-found` when there is none, or without the permission `answers.collect` in its place
 */
export async function readCollectedDialogue(
	ctx: Pick<Context, 'db' | 'actor'>,
	code: string
): Promise<Dialogue> {
	const dialogue = await readDialogueByCode(ctx, code);
	await requirePermission(ctx, 'answers.collect', dialogue.placeCode);
	return dialogue;
}

/** Sums of what was counted and noted, for those who may see results in a place; null for others. */
export async function readSums(
	ctx: Pick<Context, 'db' | 'actor'>,
	placeCode: string,
	filter: CollectionFilter
): Promise<{ tallies: TallySum; notes: NoteSum } | null> {
	if (!(await hasPermission(ctx, 'results.read', placeCode))) return null;
	return { tallies: await sumTallies(ctx, filter), notes: await sumNotes(ctx, filter) };
}
