import { describe, expect, test } from 'vitest';
import { participantStates as states } from '#tests/support/participant-states.ts';
import { participantView, type ParticipantSetup } from './participant-view.ts';
import { participantWords } from './participant-words.ts';

const setup: ParticipantSetup = { language: 'sv', words: participantWords() };
const view = (state: keyof typeof states, more: Partial<ParticipantSetup> = {}) =>
	participantView(states[state], { ...setup, ...more });

describe('a phone shows', () => {
	test('that one is in, before anything is asked', () => {
		expect(view('waiting')).toMatchObject({ heading: 'Dialogmöte i Säffle', form: null, status: '' });
		expect(view('waiting').lines).toEqual(['Du är med. Frågan kommer hit när den ställs.']);
		expect(view('planned').lines).toEqual(['Mötet har inte börjat än. Sidan väntar här.']);
	});

	test('a question with one tap to answer, or with what it takes', () => {
		expect(view('choice').form).toMatchObject({ way: 'tap', stepId: 's1', hint: 'Tryck på ditt svar.' });
		expect(view('scale').form?.way).toBe('tap');
		expect(view('choices').form).toMatchObject({ way: 'several', most: 2, hint: 'Välj högst 2.' });
		expect(view('ranking').form).toMatchObject({ way: 'ranking', most: 3 });
		expect(view('wall').form).toMatchObject({ way: 'text', most: 200 });
		expect(view('wall').form?.hint).toContain('Den går inte att ändra när den är skickad.');
		expect(view('closing').lines).toEqual(['Sista chansen att svara.']);
	});

	test('that the answer is saved, and the question again to change it', () => {
		expect(view('saved')).toMatchObject({ status: 'Ditt svar är sparat', canChange: true, form: null });
		expect(view('saved', { changing: 's1' }).form?.way).toBe('tap');
		expect(view('saved', { changing: 'another' }).form).toBeNull();
	});

	test('that what is counted or sent as a text stands', () => {
		expect(view('counted')).toMatchObject({ canChange: false, form: null });
		expect(view('counted').lines[0]).toContain('Det går inte att ändra längre');
		expect(view('wall-sent')).toMatchObject({ status: 'Din text är skickad. Tack!', canChange: false });
	});

	test('results as text, most first, and never a number that is withheld', () => {
		expect(view('result').rows.map(({ label, figures }) => [label, figures])).toEqual([
			['Poliser', '30 (75\u00a0%)'],
			['Ljus', '10 (25\u00a0%)'],
			['Trafik', 'visas inte']
		]);
	});

	test('what the room does, and when it goes on', () => {
		expect(view('tally').lines).toEqual(['Räck upp handen i rummet.']);
		expect(view('dots').lines).toEqual(['Sätt en prick på tavlan.']);
		expect(view('pause').lines).toEqual(['Vi fortsätter klockan 19.15.']);
		expect(view('help').lines.join(' ')).toMatch(/112.*114\u00a014/);
	});

	test('what becomes of the answers, with dates, when all is over', () => {
		const { lines, link } = view('ended');
		expect(lines).toHaveLength(3);
		expect(lines[1]).toBe('Resultatet visas senast 18\u00a0december 2026.');
		expect(link).toBe('/saffle/dialog/trygg/resultat');
	});
});

test('what somebody may have begun with has the same key until something else is shown', () => {
	const key = (state: keyof typeof states) => view(state).key;
	expect(key('choice')).toBe(key('closing'));
	expect(new Set(Object.keys(states).map((name) => key(name as keyof typeof states))).size).toBeGreaterThan(
		14
	);
});
