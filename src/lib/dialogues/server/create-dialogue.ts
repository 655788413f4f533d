import { requirePermission } from '#lib/accounts/server/require-permission.ts';
import { recordEvent } from '#lib/audit/server/record-event.ts';
import { slugOf } from '#lib/format/slug.ts';
import type { Context } from '#lib/server/context.ts';
import type { Problem } from '#lib/server/problem.ts';
import { randomId } from '#lib/server/random.ts';
import { newCode } from '../code.ts';
import type { Dialogue } from '../dialogue.ts';
import type { NewDialogue } from '../new-dialogue.ts';
import { endOfDayInclusive, startOfDay } from '../period.ts';
import { checkNewDialogue } from './check-new-dialogue.ts';
import { insertDialogue } from './dialogue-store.ts';
import type { Acting } from './move-dialogue.ts';

const mostTries = 20;

/** A new dialogue that breaks a rule, given by code that promised a sound one. */
export class RefusedDialogueError extends Error {
	override name = 'RefusedDialogueError';
	readonly problems: Problem[];

	constructor(problems: Problem[]) {
		super(problems.map(({ at, code, detail }) => `${at}: ${code} (${detail})`).join('\n'));
		this.problems = problems;
	}
}

/** The first of `trygg-i-saffle`, `trygg-i-saffle-2`, … that the place has not used. */
async function freeSlug(ctx: Pick<Context, 'db'>, { placeCode, title }: NewDialogue): Promise<string> {
	const base = slugOf(title.sv) || 'dialog';
	const rows = await ctx.db
		.selectFrom('dialogue')
		.select('slug')
		.where('placeCode', '=', placeCode)
		.where('slug', 'like', `${base}%`)
		.execute();
	const used = new Set(rows.map(({ slug }) => slug));
	let slug = base;
	for (let number = 2; used.has(slug); number++) slug = `${base}-${number}`;
	return slug;
}

const draftOf = (input: NewDialogue, identity: Pick<Dialogue, 'id' | 'code' | 'slug'>): Dialogue => ({
	id: identity.id,
	code: identity.code,
	placeCode: input.placeCode,
	slug: identity.slug,
	kind: input.kind,
	state: 'draft',
	title: input.title,
	questionnaireId: input.questionnaireId,
	version: input.version,
	opensAt: startOfDay(input.opensOn),
	closesAt: input.closesOn === null ? null : endOfDayInclusive(input.closesOn),
	resultsDueOn: input.resultsDueOn,
	pledgesDueOn: input.pledgesDueOn,
	channels: input.channels,
	languages: input.languages,
	settings: input.settings,
	entry: input.entry ?? 'open'
});

const insertWithEvent = (ctx: Acting, draft: Dialogue): Promise<boolean> =>
	ctx.db.transaction().execute(async (trx) => {
		if (!(await insertDialogue(trx, draft))) return false;
		await recordEvent(trx, ctx, {
			action: 'dialogue.created',
			placeCode: draft.placeCode,
			subject: `dialogue:${draft.id}`,
			after: { title: draft.title.sv, crowd: draft.settings.crowd, insiders: draft.settings.insiders }
		});
		return true;
	});

/**
 * Creates a draft with a code and an address of its own, from what checkNewDialogue has passed.
 * @throws AppError `not-found` without permission; RefusedDialogueError when the input breaks a rule
 */
export async function createDialogue(
	ctx: Acting & Pick<Context, 'random'>,
	input: NewDialogue
): Promise<Dialogue> {
	await requirePermission(ctx, 'dialogue.edit', input.placeCode);
	const checked = await checkNewDialogue(ctx, input);
	if (!checked.ok) throw new RefusedDialogueError(checked.problems);
	for (let attempt = 0; attempt < mostTries; attempt++) {
		const identity = {
			id: randomId(ctx.random),
			code: newCode(ctx.random),
			slug: await freeSlug(ctx, checked.value)
		};
		const draft = draftOf(checked.value, identity);
		if (await insertWithEvent(ctx, draft)) return draft;
	}
	throw new Error('no free code or address for a dialogue');
}
