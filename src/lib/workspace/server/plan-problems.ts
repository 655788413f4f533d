import { checkPlan } from '#lib/dialogues/check-plan.ts';
import type { Context } from '#lib/server/context.ts';
import { readOpening } from './read-opening.ts';

/** Fields of a plan in which nobody has chosen a day. */
const missing = [
	{ at: 'closesOn', code: 'no-closing' },
	{ at: 'resultsDueOn', code: 'no-results-date' },
	{ at: 'pledgesDueOn', code: 'no-pledges-date' }
];

/**
 * What stops a saved plan, field by field, for its form.
 * @throws AppError `not-found` as `readOpening`
 */
export async function planProblems(ctx: Context, draftId: string): Promise<{ at: string; code: string }[]> {
	const { draft, plan, place, settings } = await readOpening(ctx, draftId);
	return checkPlan(plan, { content: draft.content, place, settings, now: ctx.now() })
		.filter(({ severity }) => severity === 'block')
		.flatMap(({ at, code }) => (code === 'no-dates' ? missing : [{ at, code }]));
}
