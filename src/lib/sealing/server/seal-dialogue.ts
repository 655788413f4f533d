import { readDialogue } from '../../dialogues/server/read-dialogue.ts';
import { readQuestionnaire } from '../../questionnaire/server/read-questionnaire.ts';
import type { Context } from '../../server/context.ts';
import { emptyWriteAheadLog } from '../../server/db/checkpoint.ts';
import { chooseBlocks } from '../choose-blocks.ts';
import { labelText } from '../label.ts';
import { addBlocks } from '../ledger.ts';
import { rulesOf } from '../publish-rule.ts';
import type { PlannedBlock } from '../split.ts';
import { freshThresholds, type Thresholds } from '../threshold.ts';
import { curtainOf } from './curtain.ts';
import { lockForSeal, type Released } from './joined-release.ts';
import { countSealed, selectLedger, updateLedger } from './ledger-store.ts';
import { readPooledSheets } from './pooled-sheets.ts';
import { sealBlocks, writeRelease, type SealedBlocks, type SealWork } from './seal-blocks.ts';

/** What a seal made public. */
export interface NewRelease {
	seq: number;
	/** Where the dialogue joins another: the release that tells of it there. */
	joined: Released | undefined;
}

const thresholdMemory = new WeakMap<Context['db'], Map<string, Thresholds>>();

/** The secret draws of each dialogue, in memory only; drawn anew after a restart. */
function thresholdsOf(db: Context['db']): Map<string, Thresholds> {
	const memory = thresholdMemory.get(db) ?? new Map<string, Thresholds>();
	thresholdMemory.set(db, memory);
	return memory;
}

async function sealChosen(
	work: SealWork,
	planned: PlannedBlock[]
): Promise<SealedBlocks & { joined: Released | undefined }> {
	const { ctx, trx, dialogue, definition, curtain } = work;
	const scope = { dialogueId: dialogue.id, curtain };
	const sealed = await sealBlocks(work, planned, false);
	const labels = [...new Set(planned.map(({ label }) => labelText(label)))];
	const ledger = await selectLedger(trx, { ...scope, labels });
	const rules = rulesOf(definition.questions, dialogue.settings);
	const change = addBlocks(ledger, sealed.blocks, {
		rules,
		coin: dialogue.settings.coin,
		random: ctx.random
	});
	await updateLedger(trx, { ...scope, ledger, change });
	const joined = await writeRelease(work, sealed, { chunks: change.chunks, last: false });
	return { ...sealed, joined };
}

/**
 * Seals what the rules allow to be sealed now, in one transaction, and publishes what may be published.
 * @returns the new release, with that of the dialogue it joins, or null when nothing was sealed.
 * @throws AppError `not-found`.
 */
export async function sealDialogue(ctx: Context, dialogueId: string): Promise<NewRelease | null> {
	const dialogue = await readDialogue(ctx, dialogueId);
	const definition = await readQuestionnaire(ctx, dialogue);
	const { settings } = dialogue;
	const memory = thresholdsOf(ctx.db);
	const { thresholds, sealed } = await ctx.db.transaction().execute(async (trx) => {
		await lockForSeal(trx, dialogue);
		const work: SealWork = { ctx, trx, dialogue, definition, curtain: curtainOf(ctx, dialogueId) };
		const pool = await readPooledSheets(work);
		const sealedCount = await countSealed(trx, dialogueId);
		const present = memory.get(dialogueId) ?? freshThresholds();
		const choice = chooseBlocks({ pool, sealedCount, settings, thresholds: present }, ctx.random);
		const done = choice.blocks.length > 0 ? await sealChosen(work, choice.blocks) : null;
		return { thresholds: choice.thresholds, sealed: done };
	});
	memory.set(dialogueId, thresholds);
	if (!sealed) return null;
	await emptyWriteAheadLog(ctx.db);
	await sealed.afterCommit();
	return { seq: sealed.seq, joined: sealed.joined };
}
