import { AppError } from '#lib/server/app-error.ts';
import type { Context } from '#lib/server/context.ts';
import type { Dialogue } from '../dialogue.ts';
import { readThroughCache } from './dialogue-cache.ts';
import { dialogueOf, selectDialogues } from './dialogue-store.ts';
import type { DialogueRow } from './tables.ts';

const missing = () => new AppError('not-found', 'no such dialogue');

function publicDialogue(row: DialogueRow | undefined): Dialogue {
	if (!row || row.state === 'draft') throw missing();
	return dialogueOf(row);
}

/** One that people find by themselves: not a part of a meeting. */
function dialogueOfItsOwn(dialogue: Dialogue): Dialogue {
	if (dialogue.partOf !== null) throw missing();
	return dialogue;
}

/**
 * The dialogue with a code, or the part of a meeting, for programs and for who answers there; as fresh as by code.
 * @throws AppError `not-found`, also for a draft
 */
export const readDialogueOrPart = (ctx: Pick<Context, 'db'>, code: string): Promise<Dialogue> =>
	readThroughCache(ctx.db, code, async () =>
		publicDialogue(await selectDialogues(ctx.db).where('code', '=', code).executeTakeFirst())
	);

/**
 * The dialogue with a six-digit code. An open one may be up to a second old: ask `takesAnswers` before counting an
 * answer.
 * @throws AppError `not-found`, also for a draft and for a part of a meeting
 */
export const readDialogueByCode = async (ctx: Pick<Context, 'db'>, code: string): Promise<Dialogue> =>
	dialogueOfItsOwn(await readDialogueOrPart(ctx, code));

/**
 * The dialogue at a public address; as fresh as by code.
 * @throws AppError `not-found`, also for a draft
 */
export const readDialogueByAddress = (
	ctx: Pick<Context, 'db'>,
	{ placeCode, slug }: Pick<Dialogue, 'placeCode' | 'slug'>
): Promise<Dialogue> =>
	readThroughCache(ctx.db, `${placeCode}/${slug}`, async () =>
		publicDialogue(
			await selectDialogues(ctx.db)
				.where('placeCode', '=', placeCode)
				.where('slug', '=', slug)
				.where('partOf', 'is', null)
				.executeTakeFirst()
		)
	);

/**
 * The dialogue as the database has it now, drafts as well; for those who work with it.
 * @throws AppError `not-found`
 */
export async function readDialogue(ctx: Pick<Context, 'db'>, id: string): Promise<Dialogue> {
	const row = await selectDialogues(ctx.db).where('id', '=', id).executeTakeFirst();
	if (!row) throw missing();
	return dialogueOf(row);
}
