import { shuffled, type Random } from '../server/random.ts';
import { emptyHistogram, sumHistograms, withoutSources, type Histogram } from './histogram.ts';
import { labelDepth, labelText, parentLabel, parseLabel } from './label.ts';
import { meetsRule, type QuestionRule } from './publish-rule.ts';

/**
 * The counters of one dialogue, or the part of them that a step touches. Public numbers are sums of `sealed` and
 * `published`; `remainder` is sealed but held back. Steps change the maps in place.
 */
export interface Ledger {
	/** Label text → sealed sheets. */
	sealed: Map<string, number>;
	/** Entry key → what is published of a question under a label. */
	published: Map<string, Histogram>;
	/** Entry key → what is not published yet; an entry without sheets is left out. */
	remainder: Map<string, Histogram>;
}

/** A block with its histograms; every sheet is in one block only. */
export interface SealedBlock {
	/** As text. */
	label: string;
	size: number;
	histograms: Record<string, Histogram>;
	/** Kept, but never counted in public. */
	tooSmall?: true;
}

/** What a release adds to the published numbers of a question under a label (as text). */
export interface Chunk {
	questionKey: string;
	label: string;
	histogram: Histogram;
}

/** What a step made public, and what it changed. */
export interface LedgerChange {
	/** At most one per question and label. */
	chunks: Chunk[];
	/** Label texts whose sealed number changed. */
	labels: string[];
	/** Whose published or held back numbers changed. */
	entries: { questionKey: string; label: string }[];
}

export interface PublishOptions {
	/** Question key → its rule, in the order of the questionnaire. */
	rules: ReadonlyMap<string, QuestionRule>;
	/** Probability that what may be published is held back all the same, so that being held back tells nothing. */
	coin: number;
	random: Random;
}

/** A step under way: the ledger as it changes, and what to report. */
interface Step extends PublishOptions {
	ledger: Ledger;
	chunks: Map<string, Chunk>;
	labels: Set<string>;
	entries: Map<string, { questionKey: string; label: string }>;
}

/** A ledger in which nothing is sealed. */
export const emptyLedger = (): Ledger => ({ sealed: new Map(), published: new Map(), remainder: new Map() });

/** The key of a question under a label (as text). */
export const entryKey = (questionKey: string, label: string): string => `${questionKey}\n${label}`;

const beginStep = (ledger: Ledger, options: PublishOptions): Step => ({
	...options,
	ledger,
	chunks: new Map(),
	labels: new Set(),
	entries: new Map()
});

const changeOf = ({ chunks, labels, entries }: Step): LedgerChange => ({
	chunks: [...chunks.values()],
	labels: [...labels],
	entries: [...entries.values()]
});

function addTo(histograms: Map<string, Histogram>, { questionKey, label, histogram }: Chunk): void {
	const key = entryKey(questionKey, label);
	histograms.set(key, sumHistograms(histograms.get(key) ?? emptyHistogram(), histogram));
}

/** Adds to what is held back. */
function hold({ ledger, entries }: Step, held: Chunk): void {
	addTo(ledger.remainder, held);
	entries.set(entryKey(held.questionKey, held.label), { questionKey: held.questionKey, label: held.label });
}

/** Takes out what is held back; null when there is nothing. */
function takeHeld({ ledger, entries }: Step, questionKey: string, label: string): Histogram | null {
	const key = entryKey(questionKey, label);
	const histogram = ledger.remainder.get(key);
	if (!histogram) return null;
	ledger.remainder.delete(key);
	entries.set(key, { questionKey, label });
	return histogram;
}

/** Publishes what is held back of a question under a label, if the rule and the coin allow it. */
function tryToPublish(step: Step, questionKey: string, label: string): void {
	const { ledger, rules, chunks } = step;
	const key = entryKey(questionKey, label);
	const rule = rules.get(questionKey);
	const held = ledger.remainder.get(key);
	if (!rule || !held || !meetsRule(held, rule)) return;
	if (rule.follows !== null && ledger.remainder.has(entryKey(rule.follows, label))) return;
	if (step.random.chance(step.coin)) return;
	takeHeld(step, questionKey, label);
	const chunk = { questionKey, label, histogram: withoutSources(held) };
	addTo(ledger.published, chunk);
	const earlier = chunks.get(key);
	chunks.set(
		key,
		earlier ? { ...chunk, histogram: sumHistograms(earlier.histogram, chunk.histogram) } : chunk
	);
}

/**
 * Seals blocks, one after another, and publishes per question and label what may be. Needs the ledger's entries
 * under the blocks' labels only. A block that is too small is left out of everything public.
 */
export function addBlocks(
	ledger: Ledger,
	blocks: readonly SealedBlock[],
	options: PublishOptions
): LedgerChange {
	const step = beginStep(ledger, options);
	for (const { label, size, histograms, tooSmall } of blocks) {
		if (tooSmall) continue;
		ledger.sealed.set(label, (ledger.sealed.get(label) ?? 0) + size);
		step.labels.add(label);
		for (const [questionKey, histogram] of Object.entries(histograms))
			hold(step, { questionKey, label, histogram });
		for (const [questionKey, rule] of options.rules)
			if (!rule.onlyAtClosing && questionKey in histograms) tryToPublish(step, questionKey, label);
	}
	return changeOf(step);
}

export interface ClosingOptions extends PublishOptions {
	/** All blocks, with their histograms of at least the sensitive questions. */
	sensitiveBlocks: readonly SealedBlock[];
}

/**
 * The last step, after the last blocks were added; needs the whole ledger. Sensitive questions are published block
 * by block in random order. What is still held back moves to the next coarser label, deepest first, and is tried
 * there; what fails at the root stays held back for ever.
 */
export function closeLedger(ledger: Ledger, { sensitiveBlocks, ...options }: ClosingOptions): LedgerChange {
	const step = beginStep(ledger, options);
	for (const [questionKey, rule] of options.rules)
		if (rule.onlyAtClosing && rule.follows === null) fold(step, questionKey, sensitiveBlocks);
	const grown = new Set<string>();
	for (let depth = deepestHeld(ledger); depth >= 0; depth--) {
		for (const label of heldLabels(ledger).filter((text) => labelDepth(parseLabel(text)) === depth)) {
			for (const [questionKey, rule] of options.rules)
				if (grown.has(entryKey(questionKey, label)) || rule.follows !== null)
					tryToPublish(step, questionKey, label);
			climb(step, label, grown);
		}
	}
	return changeOf(step);
}

/** Starts a question over and publishes it block by block, in random order. */
function fold(step: Step, questionKey: string, blocks: readonly SealedBlock[]): void {
	const sealed = blocks.filter((block) => !block.tooSmall && questionKey in block.histograms);
	for (const { label } of sealed) takeHeld(step, questionKey, label);
	for (const { label, histograms } of shuffled(sealed, step.random)) {
		hold(step, { questionKey, label, histogram: histograms[questionKey]! });
		tryToPublish(step, questionKey, label);
	}
}

/** Moves what is held back under a label to its parent, and notes what grew. At the root it stays. */
function climb(step: Step, label: string, grown: Set<string>): void {
	const parent = parentLabel(parseLabel(label));
	if (!parent) return;
	for (const questionKey of step.rules.keys()) {
		const histogram = takeHeld(step, questionKey, label);
		if (!histogram) continue;
		hold(step, { questionKey, label: labelText(parent), histogram });
		grown.add(entryKey(questionKey, labelText(parent)));
	}
}

/** Labels under which something is held back, in a fixed order. */
const heldLabels = (ledger: Ledger): string[] =>
	[...new Set([...ledger.remainder.keys()].map((key) => key.slice(key.indexOf('\n') + 1)))].sort();

const deepestHeld = (ledger: Ledger): number =>
	Math.max(-1, ...heldLabels(ledger).map((text) => labelDepth(parseLabel(text))));
