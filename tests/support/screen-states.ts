import type { ScreenResult, ScreenState, ScreenText } from '#lib/meetings/views.ts';
import { rankCounts } from '#lib/results/rank.ts';
import type { ResultOption, ResultQuestion } from '#lib/results/public-result.ts';
import type { QuestionKind } from '#lib/questionnaire/question.ts';

/** Texts as long as they may be: 24 characters for the screen. */
const longOptions: [string, string, string][] = [
	['light', 'Belysning på gångvägarna', 'Lighting on footpaths'],
	['drugs', 'Droghandel mitt i parken', 'Open drug dealing'],
	['speed', 'Buskörning på Storgatan', 'Reckless driving'],
	['police', 'Fler poliser som går här', 'More police on foot'],
	['young', 'Ungdomsgäng vid centrum', 'Youth gangs downtown'],
	['unknown', 'Vet inte, vill inte säga', 'Do not know']
];

export const longQuestion: ScreenText = {
	first: 'Vilka av de här sakerna tycker du är viktigast att göra något åt i kommunen?'
};
const englishQuestion = 'Which of these things do you think it is most important to do something about?';

interface Counted {
	kind?: QuestionKind;
	counts: (number | null)[];
	base: number;
	key?: string;
}

/** A result as the gate would give it. */
function resultOf({ kind = 'ranking', counts, base, key = 'first' }: Counted): ResultQuestion {
	const rankedKinds: QuestionKind[] = ['ranking', 'choices', 'place'];
	const ranks = rankCounts(
		counts.slice(0, 5).map((count) => count ?? 0),
		base
	);
	const options = counts.map((count, at): ResultOption => {
		const [option, text] = longOptions[at]!;
		const apart = at === 5;
		return {
			key: option,
			text,
			count,
			share: apart || count === null ? null : count / base,
			rank: apart || !rankedKinds.includes(kind) || count === null ? null : ranks[at]!.rank,
			tied: !apart && count !== null && ranks[at]!.tied,
			...(apart && { apart: true as const }),
			...(count === null && { hidden: true as const })
		};
	});
	return { key, version: 1, kind, text: longQuestion.first, n: base, skipped: 0, withheld: 0, base, options };
}

const labels = (two: boolean): Record<string, ScreenText> =>
	Object.fromEntries(
		longOptions.map(([key, first, second]) => [key, two ? { first, second } : { first }] as const)
	);

const shown = (counted: Counted, more: Partial<ScreenResult> = {}, two = false): ScreenResult => ({
	result: resultOf(counted),
	labels: labels(two),
	seq: 3,
	...more
});

const base: ScreenState = {
	revision: 7,
	meeting: {
		title: { first: 'Dialogmöte i Säffle om trygghet i centrum' },
		code: '482 913',
		address: 'HTTPS://TRYGG.SAFFLE.EXAMPLE/D/482913',
		state: 'live',
		rehearsal: false,
		colours: 'light',
		languages: ['sv']
	},
	phase: 'join',
	step: null,
	answered: null,
	display: 'hidden',
	results: [],
	tally: null,
	texts: [],
	themes: [],
	endsAt: null
};

const step = (more: Partial<NonNullable<ScreenState['step']>> = {}): NonNullable<ScreenState['step']> => ({
	id: 's1',
	kind: 'priority',
	number: 2,
	state: 'open',
	heading: longQuestion,
	steps: 6,
	...more
});

const growing = { counts: [131, 121, 118, 64, 29, 7], base: 152 };

const texts = [
	'Det är mörkt mellan stationen och skolan. Tänd lamporna tidigare på hösten.',
	'Jag vill se poliser som stannar och pratar, inte bara kör förbi.',
	'Parken vid ån behöver buskar som klipps ned så att man ser vem som kommer. Min dotter går hellre runt hela kvarteret än genom parken när det är mörkt ute.',
	'Bussen borde stanna vid sjukhuset även sent på kvällen.',
	'Fler aktiviteter för ungdomar på helgerna, gärna i idrottshallen som ändå står tom.'
].map((text, at) => ({ id: `t${at}`, text }));

/** Every state of the big screen, by name. `at` is the moment that clocks count from. */
export function screenStates(at: number): Record<string, ScreenState> {
	const two: Partial<ScreenState['meeting']> = {
		languages: ['sv', 'en'],
		title: { ...base.meeting.title, second: 'Meeting in Säffle about safety downtown' }
	};
	const inTwo = (state: ScreenState): ScreenState => ({ ...state, meeting: { ...state.meeting, ...two } });
	const both = { ...longQuestion, second: englishQuestion };
	const results: ScreenState = {
		...base,
		phase: 'results',
		step: step(),
		display: 'growing',
		results: [shown(growing)]
	};
	const tally: ScreenState = {
		...base,
		phase: 'tally',
		step: step({ kind: 'tally', heading: { first: 'Hur många skulle gå genom parken efter klockan 21?' } }),
		tally: {
			method: 'hands',
			rows: [
				{ key: 'a', text: { first: 'Ja, utan att tveka alls' }, count: 23 },
				{ key: 'b', text: { first: 'Bara tillsammans' }, count: 41 },
				{ key: 'c', text: { first: 'Nej, jag går en omväg' }, count: 112 }
			]
		}
	};
	const wall: ScreenState = {
		...base,
		phase: 'wall',
		step: step({ kind: 'wall', heading: { first: 'Vad skulle göra störst skillnad där du bor?' } }),
		texts
	};
	const pair = [
		shown({ counts: [60, 80, 64, 21, 18, 4], base: 98 }, { caption: { first: 'Våren 2026 (98 svar)' } }),
		shown(growing, { caption: { first: 'I kväll (152 svar)' } })
	];
	return {
		join: base,
		'join-two': inTwo(base),
		asking: { ...base, phase: 'asking', step: step(), answered: 38, endsAt: at + 95_000 },
		'asking-growing': {
			...base,
			phase: 'asking',
			step: step(),
			answered: 38,
			display: 'growing',
			endsAt: at + 95_000
		},
		'asking-first': {
			...base,
			phase: 'asking',
			step: step({ help: { first: 'Välj upp till tre. Du kan ändra dig ända tills svaren räknas.' } })
		},
		'asking-two': inTwo({ ...base, phase: 'asking', step: step({ heading: both }), answered: 38 }),
		closing: {
			...base,
			phase: 'asking',
			step: step({ state: 'closing' }),
			answered: 120,
			endsAt: at + 8000
		},
		'too-few': { ...base, phase: 'too-few', step: step({ state: 'closed' }), answered: 6, leastShown: 10 },
		growing: results,
		revealed: {
			...results,
			display: 'shown',
			results: [shown({ kind: 'choices', counts: [131, 121, 90, null, 29, 7], base: 152 })]
		},
		scale: { ...results, display: 'shown', results: [shown({ ...growing, kind: 'scale' })] },
		frozen: { ...results, display: 'frozen' },
		'results-two': inTwo({
			...results,
			step: step({ heading: both }),
			results: [shown(growing, {}, true)]
		}),
		tally,
		dots: { ...tally, tally: { ...tally.tally!, method: 'dots' } },
		notes: {
			...base,
			phase: 'notes',
			step: step({ kind: 'notes', heading: { first: 'Var känner ni er otrygga, och när?' } })
		},
		wall,
		'wall-empty': { ...wall, texts: [] },
		themes: {
			...wall,
			themes: [
				{ name: 'Belysning och sikt', count: 24 },
				{ name: 'Poliser som syns', count: 17 },
				{ name: 'Kollektivtrafik sent', count: 9 },
				{ name: 'Ungdomars fritid', count: 8 }
			]
		},
		'before-after': {
			...base,
			phase: 'review',
			step: step({ kind: 'review', heading: { first: 'Har det blivit bättre sedan i våras?' } }),
			results: pair
		},
		'two-questions': {
			...base,
			phase: 'review',
			step: step({ kind: 'review', heading: { first: 'Det här har ni svarat i kväll' } }),
			results: [
				shown(growing, { caption: { first: 'Viktigast att göra något åt' } }),
				shown(
					{ kind: 'choices', counts: [60, 80, 64, 21], base: 98, key: 'where' },
					{ caption: { first: 'Otryggast i mörkret' } }
				)
			]
		},
		'before-after-two': inTwo({
			...base,
			phase: 'review',
			step: step({ kind: 'review', heading: { first: 'Har det blivit bättre?', second: 'Is it better?' } }),
			results: [
				shown(
					{ counts: [60, 80, 64, 21, 18, 4], base: 98 },
					{ caption: { first: 'Våren 2026 (98 svar)', second: 'Spring 2026 (98 answers)' } },
					true
				),
				shown(growing, { caption: { first: 'I kväll (152 svar)', second: 'Tonight (152 answers)' } }, true)
			]
		}),
		'two-questions-two': inTwo({
			...base,
			phase: 'review',
			step: step({
				kind: 'review',
				heading: { first: 'Det här har ni svarat', second: 'What you answered' }
			}),
			results: [
				shown(growing, { caption: { first: 'Viktigast att göra något åt', second: 'Most important' } }, true),
				shown(
					{ kind: 'choices', counts: [60, 80, 64, 21], base: 98, key: 'where' },
					{ caption: { first: 'Otryggast i mörkret', second: 'Least safe after dark' } },
					true
				)
			]
		}),
		pause: {
			...base,
			phase: 'pause',
			step: step({ kind: 'pause', heading: { first: 'Paus med kaffe' } }),
			endsAt: at + 14 * 60_000
		},
		'answers-used': {
			...base,
			phase: 'information',
			step: step({ kind: 'information', preset: 'answers-used' })
		},
		help: { ...base, phase: 'information', step: step({ kind: 'information', preset: 'help' }) },
		'help-two': inTwo({
			...base,
			phase: 'information',
			step: step({ kind: 'information', preset: 'help' })
		}),
		information: {
			...base,
			phase: 'information',
			step: step({
				kind: 'information',
				heading: { first: 'Välkomna' },
				help: { first: 'I kväll pratar vi om tryggheten i centrum.\nVi är klara klockan 20.30.' }
			})
		},
		blank: { ...base, phase: 'blank' },
		ended: {
			...base,
			phase: 'ended',
			meeting: { ...base.meeting, state: 'ended' },
			after: { path: '/saffle/dialog/trygg-i-saffle', resultsDueOn: '2026-12-18', pledgesDueOn: '2027-02-01' }
		},
		rehearsal: { ...results, meeting: { ...base.meeting, rehearsal: true } }
	};
}

/** The same state on a dark screen. */
export const inDark = (state: ScreenState): ScreenState => ({
	...state,
	meeting: { ...state.meeting, colours: 'dark' }
});
