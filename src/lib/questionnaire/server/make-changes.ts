import type { Context } from '#lib/server/context.ts';
import type { Problem } from '#lib/server/problem.ts';
import type { Conflict, DraftChange } from '../draft-change.ts';
import type { Draft } from '../draft.ts';
import { changeDraft } from './change-draft.ts';
import { actorName } from './draft-actor.ts';
import { readDraft } from './read-draft.ts';

/** The draft after changes, and what they met. */
export interface MadeChanges {
	draft: Draft;
	/** `change` is the number of the change that met it, counted from 0. */
	conflicts: (Conflict & { change: number })[];
	problems: Problem[];
	/** The name of who had changed the draft last before; empty when that was the person themselves. */
	by: string;
}

/**
 * Makes changes of a draft one after the other, each as `changeDraft` does; one that meets somebody else's does not keep
 * those after it from being made.
 * @throws AppError `not-found` as `changeDraft`
 */
export async function makeChanges(
	ctx: Pick<Context, 'db' | 'now' | 'actor' | 'vault'>,
	{ id, changes }: { id: string; changes: readonly DraftChange[] }
): Promise<MadeChanges> {
	const draft = await readDraft(ctx, id);
	const by = draft.changedBy === actorName(ctx) ? '' : draft.changedBy;
	const made: MadeChanges = { draft, conflicts: [], problems: [], by };
	for (const [number, change] of changes.entries()) {
		const outcome = await changeDraft(ctx, { id, change });
		made.draft = outcome.draft;
		if (outcome.ok) continue;
		made.conflicts.push(...outcome.conflicts.map((conflict) => ({ ...conflict, change: number })));
		made.problems.push(...outcome.problems);
	}
	return made;
}
