import type { Transaction } from 'kysely';
import * as v from 'valibot';
import { requirePermission } from '#lib/accounts/server/require-permission.ts';
import type { Details } from '#lib/audit/event.ts';
import { recordEvent } from '#lib/audit/server/record-event.ts';
import { titleOf } from '#lib/questionnaire/draft-content.ts';
import type { Draft } from '#lib/questionnaire/draft.ts';
import { readDraft } from '#lib/questionnaire/server/read-draft.ts';
import type { Context } from '#lib/server/context.ts';
import type { Database } from '#lib/server/db/database.ts';
import { lock } from '#lib/server/db/lock.ts';
import type { Outcome, Problem } from '#lib/server/problem.ts';
import { planSchema } from '../plan-schema.ts';
import { emptyPlan } from '../plan-suggestion.ts';
import type { DialoguePlan } from '../plan.ts';
import type { Acting } from './move-dialogue.ts';
import { selectPlan, upsertPlan } from './plan-store.ts';

interface Input {
	draftId: string;
	/** What is left out stays as it is saved. */
	plan: Partial<Record<keyof DialoguePlan, unknown>>;
}

const problemOf = (issue: v.BaseIssue<unknown>): Problem => ({
	at: (v.getDotPath(issue) ?? '').split('.')[0]!,
	code: issue.message,
	detail: issue.message
});

/** The members that became another, as the log says them. */
function changed(plan: DialoguePlan, other: DialoguePlan): Details {
	const members = (Object.keys(plan) as (keyof DialoguePlan)[]).filter(
		(member) => JSON.stringify(plan[member]) !== JSON.stringify(other[member])
	);
	return Object.fromEntries(members.map((member) => [member, plan[member]]));
}

async function store(
	trx: Transaction<Database>,
	ctx: Pick<Context, 'now' | 'actor' | 'vault'>,
	{ draft, was, plan }: { draft: Draft; was: DialoguePlan; plan: DialoguePlan }
): Promise<void> {
	await upsertPlan(trx, draft.id, plan);
	const after = changed(plan, was);
	if (Object.keys(after).length === 0) return;
	await recordEvent(trx, ctx, {
		action: 'plan.saved',
		placeCode: draft.placeCode,
		subject: `draft:${draft.id}`,
		before: changed(was, plan),
		after: { title: titleOf(draft.content), ...after }
	});
}

/**
 * Saves how a draft is going to be asked, also unfinished: what is missing or in the wrong order is found by `checkPlan`.
 * @returns the whole plan, or what has the wrong form: `invalid-day`, `missing`, `unknown`
 * @throws AppError `not-found` when there is no such draft, or without `dialogue.edit` in its place
 */
export async function savePlan(
	ctx: Acting,
	{ draftId, plan: written }: Input
): Promise<Outcome<DialoguePlan>> {
	const { placeCode } = await readDraft(ctx, draftId);
	await requirePermission(ctx, 'dialogue.edit', placeCode);
	return ctx.db.transaction().execute(async (trx) => {
		await lock(trx, `draft ${draftId}`, 'exclusive');
		const draft = await readDraft({ ...ctx, db: trx }, draftId);
		const was = (await selectPlan(trx, draftId)) ?? emptyPlan();
		const parsed = v.safeParse(planSchema, { ...was, ...written });
		if (!parsed.success) return { ok: false, problems: parsed.issues.map(problemOf) };
		await store(trx, ctx, { draft, was, plan: parsed.output });
		return { ok: true, value: parsed.output };
	});
}
