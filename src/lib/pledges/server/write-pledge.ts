import { requirePermission } from '#lib/accounts/server/require-permission.ts';
import { recordEvent } from '#lib/audit/server/record-event.ts';
import { readPlace } from '#lib/places/server/read-place.ts';
import { AppError } from '#lib/server/app-error.ts';
import type { Outcome } from '#lib/server/problem.ts';
import { randomId } from '#lib/server/random.ts';
import { emptyPledge, type Pledge, type PledgeContent } from '../pledge.ts';
import { parsePledgeParts } from '../pledge-schema.ts';
import { actorId, problem, requirePledge, type Acting } from './acting.ts';
import { selectAgreements } from './agreement-store.ts';
import { evidenceProblems } from './check-evidence.ts';
import { replaceActivities } from './activity-store.ts';
import { deleteAgreed } from './approval-store.ts';
import {
	contentColumns,
	deletePledge,
	insertPledge,
	lockPledge,
	replaceEvidence,
	selectPledge,
	updatePledge
} from './pledge-store.ts';

export interface NewPledge {
	/** A municipality. */
	placeCode: string;
	content?: Partial<PledgeContent>;
	/** Made up for a demonstration. */
	example?: boolean;
}

/**
 * Begins a pledge.
 * @returns the draft, or what is wrong with what is written already
 * @throws AppError `not-found` without `pledge.edit` there, and for a place that is no municipality
 */
export async function createPledge(ctx: Acting, input: NewPledge): Promise<Outcome<Pledge>> {
	const { placeCode, example = false } = input;
	await requirePermission(ctx, 'pledge.edit', placeCode);
	const parts = parsePledgeParts(input.content ?? {});
	if (!parts.ok) return parts;
	if ((await readPlace(ctx, placeCode)).slug === null) throw new AppError('not-found');
	const content = { ...emptyPledge(), ...parts.value };
	const wrong = (await evidenceProblems(ctx, content.evidenceIds)).filter(({ code }) => code === 'unknown');
	if (wrong.length > 0) return { ok: false, problems: wrong };
	const id = randomId(ctx.random);
	await ctx.db.transaction().execute(async (trx) => {
		await insertPledge(trx, {
			...contentColumns(content),
			...{ id, placeCode, slug: null, state: 'draft', revision: 1, agreementId: null },
			...{ outcome: null, publishedOn: null, example: example ? 1 : 0 },
			...{ changedAt: ctx.now().getTime(), changedBy: actorId(ctx) }
		});
		await replaceActivities(trx, id, content.activities);
		await replaceEvidence(trx, id, content.evidenceIds);
		const after = { title: content.title };
		await recordEvent(trx, ctx, { action: 'pledge.created', placeCode, subject: `pledge:${id}`, after });
	});
	return { ok: true, value: (await selectPledge(ctx.db, id))! };
}

export interface PledgeChange {
	id: string;
	/** The revision that its author had in front of them. */
	revision: number;
	parts: Partial<PledgeContent>;
	/** Left out: unchanged. */
	agreementId?: string | null;
}

/**
 * Changes what a pledge says before it is published. What both sides had agreed on is taken back: it was another text.
 * @returns the pledge, or problems; `changed-meanwhile` when somebody else was quicker
 * @throws AppError `not-found` without `pledge.edit`, and for a published pledge: that is corrected instead
 */
export async function changePledge(ctx: Acting, change: PledgeChange): Promise<Outcome<Pledge>> {
	const { id, revision, agreementId } = change;
	const { placeCode } = await requirePledge(ctx, id, 'pledge.edit');
	const parts = parsePledgeParts(change.parts);
	if (!parts.ok) return parts;
	const wrong = await evidenceProblems(ctx, parts.value.evidenceIds ?? []);
	if (wrong.some(({ code }) => code === 'unknown')) return { ok: false, problems: wrong };
	if (agreementId && (await selectAgreements(ctx.db, { placeCode, id: agreementId })).length === 0)
		return problem('agreement', 'unknown');
	return ctx.db.transaction().execute(async (trx): Promise<Outcome<Pledge>> => {
		await lockPledge(trx, id);
		const pledge = (await selectPledge(trx, id))!;
		if (pledge.state === 'published') throw new AppError('not-found');
		if (pledge.revision !== revision) return problem('', 'changed-meanwhile');
		const content = { ...pledge, ...parts.value };
		await deleteAgreed(trx, id);
		await replaceActivities(trx, id, content.activities);
		await replaceEvidence(trx, id, content.evidenceIds);
		await updatePledge(trx, id, {
			...contentColumns(content),
			...{ state: 'draft', revision: revision + 1 },
			...(agreementId !== undefined && { agreementId }),
			...{ changedAt: ctx.now().getTime(), changedBy: actorId(ctx) }
		});
		await recordEvent(trx, ctx, {
			action: 'pledge.changed',
			placeCode,
			subject: `pledge:${id}`,
			after: { title: content.title, parts: Object.keys(parts.value) }
		});
		return { ok: true, value: (await selectPledge(trx, id))! };
	});
}

/**
 * Throws a draft away.
 * @throws AppError `not-found` without `pledge.edit`, and for a published pledge, which stays
 */
export async function deletePledgeDraft(ctx: Acting, id: string): Promise<void> {
	const { placeCode, title } = await requirePledge(ctx, id, 'pledge.edit');
	await ctx.db.transaction().execute(async (trx) => {
		await lockPledge(trx, id);
		if ((await selectPledge(trx, id))?.state === 'published') throw new AppError('not-found');
		await deletePledge(trx, id);
		const before = { title, state: 'draft' };
		await recordEvent(trx, ctx, { action: 'pledge.changed', placeCode, subject: `pledge:${id}`, before });
	});
}
