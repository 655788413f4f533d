import * as v from 'valibot';
import { requirePermission, requireStaff } from '#lib/accounts/server/require-permission.ts';
import { recordEvent } from '#lib/audit/server/record-event.ts';
import { dayOf } from '#lib/dialogues/period.ts';
import { AppError } from '#lib/server/app-error.ts';
import type { Context } from '#lib/server/context.ts';
import { lock } from '#lib/server/db/lock.ts';
import type { Outcome, Problem } from '#lib/server/problem.ts';
import { freezeProblems } from '../freeze-check.ts';
import { sides, type Picture, type Side } from '../picture.ts';
import { makeSnapshot } from './make-snapshot.ts';
import { parseInput } from './parse-input.ts';
import {
	insertSignature,
	selectNextNumber,
	selectPicture,
	selectSignatures,
	selectSnapshot,
	updateFrozen,
	updateState
} from './picture-store.ts';
import { publishEvidence } from './read-evidence.ts';
import { requirePicture } from './read-picture.ts';

const refused = (at: string, code: string): { ok: false; problems: Problem[] } => ({
	ok: false,
	problems: [{ at, code, detail: code }]
});

const lockPictures = (trx: Parameters<typeof lock>[0], { placeCode }: Picture) =>
	lock(trx, `pictures of ${placeCode}`, 'exclusive');

/**
 * Freezes a draft as the place's next version: from now on nothing in it changes, and two sides can sign it.
 * @returns the version, or what is missing (`FreezeCode`)
 * @throws AppError `not-found` without `situation.edit` in its place; `not-open` when it is frozen already
 */
export async function freezePicture(ctx: Context, id: string): Promise<Outcome<Picture>> {
	const picture = await requirePicture(ctx, id);
	const { placeCode } = picture;
	await requirePermission(ctx, 'situation.edit', placeCode);
	return ctx.db.transaction().execute(async (trx) => {
		await lock(trx, `picture ${id}`, 'exclusive');
		await lockPictures(trx, picture);
		const now = await selectPicture(trx, id);
		if (now?.state !== 'draft') throw new AppError('not-open', 'the picture is frozen already');
		const snapshot = await makeSnapshot({ db: trx }, now);
		const missing = freezeProblems(snapshot);
		if (missing.length > 0)
			return { ok: false, problems: missing.map((code) => ({ at: '', code, detail: code })) };
		const number = await selectNextNumber(trx, placeCode);
		const frozenOn = dayOf(ctx.now());
		await updateFrozen(trx, id, { number, snapshot, frozenOn });
		await recordEvent(trx, ctx, {
			...{ action: 'picture.changed', placeCode, subject: `picture:${id}` },
			after: { title: now.title, version: number, state: 'frozen' }
		});
		return { ok: true, value: { ...now, number, frozenOn, state: 'frozen' } };
	});
}

const signInput = v.strictObject({
	id: v.string(),
	side: v.picklist(sides, 'missing'),
	title: v.pipe(v.string(), v.trim(), v.nonEmpty('missing'), v.maxLength(120, 'too-long'))
});

/**
 * Stands for a frozen version, for the police or for the municipality: one person for each.
 * @returns the side, or `missing`, `too-long`, `side taken`, `side same-person`
 * @throws AppError `not-found` without `situation.sign` in its place; `not-open` when it is not waiting for signatures
 */
export async function signPicture(
	ctx: Context,
	input: v.InferInput<typeof signInput>
): Promise<Outcome<Side>> {
	const picture = await requirePicture(ctx, input.id);
	const { placeCode } = picture;
	await requirePermission(ctx, 'situation.sign', placeCode);
	const { personId } = requireStaff(ctx);
	const parsed = parseInput(signInput, input);
	if (!parsed.ok) return parsed;
	const { id, side, title } = parsed.value;
	return ctx.db.transaction().execute(async (trx) => {
		await lock(trx, `picture ${id}`, 'exclusive');
		if ((await selectPicture(trx, id))?.state !== 'frozen')
			throw new AppError('not-open', 'it is not frozen');
		const signed = await selectSignatures(trx, id);
		if (signed.some((one) => one.side === side)) return refused('side', 'taken');
		if (signed.some((one) => one.personId === personId)) return refused('side', 'same-person');
		await insertSignature(trx, { pictureId: id, side, personId, title, signedOn: dayOf(ctx.now()) });
		await recordEvent(trx, ctx, {
			...{ action: 'picture.signed', placeCode, subject: `picture:${id}` },
			after: { title: picture.title, side }
		});
		return { ok: true, value: side };
	});
}

/**
 * Publishes a version that both sides have signed; everything it rests on becomes readable with it.
 * @returns the version, or `unsigned`
 * @throws AppError `not-found` without `situation.sign` in its place; `not-open` when it is not frozen
 */
export async function publishPicture(ctx: Context, id: string): Promise<Outcome<Picture>> {
	const picture = await requirePicture(ctx, id);
	const { placeCode } = picture;
	await requirePermission(ctx, 'situation.sign', placeCode);
	return ctx.db.transaction().execute(async (trx) => {
		await lock(trx, `picture ${id}`, 'exclusive');
		const now = await selectPicture(trx, id);
		const snapshot = await selectSnapshot(trx, id);
		if (now?.state !== 'frozen' || !snapshot) throw new AppError('not-open', 'it is not frozen');
		if ((await selectSignatures(trx, id)).length < sides.length) return refused('', 'unsigned');
		const publishedOn = dayOf(ctx.now());
		await updateState(trx, id, { state: 'published', publishedOn });
		await publishEvidence(
			trx,
			ctx,
			snapshot.evidence.map((evidence) => evidence.id)
		);
		await recordEvent(trx, ctx, {
			...{ action: 'picture.published', placeCode, subject: `picture:${id}` },
			after: { title: now.title, version: now.number }
		});
		return { ok: true, value: { ...now, state: 'published', publishedOn } };
	});
}

/**
 * Gives a frozen version up before it is published.
 * @throws AppError `not-found` without `situation.edit` in its place; `not-open` when it is not frozen
 */
export async function dropPicture(ctx: Context, id: string): Promise<void> {
	const { placeCode, title } = await requirePicture(ctx, id);
	await requirePermission(ctx, 'situation.edit', placeCode);
	await ctx.db.transaction().execute(async (trx) => {
		await lock(trx, `picture ${id}`, 'exclusive');
		if ((await selectPicture(trx, id))?.state !== 'frozen')
			throw new AppError('not-open', 'it is not frozen');
		await updateState(trx, id, { state: 'dropped', publishedOn: null });
		await recordEvent(trx, ctx, {
			...{ action: 'picture.changed', placeCode, subject: `picture:${id}` },
			after: { title, state: 'dropped' }
		});
	});
}
