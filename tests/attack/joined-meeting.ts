import { defaultSettings } from '#lib/dialogues/settings.ts';
import type { Random } from '#lib/server/random.ts';
import {
	accept,
	close,
	openCore,
	restart,
	seal,
	type CoreDialogue,
	type CoreSheet
} from './core-dialogue.ts';
import { numbersByLabel } from './public-numbers.ts';
import { answersIn, observe, publishedShare, type Defence, type Disclosure } from './sealed-defence.ts';
import type { Play } from './scenarios.ts';
import { questions } from './simulated-sheets.ts';

const asked = questions[0]!;
const inMeeting = 0.3;

/** A dialogue, and the part of a meeting that asks its first question. */
interface Joined {
	dialogue: CoreDialogue;
	part: CoreDialogue;
	/** Answers of the joint result after each release of either: sheets of both, and answers to the question. */
	shown: number[][];
}

/** The sheet of somebody who answers in the meeting: one question, no background. */
const inPart = ({ id, answers, source }: CoreSheet): CoreSheet => {
	const answer = answers[asked.key];
	return { id, source, background: {}, answers: answer === undefined ? {} : { [asked.key]: answer } };
};

const rootNumbers = (core: CoreDialogue, keys: readonly string[]): number[] =>
	[...numbersByLabel(core.states.at(-1)!, keys).values()].reduce(
		(sum, numbers) => numbers.map((number, index) => number + (sum[index] ?? 0)),
		[0, 0, 0]
	);

/** What `readResults` adds: the numbers of the question in both. */
function look(joined: Joined): void {
	const one = rootNumbers(joined.dialogue, [asked.key]);
	const other = rootNumbers(joined.part, [asked.key]);
	joined.shown.push([one[1]! + other[1]!, one[2]! + other[2]!]);
}

/** Some people answer in the meeting, the others in the dialogue; both are sealed by their own rules. */
function playJoined(play: Play, random: Random): Joined {
	const { dimensions, settings } = play;
	const joined: Joined = {
		dialogue: openCore({ dimensions: Object.keys(dimensions), questions, settings }, random),
		part: openCore({ dimensions: [], questions: [asked], settings: defaultSettings.meeting }, random),
		shown: [[0, 0]]
	};
	const { dialogue, part } = joined;
	for (const event of play.events) {
		if (event === 'restart') [dialogue, part].forEach(restart);
		else if (event === 'look') for (const core of [dialogue, part]) if (seal(core)) look(joined);
		if (typeof event !== 'object') continue;
		if (random.chance(inMeeting)) accept(part, inPart(event.answer));
		else accept(dialogue, event.answer);
	}
	for (const core of random.chance(0.5) ? [dialogue, part] : [part, dialogue]) {
		close(core);
		look(joined);
	}
	return joined;
}

/** Steps of a joint number, up or down, that are fewer people than a crowd. */
function smallSteps(shown: readonly number[][], crowd: number): number {
	const steps = shown
		.slice(1)
		.flatMap((numbers, index) => numbers.map((one, at) => one - shown[index]![at]!));
	return steps.filter((step) => step !== 0 && step < crowd).length;
}

function discloseJoined(play: Play, random: Random): Disclosure {
	const { dialogue, part, shown } = playJoined(play, random);
	const shift = dialogue.blocks.length;
	const ofPart = observe(part).map((one) => ({ ...one, atoms: one.atoms.map((atom) => atom + shift) }));
	return {
		evidence: {
			atoms: [...dialogue.blocks, ...part.blocks].map(({ sheets }) => sheets),
			observations: [...observe(dialogue), ...ofPart]
		},
		smallDifferences: smallSteps(shown, Math.min(play.settings.crowd, defaultSettings.meeting.crowd)),
		publishedShare: publishedShare(dialogue, answersIn(play).length)
	};
}

/** Ours, where a meeting asks a question of the dialogue and its answers join that question's result. */
export const joinedMeeting: Defence = { name: 'joined meeting', disclose: discloseJoined };
