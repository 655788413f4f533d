import type { Random } from '#lib/server/random.ts';
import {
	accept,
	close,
	openCore,
	restart,
	seal,
	tracer,
	type CoreDialogue,
	type CoreSheet
} from './core-dialogue.ts';
import { countSmallDifferences, filterName, type Shown } from './differencing.ts';
import type { Evidence, Observation } from './evidence.ts';
import { insideOf, numbersByLabel, singleFilters, sumInside } from './public-numbers.ts';
import type { Play } from './scenarios.ts';
import { questions } from './simulated-sheets.ts';

/** What a way of publishing gives away. */
export interface Disclosure {
	evidence: Evidence;
	/** Differences of published numbers that are fewer people than a crowd. */
	smallDifferences: number;
	/** Share of the answers that is published in the end. */
	publishedShare: number;
}

export interface Defence {
	name: string;
	disclose: (play: Play, random: Random) => Disclosure;
}

type CoreChanges = Partial<Pick<CoreDialogue, 'rules' | 'knowsSources'>>;

/** The sheets of a play in the order they come. */
export const answersIn = (play: Play): CoreSheet[] =>
	play.events.flatMap((event) => (typeof event === 'object' ? [event.answer] : []));

function playCore(play: Play, random: Random, changes: CoreChanges): CoreDialogue {
	const { dimensions, settings } = play;
	const core = openCore({ dimensions: Object.keys(dimensions), questions, settings, ...changes }, random);
	for (const event of play.events) {
		if (event === 'look') seal(core);
		else if (event === 'restart') restart(core);
		else accept(core, event.answer);
	}
	close(core);
	return core;
}

/**
 * Every change of a published number. By label, which is all that filters can give: each filter's number is a sum
 * of labels, and every label's number can be had from filters by adding and subtracting.
 */
export function observe({ states, blocks }: CoreDialogue): Observation[] {
	return states.slice(1).flatMap((state, index) =>
		[...state.published]
			.filter(([key, histogram]) => histogram !== states[index]!.published.get(key))
			.map(([key, histogram]) => ({
				question: key.slice(0, key.indexOf('\n')),
				atoms: blocks.flatMap((_, block) => (histogram.first?.[tracer(block)] ? [block] : [])),
				histogram
			}))
	);
}

/** Numbers of people per state and filter: `column` 0 is the dialogue's, then sheets and answers per question. */
function shownBy({ states, questions: asked }: CoreDialogue, play: Play, column: number): Shown[] {
	const keys = asked.map(({ key }) => key);
	const filters = singleFilters(play.dimensions).map(
		(filter) => [filterName(filter), insideOf(play.dimensions, filter)] as const
	);
	return states.map((state) => {
		const byLabel = numbersByLabel(state, keys);
		return new Map(filters.map(([name, inside]) => [name, sumInside(byLabel, inside)[column] ?? 0]));
	});
}

/** Share of the answers that is published in the end. */
export function publishedShare({ ledger }: CoreDialogue, answers: number): number {
	const published = [...ledger.published.values()].reduce((sum, { sheets }) => sum + sheets, 0);
	return published / (answers * questions.length);
}

/** Plays the core, with its rules or others, and tells what the public sees. */
export function discloseCore(play: Play, random: Random, changes: CoreChanges = {}): Disclosure {
	const core = playCore(play, random, changes);
	const columns = [0, ...questions.flatMap((_, index) => [1 + 2 * index, 2 + 2 * index])];
	const { crowd } = play.settings;
	const small = columns.map((column) =>
		countSmallDifferences(shownBy(core, play, column), play.dimensions, crowd)
	);
	return {
		evidence: { atoms: core.blocks.map(({ sheets }) => sheets), observations: observe(core) },
		smallDifferences: small.reduce((sum, number) => sum + number, 0),
		publishedShare: publishedShare(core, answersIn(play).length)
	};
}

/** Ours. */
export const sealedBlocks: Defence = {
	name: 'sealed blocks',
	disclose: (play, random) => discloseCore(play, random)
};
