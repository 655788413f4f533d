import type { AnonymitySettings } from '#lib/dialogues/settings.ts';
import type { Answers, Question } from '#lib/questionnaire/question.ts';
import { chooseBlocks, chooseClosingBlocks } from '#lib/sealing/choose-blocks.ts';
import { histogramOf, type Histogram } from '#lib/sealing/histogram.ts';
import { labelOf, labelText, type Label } from '#lib/sealing/label.ts';
import {
	addBlocks,
	closeLedger,
	emptyLedger,
	type Chunk,
	type Ledger,
	type SealedBlock
} from '#lib/sealing/ledger.ts';
import type { PooledSheet } from '#lib/sealing/pool.ts';
import { rulesOf, type QuestionRule } from '#lib/sealing/publish-rule.ts';
import { canonicalJson, releaseHash, type ChainedRelease } from '#lib/sealing/release.ts';
import type { PlannedBlock } from '#lib/sealing/split.ts';
import { freshThresholds, type Thresholds } from '#lib/sealing/threshold.ts';
import type { Random } from '#lib/server/random.ts';

/** A sheet with all that the service knows while it waits. */
export interface CoreSheet {
	/** The idempotency key. */
	id: string;
	background: Record<string, string>;
	answers: Answers;
	source: string;
}

export interface CoreBlock extends SealedBlock {
	sheets: CoreSheet[];
}

/** Everything the public can see at one moment, by label: every filter is a sum of these. */
export interface PublicState {
	sealed: Map<string, number>;
	/** Entry key → published. */
	published: Map<string, Histogram>;
}

export interface CoreOptions {
	dimensions: readonly string[];
	questions: readonly Question[];
	settings: AnonymitySettings;
	/** Other rules than the dialogue's own, to show what they are good for. */
	rules?: Map<string, QuestionRule>;
	/** Whether histograms know who answers many times; as the settings say when left out. */
	knowsSources?: boolean;
}

/** A sheet that waits, with what is known of its source. */
interface Waiting {
	sheet: CoreSheet;
	source: string;
	weight: number;
}

/** A dialogue played on the pure core alone: what the service does, without storage. */
export interface CoreDialogue extends CoreOptions {
	random: Random;
	rules: Map<string, QuestionRule>;
	pool: Map<string, Waiting>;
	/** Sheets by source, in memory. */
	sent: Map<string, number>;
	spent: Set<string>;
	blocks: CoreBlock[];
	ledger: Ledger;
	thresholds: Thresholds;
	releases: ChainedRelease[];
	/** What the public could see after each release; the first is before any. */
	states: PublicState[];
	/** Every chunk of every release. */
	chunks: Chunk[];
	closed: boolean;
}

export const openCore = (options: CoreOptions, random: Random): CoreDialogue => ({
	...options,
	random,
	rules: options.rules ?? rulesOf(options.questions, options.settings),
	pool: new Map(),
	sent: new Map(),
	spent: new Set(),
	blocks: [],
	ledger: emptyLedger(),
	thresholds: freshThresholds(),
	releases: [],
	states: [{ sealed: new Map(), published: new Map() }],
	chunks: [],
	closed: false
});

/** Takes a sheet in, once; false when its key was there before or the dialogue is closed. */
export function accept(dialogue: CoreDialogue, sheet: CoreSheet): boolean {
	if (dialogue.closed || dialogue.pool.has(sheet.id) || dialogue.spent.has(sheet.id)) return false;
	const source = dialogue.settings.sources === 'each' ? sheet.id : sheet.source;
	dialogue.sent.set(source, (dialogue.sent.get(source) ?? 0) + 1);
	dialogue.pool.set(sheet.id, { sheet, source, weight: 1 });
	return true;
}

/** Forgets what is held in memory only. */
export function restart(dialogue: CoreDialogue): void {
	dialogue.thresholds = freshThresholds();
	dialogue.sent.clear();
	if (dialogue.settings.sources === 'each') return;
	for (const waiting of dialogue.pool.values()) {
		waiting.source = `recovered ${waiting.sheet.id}`;
		waiting.weight = 0.5;
	}
}

const finestLabel = ({ dimensions }: CoreDialogue, sheet: CoreSheet): Label =>
	labelOf(dimensions, sheet.background);

const pooled = (dialogue: CoreDialogue): PooledSheet[] =>
	[...dialogue.pool.values()].map(({ sheet, source, weight }) => ({
		id: sheet.id,
		label: finestLabel(dialogue, sheet),
		source,
		weight
	}));

/** The key under which a histogram remembers which block it came from; the rules do not look at it. */
export const tracer = (block: number): string => `block ${block}`;

function takeBlock(dialogue: CoreDialogue, plan: PlannedBlock): CoreBlock {
	const sheets = plan.sheets.map(({ id }) => dialogue.pool.get(id)!.sheet);
	for (const { id } of sheets) {
		dialogue.pool.delete(id);
		dialogue.spent.add(id);
	}
	const knowsSources = dialogue.knowsSources ?? dialogue.settings.sources === 'distinct';
	const sources = plan.sheets.map(({ source, weight }) =>
		weight === 1 && dialogue.sent.get(source) === 1 ? source : null
	);
	const histograms = dialogue.questions.map((question) => {
		const answers = sheets.map((sheet) => sheet.answers[question.key]);
		const histogram = histogramOf(question, answers, knowsSources ? sources : undefined);
		histogram.first = { ...histogram.first, [tracer(dialogue.blocks.length)]: 1 };
		return [question.key, histogram];
	});
	const block = {
		label: labelText(plan.label),
		size: sheets.length,
		sheets,
		histograms: Object.fromEntries(histograms),
		...(plan.tooSmall && { tooSmall: plan.tooSmall })
	};
	dialogue.blocks.push(block);
	return block;
}

function publish(dialogue: CoreDialogue, blocks: CoreBlock[], chunks: Chunk[]): void {
	const { ledger, releases } = dialogue;
	const content = canonicalJson({ sealed: blocks.map(({ label, size }) => ({ label, size })), chunks });
	const body = { seq: releases.length + 1, day: '2027-03-01', content };
	const previous = releases.at(-1)?.hash ?? '';
	releases.push({ ...body, previous, hash: releaseHash(previous, body) });
	dialogue.chunks.push(...chunks);
	dialogue.states.push({ sealed: new Map(ledger.sealed), published: new Map(ledger.published) });
}

const publishOptions = ({ rules, settings: { coin }, random }: CoreDialogue) => ({ rules, coin, random });

/** Looks once at what can be sealed; true when there was a release. */
export function seal(dialogue: CoreDialogue): boolean {
	const { settings, thresholds, ledger, random } = dialogue;
	const sealedCount = [...ledger.sealed.values()].reduce((sum, sheets) => sum + sheets, 0);
	const choice = chooseBlocks({ pool: pooled(dialogue), sealedCount, settings, thresholds }, random);
	dialogue.thresholds = choice.thresholds;
	if (choice.blocks.length === 0) return false;
	const blocks = choice.blocks.map((plan) => takeBlock(dialogue, plan));
	publish(dialogue, blocks, addBlocks(ledger, blocks, publishOptions(dialogue)).chunks);
	return true;
}

/** The last release: everything that waits, and what was held back. */
export function close(dialogue: CoreDialogue): void {
	const { settings, ledger, random } = dialogue;
	const options = publishOptions(dialogue);
	const blocks = chooseClosingBlocks({ pool: pooled(dialogue), settings }, random).map((plan) =>
		takeBlock(dialogue, plan)
	);
	const { chunks } = addBlocks(ledger, blocks, options);
	const last = closeLedger(ledger, { ...options, sensitiveBlocks: dialogue.blocks });
	publish(dialogue, blocks, [...chunks, ...last.chunks]);
	dialogue.closed = true;
}
