import { changeDraft } from '#lib/questionnaire/server/change-draft.ts';
import { readDraft } from '#lib/questionnaire/server/read-draft.ts';
import { chosenGroups, withGroups } from '#lib/questionnaire/target-groups.ts';
import type { Context } from '#lib/server/context.ts';
import type { Outcome } from '#lib/server/problem.ts';

const leastGroups = 2;

/**
 * Makes these the groups that a draft asks people to choose between; none takes the question away.
 * @returns `too-few` for a single group, `conflict` when somebody else changed the background at the same time
 * @throws AppError `not-found` when there is no such draft, or without `questionnaire.edit` in its place
 */
export async function saveTargetGroups(
	ctx: Context,
	{ draftId, groups }: { draftId: string; groups: readonly string[] }
): Promise<Outcome<null>> {
	const { content } = await readDraft(ctx, draftId);
	const base = content.background;
	const next = withGroups(base, groups);
	const chosen = chosenGroups(next);
	const refused = (code: string, detail: string): Outcome<null> => ({
		ok: false,
		problems: [{ at: 'groups', code, detail }]
	});
	if (chosen.length > 0 && chosen.length < leastGroups)
		return refused('too-few', 'one group alone is nothing to choose between');
	if (chosenGroups(base).join() === chosen.join()) return { ok: true, value: null };
	const changed = await changeDraft(ctx, { id: draftId, change: { kind: 'background', base, next } });
	return changed.ok
		? { ok: true, value: null }
		: refused('conflict', 'somebody else changed the groups at the same time');
}
