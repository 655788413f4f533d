import type { Transaction } from 'kysely';
import type { PendingSheet } from '../../answers/server/commit-answers.ts';
import { isOnlyOne } from '../../answers/server/source-memory.ts';
import { takePending } from '../../answers/server/take-pending.ts';
import { isEachItsOwnSource, type Dialogue } from '../../dialogues/dialogue.ts';
import { dayOf } from '../../dialogues/period.ts';
import type { Question, QuestionnaireDefinition } from '../../questionnaire/question.ts';
import type { Context } from '../../server/context.ts';
import type { Database } from '../../server/db/database.ts';
import { randomId } from '../../server/random.ts';
import type { PlannedBlock } from '../split.ts';
import { histogramOf, withoutSources, type Histogram } from '../histogram.ts';
import { labelText } from '../label.ts';
import type { Chunk, SealedBlock } from '../ledger.ts';
import type { PooledSheet } from '../pool.ts';
import { canonicalJson, releaseHash } from '../release.ts';
import type { Curtain } from './curtain.ts';
import { writeJoinedRelease, type Released } from './joined-release.ts';
import { insertBlocks, insertFreeTexts, type BlockContents } from './block-store.ts';
import { addChannelCount, insertRelease, selectLastRelease } from './release-store.ts';

type Trx = Transaction<Database>;

export interface SealWork {
	ctx: Context;
	trx: Trx;
	dialogue: Dialogue;
	definition: QuestionnaireDefinition;
	curtain: Curtain;
}

/**
 * Where answers are told apart by network, the source of each sheet; null for one that is no cover for others: its
 * source has sent more than one, or a restart has forgotten it.
 */
function sourcesOf({ ctx, dialogue }: SealWork, sheets: PooledSheet[]): (string | null)[] | undefined {
	if (isEachItsOwnSource(dialogue)) return undefined;
	return sheets.map(({ source }) => (isOnlyOne(ctx.db, source) ? source : null));
}

function histogramsOf(work: SealWork, plan: PlannedBlock, sheets: PendingSheet[]): Record<string, Histogram> {
	const sources = sourcesOf(work, plan.sheets);
	const histogram = (question: Question) =>
		histogramOf(
			question,
			sheets.map(({ answers }) => answers[question.key]),
			sources
		);
	return Object.fromEntries(work.definition.questions.map((question) => [question.key, histogram(question)]));
}

/** What is kept of a block; what is known about sources only where a sensitive question needs it at closing. */
const keptHistograms = (
	questions: Question[],
	histograms: Record<string, Histogram>
): Record<string, Histogram> =>
	Object.fromEntries(
		questions.map(({ key, sensitive }) => [
			key,
			sensitive ? histograms[key]! : withoutSources(histograms[key]!)
		])
	);

interface Taken {
	sheets: Map<string, PendingSheet>;
	seq: number;
}

function blockContents(work: SealWork, plan: PlannedBlock, taken: Taken): BlockContents {
	const { ctx, dialogue } = work;
	const sheets = plan.sheets.map(({ id }) => taken.sheets.get(id)!);
	const id = randomId(ctx.random);
	return {
		block: {
			id,
			dialogueId: dialogue.id,
			label: labelText(plan.label),
			size: sheets.length,
			seq: taken.seq,
			counted: plan.tooSmall ? 0 : 1
		},
		sheets: sheets.map(({ answers }) => ({
			blockId: id,
			id: randomId(ctx.random),
			answers: work.curtain.hide(answers)
		})),
		histograms: histogramsOf(work, plan, sheets)
	};
}

async function countChannels({ trx, dialogue }: SealWork, sheets: Iterable<PendingSheet>): Promise<void> {
	const counts = new Map<string, number>();
	for (const { channel } of sheets) counts.set(channel, (counts.get(channel) ?? 0) + 1);
	for (const [channel, number] of [...counts].sort())
		await addChannelCount(trx, dialogue.id, { channel, sheets: number });
}

export interface SealedBlocks {
	blocks: SealedBlock[];
	seq: number;
	/** Hash of the release before. */
	previous: string;
	afterCommit: () => Promise<void>;
}

/**
 * Turns planned blocks into rows: pending sheets are taken, written under fresh random keys in key order, and
 * their texts go where nothing ties them to a sheet.
 */
export async function sealBlocks(
	work: SealWork,
	planned: PlannedBlock[],
	last: boolean
): Promise<SealedBlocks> {
	const { ctx, trx, dialogue, definition } = work;
	const ids = planned.flatMap(({ sheets }) => sheets.map(({ id }) => id));
	const taken = await takePending(trx, ctx, { dialogueId: dialogue.id, ids, last });
	const before = await selectLastRelease(trx, dialogue.id);
	const seq = (before?.seq ?? 0) + 1;
	const contents = planned.map((plan) => blockContents(work, plan, { sheets: taken.sheets, seq }));
	await insertBlocks(
		trx,
		contents.map((one) => ({ ...one, histograms: keptHistograms(definition.questions, one.histograms) })),
		work.curtain
	);
	await insertFreeTexts(
		trx,
		taken.texts.map(({ question, text }) => ({
			id: randomId(ctx.random),
			dialogueId: dialogue.id,
			questionKey: question,
			text: work.curtain.hide(text)
		}))
	);
	await countChannels(work, taken.sheets.values());
	const blocks = contents.map(({ block, histograms }, index) => ({
		label: block.label,
		size: block.size,
		histograms,
		...(planned[index]!.tooSmall ? { tooSmall: true as const } : {})
	}));
	return { blocks, seq, previous: before?.hash ?? '', afterCommit: taken.afterCommit };
}

/** What a release adds, in public words: sealed sheets per label, and the published chunks. */
function releaseContent(blocks: SealedBlock[], chunks: Chunk[], last: boolean): string {
	const sealed: Record<string, number> = {};
	for (const { label, size, tooSmall } of blocks) if (!tooSmall) sealed[label] = (sealed[label] ?? 0) + size;
	return canonicalJson({ sealed, published: chunks, last });
}

/** Adds the next link to the public chain, and one to the chain of the dialogue that this one joins. */
export async function writeRelease(
	work: SealWork,
	{ blocks, seq, previous }: SealedBlocks,
	{ chunks, last }: { chunks: Chunk[]; last: boolean }
): Promise<Released | undefined> {
	const { ctx, trx, dialogue } = work;
	const day = dayOf(ctx.now());
	const content = releaseContent(blocks, chunks, last);
	const hash = releaseHash(previous, { seq, day, content });
	await insertRelease(trx, { dialogueId: dialogue.id, seq, day, content, previous, hash });
	return writeJoinedRelease(work, { seq, hash });
}
