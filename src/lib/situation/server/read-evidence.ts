import type { Transaction } from 'kysely';
import { hasPermission, requirePermission } from '#lib/accounts/server/require-permission.ts';
import { AppError } from '#lib/server/app-error.ts';
import { dayOf } from '#lib/dialogues/period.ts';
import type { Context } from '#lib/server/context.ts';
import type { Database } from '#lib/server/db/database.ts';
import type { AnswerOption, Evidence } from '../evidence.ts';
import {
	insertPublicEvidence,
	selectEvidence,
	selectEvidenceByIds,
	selectEvidenceOfAnswer,
	selectEvidenceOfPlace,
	selectFile,
	selectPublicIds
} from './evidence-store.ts';
import { shownEvidence } from './shown-evidence.ts';

const mayRead = async (ctx: Pick<Context, 'db' | 'actor'>, { id, placeCode }: Evidence): Promise<boolean> =>
	(await selectPublicIds(ctx.db, [id])).has(id) || (await hasPermission(ctx, 'results.read', placeCode));

/**
 * One piece of evidence: everybody's once something published rests on it, before that for staff only.
 * @throws AppError `not-found`
 */
export async function readEvidence(ctx: Pick<Context, 'db' | 'actor'>, id: string): Promise<Evidence> {
	const evidence = await selectEvidence(ctx.db, id);
	if (!evidence || !(await mayRead(ctx, evidence))) throw new AppError('not-found', 'no such evidence');
	return (await shownEvidence(ctx, [evidence]))[0]!;
}

/** Those of the ids that who asks may read, in their order. */
export async function readEvidenceOf(
	ctx: Pick<Context, 'db' | 'actor'>,
	ids: readonly string[]
): Promise<Evidence[]> {
	const found = await selectEvidenceByIds(ctx.db, ids);
	const shown = await Promise.all(found.map((evidence) => mayRead(ctx, evidence)));
	return shownEvidence(
		ctx,
		found.filter((_, index) => shown[index])
	);
}

/**
 * All evidence of a place, taken last first; withdrawn evidence too.
 * @throws AppError `not-found` without `results.read` there
 */
export async function listEvidence(
	ctx: Pick<Context, 'db' | 'actor'>,
	{ placeCode }: { placeCode: string }
): Promise<Evidence[]> {
	await requirePermission(ctx, 'results.read', placeCode);
	return shownEvidence(ctx, await selectEvidenceOfPlace(ctx.db, placeCode));
}

/** The public evidence that shows an answer: the first step from what people said to what came of it. */
export async function listEvidenceOfAnswer(
	ctx: Pick<Context, 'db'>,
	about: AnswerOption
): Promise<Evidence[]> {
	const found = await selectEvidenceOfAnswer(ctx.db, about);
	const open = await selectPublicIds(
		ctx.db,
		found.map(({ id }) => id)
	);
	return shownEvidence(
		ctx,
		found.filter(({ id }) => open.has(id))
	);
}

/**
 * The document of a piece of evidence.
 * @throws AppError `not-found` as `readEvidence`, and when it has none
 */
export async function readEvidenceFile(
	ctx: Pick<Context, 'db' | 'actor'>,
	id: string
): Promise<{ mediaType: string; name: string; content: Buffer }> {
	await readEvidence(ctx, id);
	const file = await selectFile(ctx.db, id);
	if (!file) throw new AppError('not-found', 'no document');
	const { mediaType, name, content } = file;
	return { mediaType, name, content };
}

/**
 * Lets everybody read evidence, as part of a command that publishes what rests on it; for good, since what was published
 * stays traceable.
 */
export const publishEvidence = (
	trx: Transaction<Database>,
	ctx: Pick<Context, 'now'>,
	ids: readonly string[]
): Promise<void> => insertPublicEvidence(trx, ids, dayOf(ctx.now()));
