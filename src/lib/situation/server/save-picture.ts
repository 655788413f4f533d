import * as v from 'valibot';
import { requirePermission } from '#lib/accounts/server/require-permission.ts';
import { recordEvent } from '#lib/audit/server/record-event.ts';
import { isDay } from '#lib/dialogues/period.ts';
import { AppError } from '#lib/server/app-error.ts';
import type { Context } from '#lib/server/context.ts';
import { lock } from '#lib/server/db/lock.ts';
import type { Outcome, Problem } from '#lib/server/problem.ts';
import { blocksInput } from '../block-input.ts';
import type { Block, Picture, Section, SectionKey } from '../picture.ts';
import { selectProblems } from './choice-store.ts';
import { selectEvidenceByIds } from './evidence-store.ts';
import { parseInput } from './parse-input.ts';
import { selectPicture, selectSections, updatePicture, updateSection } from './picture-store.ts';
import { requirePicture } from './read-picture.ts';

const day = v.pipe(
	v.string(),
	v.check((text) => isDay(text), 'invalid-day')
);
const aboutInput = v.pipe(
	v.strictObject({
		title: v.pipe(v.string(), v.trim(), v.nonEmpty('missing'), v.maxLength(120, 'too-long')),
		from: day,
		to: day,
		problemIds: v.pipe(v.array(v.string()), v.maxLength(40, 'too-many'))
	}),
	v.forward(
		v.check(({ from, to }) => to >= from, 'before-start'),
		['to']
	)
);

/**
 * Makes sure that the picture is there, that it is still a draft, and that who acts may write in it.
 * @throws AppError `not-found` without `situation.edit` in its place; `not-open` when it is frozen
 */
export async function requireDraft(ctx: Context, id: string): Promise<Picture> {
	const picture = await requirePicture(ctx, id);
	await requirePermission(ctx, 'situation.edit', picture.placeCode);
	if (picture.state !== 'draft') throw new AppError('not-open', 'the picture is frozen');
	return picture;
}

/**
 * Changes a draft's title, period and problems.
 * @returns the picture, or `missing`, `too-long`, `invalid-day`, `to before-start`
 * @throws AppError `not-found` without `situation.edit` in its place; `not-open` when it is frozen
 */
export async function savePicture(
	ctx: Context,
	{ id, ...written }: { id: string } & v.InferInput<typeof aboutInput>
): Promise<Outcome<Picture>> {
	const picture = await requireDraft(ctx, id);
	const parsed = parseInput(aboutInput, written);
	if (!parsed.ok) return parsed;
	const known = new Set((await selectProblems(ctx.db, picture.placeCode)).map((problem) => problem.id));
	const problemIds = parsed.value.problemIds.filter((one) => known.has(one));
	const changed: Picture = { ...picture, ...parsed.value, problemIds };
	await ctx.db.transaction().execute(async (trx) => {
		await updatePicture(trx, changed);
		await recordEvent(trx, ctx, {
			...{ action: 'picture.changed', placeCode: picture.placeCode, subject: `picture:${id}` },
			after: { title: changed.title }
		});
	});
	return { ok: true, value: changed };
}

interface SectionInput {
	pictureId: string;
	section: SectionKey;
	/** The revision that who writes saw. */
	revision: number;
	blocks: unknown;
}

const changedMeanwhile: { ok: false; problems: Problem[] } = {
	ok: false,
	problems: [{ at: '', code: 'changed-meanwhile', detail: 'somebody else changed the section' }]
};

const typedQuote: { ok: false; problems: Problem[] } = {
	ok: false,
	problems: [{ at: '', code: 'quote-typed', detail: 'quotes are picked, not written' }]
};

/** The new blocks with the quotes that stood there already, word for word; undefined when one is new. */
function withQuotesOf(before: readonly Block[], blocks: readonly Block[]): Block[] | undefined {
	const kept = blocks.map((block) =>
		block.kind === 'quote' ? before.find(({ id, kind }) => id === block.id && kind === 'quote') : block
	);
	return kept.every((block) => block !== undefined) ? kept : undefined;
}

/**
 * Writes a section, if nobody else has meanwhile: two people never overwrite each other.
 * @returns the section as saved, or `changed-meanwhile`, `too-long`, `too-many`, `unknown-evidence`, `quote-typed`
 * @throws AppError `not-found` without `situation.edit` in its place; `not-open` when the picture is frozen
 */
export async function saveSection(ctx: Context, input: SectionInput): Promise<Outcome<Section>> {
	const { placeCode } = await requireDraft(ctx, input.pictureId);
	const parsed = parseInput(blocksInput, input.blocks);
	if (!parsed.ok) return parsed;
	const blocks = parsed.value;
	const ids = blocks.flatMap((block) => (block.kind === 'evidence' ? block.evidenceId : []));
	const found = await selectEvidenceByIds(ctx.db, ids);
	if (found.length < new Set(ids).size || found.some((one) => one.placeCode !== placeCode))
		return { ok: false, problems: [{ at: '', code: 'unknown-evidence', detail: 'no such evidence' }] };
	return ctx.db.transaction().execute(async (trx) => {
		await lock(trx, `picture ${input.pictureId}`, 'exclusive');
		const now = await selectPicture(trx, input.pictureId);
		if (now?.state !== 'draft') throw new AppError('not-open', 'the picture is frozen');
		const before = (await selectSections(trx, input.pictureId)).find(({ key }) => key === input.section)!;
		const kept = withQuotesOf(before.blocks, blocks);
		if (!kept) return typedQuote;
		const section: Section = { key: input.section, revision: input.revision, blocks: kept };
		if (!(await updateSection(trx, input.pictureId, section))) return changedMeanwhile;
		await recordEvent(trx, ctx, {
			...{ action: 'picture.changed', placeCode, subject: `picture:${input.pictureId}` },
			after: { title: now.title }
		});
		return { ok: true, value: { ...section, revision: section.revision + 1 } };
	});
}

/**
 * One section of a picture as it is now.
 * @throws AppError `not-found` when there is none, or without `situation.edit` in its place
 */
export async function readSection(
	ctx: Context,
	{ pictureId, key }: { pictureId: string; key: SectionKey }
): Promise<{ picture: Picture; section: Section }> {
	const picture = await requirePicture(ctx, pictureId);
	await requirePermission(ctx, 'situation.edit', picture.placeCode);
	const sections = await selectSections(ctx.db, pictureId);
	return { picture, section: sections.find((section) => section.key === key)! };
}
