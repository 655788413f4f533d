import type { AnonymitySettings } from '#lib/dialogues/settings.ts';
import { shuffled, type Random } from '../server/random.ts';
import { labelText, rootLabel } from './label.ts';
import { effectiveSize, groupBySource, type PooledSheet } from './pool.ts';
import { splitIntoBlocks, type PlannedBlock } from './split.ts';
import { drawPoolThreshold, drawStratumThreshold, type Thresholds } from './threshold.ts';

type SplitSettings = Pick<AnonymitySettings, 'crowd' | 'coin'>;

export interface ChooseInput {
	pool: readonly PooledSheet[];
	/** Sheets sealed before. */
	sealedCount: number;
	settings: SplitSettings & Pick<AnonymitySettings, 'freshness'>;
	thresholds: Thresholds;
}

export interface Choice {
	blocks: PlannedBlock[];
	/** To be given to the next choice. */
	thresholds: Thresholds;
}

/**
 * The blocks that are due now; often none. Looks at labels, sources and secret draws, never at answers. Every block
 * is a crowd, and so is what stays in the pool.
 */
export function chooseBlocks(input: ChooseInput, random: Random): Choice {
	const thresholds = { strata: new Map(input.thresholds.strata), pool: input.thresholds.pool };
	const strata = chooseStrata({ ...input, thresholds }, random);
	const taken = new Set(strata.flatMap((block) => block.sheets));
	const pool = input.pool.filter((sheet) => !taken.has(sheet));
	const sealedCount = input.sealedCount + taken.size;
	return {
		blocks: [...strata, ...chooseFresh({ ...input, pool, sealedCount, thresholds }, random)],
		thresholds
	};
}

/** Labels whose own sheets have reached their secret threshold, as long as a crowd stays behind. */
function chooseStrata({ pool, settings, thresholds }: ChooseInput, random: Random): PlannedBlock[] {
	const strata = new Map<string, PooledSheet[]>();
	for (const sheet of pool) {
		const text = labelText(sheet.label);
		const members = strata.get(text);
		if (members) members.push(sheet);
		else strata.set(text, [sheet]);
	}
	const blocks: PlannedBlock[] = [];
	let staying = pool;
	for (const [text, sheets] of shuffled([...strata], random)) {
		const threshold = thresholds.strata.get(text) ?? drawStratumThreshold(settings.crowd, random);
		thresholds.strata.set(text, threshold);
		if (effectiveSize(sheets) < threshold) continue;
		const others = staying.filter((sheet) => labelText(sheet.label) !== text);
		if (effectiveSize(others) < settings.crowd) continue;
		staying = others;
		thresholds.strata.delete(text);
		blocks.push({ label: sheets[0]!.label, sheets });
	}
	return blocks;
}

/** When enough wait compared with what is sealed: a random part of the pool, so that nobody knows who stayed. */
function chooseFresh(
	{ pool, sealedCount, settings, thresholds }: ChooseInput,
	random: Random
): PlannedBlock[] {
	const { crowd, coin, freshness } = settings;
	if (freshness === null || pool.length === 0) return [];
	thresholds.pool ??= drawPoolThreshold(crowd, random);
	const size = effectiveSize(pool);
	if (size < Math.max(thresholds.pool, freshness * sealedCount)) return [];
	const most = Math.min(2 * crowd - 1, Math.floor(size - crowd));
	const rest = withoutSome(pool, random.integer(crowd, most), random);
	if (effectiveSize(rest) < crowd) return [];
	thresholds.pool = null;
	return splitIntoBlocks(rest, { dimensions: pool[0]!.label.length, crowd, coin }, random);
}

/** The sheets without those of random sources that together reach the effective size `held`. */
function withoutSome(sheets: readonly PooledSheet[], held: number, random: Random): PooledSheet[] {
	const rest: PooledSheet[] = [];
	let size = 0;
	for (const group of shuffled([...groupBySource(sheets).values()], random)) {
		if (size < held) size += effectiveSize(group);
		else rest.push(...group);
	}
	return rest;
}

export interface ClosingInput {
	pool: readonly PooledSheet[];
	settings: SplitSettings;
}

/**
 * Everything that waits, as blocks that are crowds and, where they can be, smaller than two. If all of it is no
 * crowd, one block that is never counted in public.
 */
export function chooseClosingBlocks({ pool, settings }: ClosingInput, random: Random): PlannedBlock[] {
	if (pool.length === 0) return [];
	const { crowd, coin } = settings;
	const dimensions = pool[0]!.label.length;
	if (effectiveSize(pool) < crowd)
		return [{ label: rootLabel(dimensions), sheets: [...pool], tooSmall: true }];
	return splitIntoBlocks(pool, { dimensions, crowd, coin }, random).flatMap(({ label, sheets }) =>
		cutIntoCrowds(sheets, crowd, random).map((part) => ({ label, sheets: part }))
	);
}

/** Cuts at random, by source, into parts of effective size k..2k−1; the last one may be larger after a restart. */
function cutIntoCrowds(sheets: readonly PooledSheet[], crowd: number, random: Random): PooledSheet[][] {
	const parts: PooledSheet[][] = [];
	let rest = [...sheets];
	for (let size = effectiveSize(rest); size >= 2 * crowd; size = effectiveSize(rest)) {
		const most = Math.min(2 * crowd - 1, Math.floor(size - crowd));
		const after = withoutSome(rest, random.integer(crowd, most), random);
		if (effectiveSize(after) < crowd) break;
		const staying = new Set(after);
		parts.push(rest.filter((sheet) => !staying.has(sheet)));
		rest = after;
	}
	return [...parts, rest];
}
