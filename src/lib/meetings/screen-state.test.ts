import { describe, expect, test } from 'vitest';
import type { Question } from '#lib/questionnaire/question.ts';
import type { ResultQuestion } from '#lib/results/public-result.ts';
import type { Meeting } from './meeting.ts';
import { countKey, screenState, type ScreenSources } from './screen-state.ts';
import type { Step, StepContent } from './step.ts';

const meeting: Meeting = {
	...{ id: 'm', code: '482913', placeCode: '1785', slug: 'mote', title: { sv: 'Möte', en: 'Meeting' } },
	...{ form: 'hall', state: 'live', rehearsal: false, dialogueId: null, venue: '', about: null },
	...{ languages: ['sv', 'en'], secondLanguage: 'en', colours: 'light', leastShown: 10, announced: false },
	...{ currentStepId: 's', blank: false, revision: 7, startedAt: null, endedAt: null, reportedAt: null },
	startsAt: new Date(0),
	endsAt: new Date(1)
};

const question: Question = {
	...{ key: 'q', version: 1, kind: 'choice', text: { sv: 'Tryggt?', en: 'Safe?' } },
	options: [
		{ key: 'yes', text: { sv: 'Ja, det är det', en: 'Yes, it is' }, short: { sv: 'Ja', en: 'Yes' } },
		{ key: 'no', text: { sv: 'Nej', en: 'No' } }
	]
};

const resultOf = (n: number | null): ResultQuestion => ({
	...{ key: 'q', version: 1, kind: 'choice', text: 'Tryggt?', n, skipped: 0, withheld: 0, base: n },
	options: []
});

function stateOf(content: StepContent, step: Partial<Step>, more: Partial<ScreenSources & Meeting> = {}) {
	const whole: Step = {
		...{ id: 's', meetingId: 'm', position: 0, content, state: 'open', display: 'hidden' },
		...{ pinnedSeq: null, dialogueId: 'd', stopsAt: null },
		...step
	};
	return screenState({
		agenda: { meeting: { ...meeting, ...more }, steps: [whole], undo: null },
		...{ releases: 4, origin: 'https://trygg.example.se', language: 'sv', answered: 12, counts: new Map() },
		results: [{ question, result: resultOf(12), seq: 3, caption: null }],
		texts: [{ id: 't', text: 'hemligt' }],
		themes: [{ name: 'tema', count: 9 }],
		after: null,
		...more
	});
}

const asked: StepContent = { kind: 'question', question, joins: false };
const wall: StepContent = {
	kind: 'wall',
	question: { ...question, kind: 'text', options: [] },
	joins: false
};

describe('the screen', () => {
	test('is told nothing of results or texts while they are hidden or everything is blanked out', () => {
		for (const content of [asked, wall])
			for (const blank of [false, true]) {
				const state = stateOf(content, { display: blank ? 'growing' : 'hidden' }, { blank });
				expect(state).toMatchObject({ results: [], texts: [], themes: [] });
				if (blank) expect(state).toMatchObject({ phase: 'blank', step: null, answered: null });
				expect(JSON.stringify(state)).not.toMatch(/hemligt|tema/);
			}
	});

	test('waits for enough answers before it shows results, and says so when no more come', () => {
		const few = { results: [{ question, result: resultOf(9), seq: 3, caption: null }] };
		expect(stateOf(asked, { display: 'growing' }, few)).toMatchObject({ phase: 'asking', results: [] });
		expect(stateOf(asked, { display: 'shown', state: 'closed' }, few)).toMatchObject({
			...{ phase: 'too-few', results: [], leastShown: 10 }
		});
		const none = { results: [{ question, result: resultOf(null), seq: 3, caption: null }], leastShown: 1 };
		expect(stateOf(asked, { display: 'shown', state: 'closed' }, none).phase).toBe('too-few');
		expect(stateOf(asked, { display: 'growing' })).toMatchObject({ phase: 'results', answered: 12 });
	});

	test('speaks both languages, in the short words where there are any, and rises with every release', () => {
		const state = stateOf(asked, { display: 'growing' });
		expect(state.results[0]!.labels).toEqual({
			yes: { first: 'Ja', second: 'Yes' },
			no: { first: 'Nej', second: 'No' }
		});
		expect(state.step!.heading).toEqual({ first: 'Tryggt?', second: 'Safe?' });
		expect(state.revision).toBe(11);
		expect(state.meeting).toMatchObject({
			address: 'HTTPS://TRYGG.EXAMPLE.SE/D/482913',
			code: '482\u00a0913'
		});
	});

	test('shows hands only when they are revealed, and never as answers', () => {
		const content: StepContent = {
			...{ kind: 'tally', method: 'hands', text: { sv: 'Vem?' } },
			options: [{ key: 'a', text: { sv: 'Jag' } }]
		};
		const counts = new Map([[countKey('s', 'a'), 31]]);
		expect(stateOf(content, {}, { counts })).toMatchObject({ phase: 'tally', tally: null, answered: null });
		const shown = stateOf(content, { display: 'shown' }, { counts });
		expect(shown.tally).toEqual({ method: 'hands', rows: [{ key: 'a', text: { first: 'Jag' }, count: 31 }] });
	});
});
