import { expect, test } from 'vitest';
import {
	accept,
	close,
	openCore,
	restart,
	seal,
	tracer,
	type CoreDialogue
} from '#tests/attack/core-dialogue.ts';
import {
	allFilters,
	insideOf,
	numbersByLabel,
	sumInside,
	type Dimensions
} from '#tests/attack/public-numbers.ts';
import { randomAnswers, randomQuestions } from '#tests/attack/random-questionnaire.ts';
import { pick } from '#tests/attack/simulated-sheets.ts';
import { seededRandom, type Random } from '../server/random.ts';
import { answeredIn, sumHistograms, withoutSources, emptyHistogram, type Histogram } from './histogram.ts';
import { parentLabel, parseLabel } from './label.ts';
import { verifyChain } from './release.ts';

const steps = 40_000;

interface Played {
	core: CoreDialogue;
	dimensions: Dimensions;
	filters: ((label: string) => boolean)[];
	accepted: number;
	/** Numbers per filter after the last release. */
	before: number[][];
}

function open(random: Random): Played {
	const names = ['district', 'age', 'group'].slice(0, random.integer(0, 3));
	const dimensions = Object.fromEntries(
		names.map((name) => [name, ['x', 'y', 'z'].slice(0, random.integer(2, 3))])
	);
	const settings = {
		crowd: random.integer(3, 7),
		insiders: random.integer(1, 2),
		freshness: pick([null, 0.1, 0.25, 0.5], random),
		coin: pick([0, 0.1, 0.3], random),
		sources: pick(['each', 'distinct'] as const, random),
		sealEverySeconds: 3
	};
	const core = openCore({ dimensions: names, questions: randomQuestions(random), settings }, random);
	const filters = allFilters(dimensions).map((filter) => insideOf(dimensions, filter));
	return { core, dimensions, filters, accepted: 0, before: filters.map(() => []) };
}

function send({ core, dimensions }: Played, random: Random, id: string): boolean {
	const stated = Object.entries(dimensions).filter(() => random.chance(0.9));
	return accept(core, {
		id,
		background: Object.fromEntries(
			stated.map(([name, values]) => [name, random.chance(0.6) ? 'x' : pick(values, random)])
		),
		answers: randomAnswers(core.questions, random),
		source: random.chance(0.25) ? 'flood' : id
	});
}

const total = (histograms: Iterable<Histogram>): Histogram =>
	withoutSources([...histograms].reduce(sumHistograms, emptyHistogram()));

const ofQuestion = (entries: Map<string, Histogram>, key: string) =>
	[...entries].filter(([entry]) => entry.startsWith(`${key}\n`)).map(([, histogram]) => histogram);

/** Accepted = pending + blocks, and per question blocks = published + held back. */
function expectNothingLost({ core, accepted }: Played): void {
	expect(core.pool.size + core.blocks.reduce((sum, block) => sum + block.sheets.length, 0)).toBe(accepted);
	const counted = core.blocks.filter((block) => !block.tooSmall);
	for (const { key } of core.questions) {
		const { published, remainder } = core.ledger;
		const all = total([...ofQuestion(published, key), ...ofQuestion(remainder, key)]);
		expect(all).toEqual(total(counted.map((block) => block.histograms[key]!)));
	}
	const sealed = new Map<string, number>();
	for (const { label, size } of counted) sealed.set(label, (sealed.get(label) ?? 0) + size);
	expect(core.ledger.sealed).toEqual(sealed);
}

/**
 * Every shown number, and every change of one, is 0 or a crowd; nothing is negative, nor published twice. Labels
 * are looked at by themselves too: they are what is left when filters are subtracted from each other.
 */
function expectOnlyCrowds(played: Played): void {
	const { core, filters } = played;
	const keys = core.questions.map(({ key }) => key);
	const crowds = [
		core.settings.crowd,
		...keys.flatMap((key) => Array<number>(2).fill(core.rules.get(key)!.crowd))
	];
	const byLabel = numbersByLabel(core.states.at(-1)!, keys);
	const after = filters.map((inside) => sumInside(byLabel, inside));
	const before = numbersByLabel(core.states.at(-2)!, keys);
	const isBroken = (numbers: number[], earlier: number[] = []) =>
		numbers.some((number, index) => {
			const change = number - (earlier[index] ?? 0);
			return change !== 0 && change < crowds[index]!;
		});
	const hasTooMany = (numbers: number[]) => numbers.some((number) => number > numbers[0]!);
	const broken = [
		...[...byLabel].filter(([label, numbers]) => isBroken(numbers, before.get(label))),
		...after.filter((numbers, filter) => isBroken(numbers, played.before[filter]) || hasTooMany(numbers))
	];
	expect(broken).toEqual([]);
	played.before = after;
}

/** What was added keeps the rule, counted anew from the sheets of the blocks it is made of. */
function expectCoveredChunks({ core }: Played, first: number): void {
	for (const { questionKey, histogram } of core.chunks.slice(first)) {
		const { crowd, insiders, unanimityShown } = core.rules.get(questionKey)!;
		const answered = answeredIn(histogram);
		expect(Math.min(histogram.sheets, answered)).toBeGreaterThanOrEqual(crowd);
		expect(histogram.cover).toBeUndefined();
		const sheets = core.blocks.flatMap((block, index) =>
			histogram.first?.[tracer(index)] ? block.sheets : []
		);
		expect(sheets.length).toBe(histogram.sheets);
		if (unanimityShown) continue;
		for (const count of Object.values(histogram.counts)) expect(answered - count).toBeGreaterThan(insiders);
		const isText = core.questions.some(({ key, kind }) => key === questionKey && kind === 'text');
		if (isText) expect(histogram.skipped).toBeGreaterThan(insiders);
	}
}

/** After closing everything held back stands at the root, and the chain is whole. */
function expectClosed({ core }: Played): void {
	for (const key of core.ledger.remainder.keys())
		expect(parentLabel(parseLabel(key.slice(key.indexOf('\n') + 1)))).toBeNull();
	expect(verifyChain(core.releases)).toBe(true);
	expect(verifyChain(core.releases.slice(1))).toBe(core.releases.length === 1);
}

function play(played: Played, random: Random, step: number): void {
	const { core } = played;
	const draw = random.integer(1, 1000);
	const releases = core.releases.length;
	const chunks = core.chunks.length;
	if (draw <= 800) played.accepted += send(played, random, `sheet ${step}`) ? 1 : 0;
	else if (draw <= 840) {
		const known = [...core.spent, ...core.pool.keys()];
		if (known.length > 0) expect(send(played, random, pick(known, random))).toBe(false);
	} else if (draw <= 988) seal(core);
	else if (draw <= 996) restart(core);
	else close(core);
	if (core.releases.length === releases) return;
	expectNothingLost(played);
	expectOnlyCrowds(played);
	expectCoveredChunks(played, chunks);
	if (core.closed) expectClosed(played);
}

test(`nothing is lost and only crowds show in ${steps} random steps`, () => {
	const random = seededRandom('ledger property');
	const dialogues = Array.from({ length: 4 }, () => open(random));
	let releases = 0;
	for (let step = 0; step < steps; step++) {
		const index = random.integer(0, dialogues.length - 1);
		const played = dialogues[index]!;
		play(played, random, step);
		if (!played.core.closed) continue;
		releases += played.core.releases.length;
		dialogues[index] = open(random);
	}
	expect(releases).toBeGreaterThan(300);
});
