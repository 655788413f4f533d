import { markClosed } from '../../dialogues/server/mark-closed.ts';
import { forgetDialogues } from '../../dialogues/server/dialogue-cache.ts';
import { readDialogue } from '../../dialogues/server/read-dialogue.ts';
import { readQuestionnaire } from '../../questionnaire/server/read-questionnaire.ts';
import type { Context } from '../../server/context.ts';
import { emptyWriteAheadLog } from '../../server/db/checkpoint.ts';
import { chooseClosingBlocks } from '../choose-blocks.ts';
import { addBlocks, closeLedger } from '../ledger.ts';
import { rulesOf } from '../publish-rule.ts';
import { selectSealedBlocks } from './block-store.ts';
import { curtainOf } from './curtain.ts';
import { lockForSeal, type Released } from './joined-release.ts';
import { selectLedger, updateLedger } from './ledger-store.ts';
import { readPooledSheets } from './pooled-sheets.ts';
import { sealBlocks, writeRelease, type SealedBlocks, type SealWork } from './seal-blocks.ts';
import type { NewRelease } from './seal-dialogue.ts';

async function sealTheRest(work: SealWork): Promise<SealedBlocks & { joined: Released | undefined }> {
	const { ctx, trx, dialogue, definition, curtain } = work;
	const scope = { dialogueId: dialogue.id, curtain };
	const planned = chooseClosingBlocks(
		{ pool: await readPooledSheets(work), settings: dialogue.settings },
		ctx.random
	);
	const sealed = await sealBlocks(work, planned, true);
	const ledger = await selectLedger(trx, scope);
	const rules = rulesOf(definition.questions, dialogue.settings);
	const options = { rules, coin: dialogue.settings.coin, random: ctx.random };
	const added = addBlocks(ledger, sealed.blocks, options);
	const sensitive = [...rules].filter(([, rule]) => rule.onlyAtClosing).map(([key]) => key);
	const sensitiveBlocks = await selectSealedBlocks(trx, scope, sensitive);
	const closed = closeLedger(ledger, { ...options, sensitiveBlocks });
	for (const change of [added, closed]) await updateLedger(trx, { ...scope, ledger, change });
	const chunks = [...added.chunks, ...closed.chunks];
	const joined = await writeRelease(work, sealed, { chunks, last: true });
	return { ...sealed, joined };
}

/**
 * Seals everything that is left of a closing dialogue, publishes what may be published, and closes it.
 * @returns the last release, with that of the dialogue it joins, or null when the dialogue was not closing.
 * @throws AppError `not-found`.
 */
export async function closeAndSeal(ctx: Context, dialogueId: string): Promise<NewRelease | null> {
	const dialogue = await readDialogue(ctx, dialogueId);
	const definition = await readQuestionnaire(ctx, dialogue);
	const sealed = await ctx.db.transaction().execute(async (trx) => {
		await lockForSeal(trx, dialogue);
		if (!(await markClosed(trx, dialogueId))) return null;
		return sealTheRest({ ctx, trx, dialogue, definition, curtain: curtainOf(ctx, dialogueId) });
	});
	if (!sealed) return null;
	forgetDialogues(ctx.db);
	await emptyWriteAheadLog(ctx.db);
	await sealed.afterCommit();
	return { seq: sealed.seq, joined: sealed.joined };
}
