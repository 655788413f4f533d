import type { Evidence } from './evidence.ts';
import { sources, type Overrule, type SituationProblem, type Source, type Strength } from './problem.ts';

/** The rules, as the page prints them: shares of those who answered. */
export const matrixRules = {
	/** A result with at least this share is strong, and so is one of the first three with at least `some`. */
	strong: 0.25,
	some: 0.1,
	/** A statistic that has become worse, or is worse than what it is compared with, by at least so much. */
	strongChange: 0.15,
	someChange: 0.05
} as const;

/** What one source says about a problem. */
export interface MatrixCell {
	source: Source;
	/** By the rules, from the evidence; null where the source has not been asked. */
	ruled: Strength | null;
	/** What counts: the rules', unless people overruled it. */
	strength: Strength | null;
	/** Why people see it otherwise; shown. */
	reason: string | null;
	evidenceIds: string[];
}

/**
 * `agree`: the sources that were asked see it alike, or nearly. `differ`: one sees it clearly and another does not see
 * it. `one-source`: there is nothing to compare.
 */
export type Verdict = 'agree' | 'differ' | 'one-source';

export interface MatrixRow {
	problemId: string;
	name: string;
	cells: MatrixCell[];
	verdict: Verdict;
}

interface FrozenOption {
	key: string;
	count: number | null;
	share: number | null;
	rank: number | null;
}

const isSource = (value: unknown): value is Source => (sources as readonly unknown[]).includes(value);

/** Whose view a piece of evidence is. */
export function sourceOf({ kind, frozen }: Pick<Evidence, 'kind' | 'frozen'>): Source {
	if (isSource(frozen.voice)) return frozen.voice;
	if (kind === 'series') return 'statistics';
	const asked = (frozen.dialogue as { kind?: string } | undefined)?.kind;
	return (kind === 'result' || kind === 'quote') && asked !== undefined && asked !== 'citizen'
		? 'staff'
		: 'citizens';
}

function ofResult({ frozen }: Evidence): Strength {
	const { question, optionKey } = frozen as {
		question?: { n: number; options: FrozenOption[] };
		optionKey?: string;
	};
	const option = question?.options.find(({ key }) => key === optionKey);
	if (!question || !option) return 'some';
	const share = option.share ?? (option.count ?? 0) / Math.max(question.n, 1);
	const among = option.rank !== null && option.rank <= 3 && share >= matrixRules.some;
	if (share >= matrixRules.strong || among) return 'strong';
	return share >= matrixRules.some ? 'some' : 'none';
}

function ofSeries({ frozen }: Evidence): Strength {
	const { worse } = frozen as { worse?: number | null };
	if (worse == null) return 'some';
	if (worse >= matrixRules.strongChange) return 'strong';
	return worse >= matrixRules.someChange ? 'some' : 'none';
}

/** How clearly one piece of evidence shows a problem. Counted dots, notes, texts and documents show it, never strongly. */
export function strengthOf(evidence: Evidence): Strength {
	if (evidence.kind === 'result') return ofResult(evidence);
	return evidence.kind === 'series' ? ofSeries(evidence) : 'some';
}

const weight: Record<Strength, number> = { none: 0, some: 1, strong: 2 };
const strongest = (found: readonly Strength[]): Strength | null =>
	found.length === 0 ? null : found.reduce((best, one) => (weight[one] > weight[best] ? one : best));

function cellOf(source: Source, evidence: readonly Evidence[], overrule: Overrule | undefined): MatrixCell {
	const mine = evidence.filter((one) => sourceOf(one) === source && !one.withdrawn);
	const ruled = strongest(mine.map(strengthOf));
	return {
		source,
		ruled,
		strength: overrule?.strength ?? ruled,
		reason: overrule?.reason ?? null,
		evidenceIds: mine.map(({ id }) => id)
	};
}

/** Whether the sources that say anything see a problem alike. */
export function verdictOf(cells: readonly Pick<MatrixCell, 'strength'>[]): Verdict {
	const heard = cells.flatMap(({ strength }) => (strength === null ? [] : [weight[strength]]));
	if (heard.length < 2) return 'one-source';
	return Math.max(...heard) - Math.min(...heard) >= 2 ? 'differ' : 'agree';
}

/** What citizens, staff and statistics say about a problem, by the rules and by what people overruled. */
export function matrixRow(problem: SituationProblem, evidence: readonly Evidence[]): MatrixRow {
	const mine = evidence.filter(({ id }) => problem.evidenceIds.includes(id));
	const cells = sources.map((source) => cellOf(source, mine, problem.overrules[source]));
	return { problemId: problem.id, name: problem.name, cells, verdict: verdictOf(cells) };
}
