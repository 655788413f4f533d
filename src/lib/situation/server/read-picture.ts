import { hasPermission, requirePermission } from '#lib/accounts/server/require-permission.ts';
import { AppError } from '#lib/server/app-error.ts';
import type { Context } from '#lib/server/context.ts';
import type { Evidence } from '../evidence.ts';
import type { Picture, Section, Signature, Snapshot } from '../picture.ts';
import { isTakenDown } from '../quote.ts';
import { selectEvidenceByIds } from './evidence-store.ts';
import { makeSnapshot } from './make-snapshot.ts';
import {
	selectPicture,
	selectPictures,
	selectSections,
	selectSignatures,
	selectSnapshot
} from './picture-store.ts';
import { shownEvidence } from './shown-evidence.ts';

type Reading = Pick<Context, 'db' | 'actor'>;

/** A picture with what it shows: while it is written, what it would show now. */
export interface ShownPicture {
	picture: Picture;
	snapshot: Snapshot;
	signatures: Signature[];
}

/**
 * A picture that exists, for those who work with it.
 * @throws AppError `not-found` when there is none, or without `results.read` in its place
 */
export async function requirePicture(ctx: Reading, id: string): Promise<Picture> {
	const picture = await selectPicture(ctx.db, id);
	if (!picture) throw new AppError('not-found', 'no such picture');
	await requirePermission(ctx, 'results.read', picture.placeCode);
	return picture;
}

/**
 * What was taken back since a version was frozen is marked; its figures stay. A quote that was taken down at the desk of
 * texts loses its words here too: nobody can say that it was not for somebody's personal data.
 */
async function withWithdrawn(ctx: Pick<Context, 'db'>, evidence: readonly Evidence[]): Promise<Evidence[]> {
	const stored = await selectEvidenceByIds(
		ctx.db,
		evidence.map(({ id }) => id)
	);
	const now = new Map((await shownEvidence(ctx, stored)).map((one) => [one.id, one]));
	return evidence.map((then) => {
		const one = now.get(then.id);
		return one && isTakenDown(one) ? one : { ...then, withdrawn: one?.withdrawn ?? false };
	});
}

async function shown(ctx: Pick<Context, 'db'>, picture: Picture): Promise<ShownPicture> {
	const frozen = await selectSnapshot(ctx.db, picture.id);
	const snapshot = frozen
		? { ...frozen, evidence: await withWithdrawn(ctx, frozen.evidence) }
		: await makeSnapshot(ctx, picture);
	const signatures = (await selectSignatures(ctx.db, picture.id)).map(({ side, title, signedOn }) => ({
		...{ side, title, signedOn }
	}));
	return { picture, snapshot, signatures };
}

/** A picture as the workspace shows it. */
export interface WorkPicture extends ShownPicture {
	sections: Section[];
	may: { edit: boolean; sign: boolean };
	/** Whether who asks has signed it already. */
	signedByMe: boolean;
}

/**
 * A picture with its sections, for staff.
 * @throws AppError `not-found` when there is none, or without `results.read` in its place
 */
export async function readPicture(ctx: Reading, id: string): Promise<WorkPicture> {
	const picture = await requirePicture(ctx, id);
	const signed = await selectSignatures(ctx.db, id);
	const { actor } = ctx;
	return {
		...(await shown(ctx, picture)),
		sections: await selectSections(ctx.db, id),
		may: {
			edit: await hasPermission(ctx, 'situation.edit', picture.placeCode),
			sign: await hasPermission(ctx, 'situation.sign', picture.placeCode)
		},
		signedByMe: actor.kind === 'staff' && signed.some(({ personId }) => personId === actor.personId)
	};
}

/**
 * The pictures of a place, drafts first and then the latest version first.
 * @throws AppError `not-found` without `results.read` there
 */
export async function listPictures(ctx: Reading, placeCode: string): Promise<Picture[]> {
	await requirePermission(ctx, 'results.read', placeCode);
	return selectPictures(ctx.db, placeCode);
}

/** The published versions of a place's picture, the latest first; everybody may know of them. */
export async function listPublishedPictures(
	ctx: Pick<Context, 'db'>,
	placeCode: string
): Promise<(Picture & { number: number; publishedOn: string })[]> {
	const pictures = await selectPictures(ctx.db, placeCode);
	return pictures.flatMap((picture) => {
		const { number, publishedOn, state } = picture;
		return state === 'published' && number !== null && publishedOn !== null
			? [{ ...picture, number, publishedOn }]
			: [];
	});
}

/**
 * A published version, or the latest.
 * @throws AppError `not-found` when there is none; what is not published looks as if it were not there
 */
export async function readPublishedPicture(
	ctx: Pick<Context, 'db'>,
	{ placeCode, number }: { placeCode: string; number?: number }
): Promise<ShownPicture & { picture: { number: number; publishedOn: string } }> {
	const published = await listPublishedPictures(ctx, placeCode);
	const picture = number === undefined ? published[0] : published.find((one) => one.number === number);
	if (!picture) throw new AppError('not-found', 'no published picture');
	return { ...(await shown(ctx, picture)), picture };
}

/** The latest published version that speaks of a dialogue; null when there is none. */
export async function readPictureOfDialogue(
	ctx: Pick<Context, 'db'>,
	{ placeCode, code }: { placeCode: string; code: string }
): Promise<{ number: number; title: string } | null> {
	const published = await listPublishedPictures(ctx, placeCode);
	const found = published.find(({ dialogueCodes }) => dialogueCodes.includes(code));
	return found ? { number: found.number, title: found.title } : null;
}
