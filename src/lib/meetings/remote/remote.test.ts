import { describe, expect, test } from 'vitest';
import type { RemoteCommand } from '../commands.ts';
import type { RemoteState, RemoteStep } from '../views.ts';
import { commandOfForm } from './command-form.ts';
import { canOpen, screenStanding, secondaryCommands, secondsLeft, takesAnswers } from './remote-actions.ts';
import { commandWords, nextWords, openWords, stepStanding } from './remote-words.ts';

const step = (number: number, change: Partial<RemoteStep> = {}): RemoteStep => ({
	...{ id: `s${number}`, kind: 'question', number, state: 'waiting', heading: `Moment ${number}` },
	...{ display: 'hidden', answered: null, waiting: false, enough: true, unread: null, endsAt: null },
	...change
});
const state = (change: Partial<RemoteState> = {}): RemoteState => ({
	revision: 4,
	meeting: {
		...{ id: 'm', title: 'Möte', code: '123456', state: 'live', rehearsal: false, blank: false },
		...{ startsAt: 0, endsAt: 0 }
	},
	currentStepId: 's1',
	steps: [step(1, { state: 'open' }), step(2), step(3, { kind: 'pause' })],
	next: { command: { do: 'close' }, stepId: 's1' },
	...{ undo: null, screenSeenAt: null, takenOver: false, locked: false },
	...change
});
const doing = (commands: RemoteCommand[]) => commands.map((command) => command.do);

describe('the dominant button', () => {
	test.each([
		[{ do: 'go', stepId: 's2' }, 's2', 'Öppna fråga 2: Moment 2'],
		[{ do: 'go', stepId: 's3' }, 's3', 'Börja paus 3: Moment 3'],
		[{ do: 'close' }, 's1', 'Stäng 1: inga fler svar om tio sekunder'],
		[{ do: 'reveal' }, 's1', 'Visa resultatet av 1: Moment 1'],
		[{ do: 'start' }, null, 'Starta mötet'],
		[{ do: 'end' }, null, 'Avsluta mötet']
	] as const)('says what %o does', (command, stepId, words) => {
		expect(nextWords(state({ next: { command, stepId } }))).toBe(words);
	});
});

test('the dominant button promises no more answers where hands are counted', () => {
	expect(nextWords(state({ steps: [step(1, { kind: 'tally', state: 'open' })] }))).toBe('Stäng räkningen 1');
});

test('the dominant button ends with the number where a step has no heading', () => {
	const next = { command: { do: 'go', stepId: 's1' } as const, stepId: 's1' };
	expect(nextWords(state({ next, steps: [step(1, { kind: 'information', heading: '' })] }))).toBe(
		'Visa information 1'
	);
});

describe('what else can be done', () => {
	test('never repeats what comes next', () => {
		expect(doing(secondaryCommands(state()))).toEqual(['reveal', 'grow']);
		expect(doing(secondaryCommands(state({ next: { command: { do: 'reveal' }, stepId: 's1' } })))).toEqual([
			'grow',
			'close'
		]);
	});

	test('follows what the screen shows', () => {
		const showing = (display: RemoteStep['display'], now: RemoteStep['state']) =>
			doing(secondaryCommands(state({ next: null, steps: [step(1, { state: now, display })] })));
		expect(showing('growing', 'closing')).toEqual(['freeze', 'hide-results']);
		expect(showing('frozen', 'closing')).toEqual(['reveal', 'grow', 'hide-results']);
		expect(showing('growing', 'closed')).toEqual(['hide-results', 'add']);
		expect(showing('frozen', 'closed')).toEqual(['reveal', 'hide-results', 'add']);
	});

	test('a question that is closed for good is shown or asked again, never opened again', () => {
		const closed = step(1, { state: 'closed' });
		expect(openWords(closed)).toBe('Visa igen');
		expect(openWords(step(1, { state: 'closed', kind: 'tally' }))).toBe('Öppna igen');
		expect(openWords(step(2))).toBe('Öppna');
		const [again] = secondaryCommands(state({ steps: [closed] })).filter(({ do: what }) => what === 'add');
		expect(again).toEqual({ do: 'add', what: { again: 's1' } });
		expect(commandWords(again!)).toBe('Ställ frågan igen');
	});

	test('says that opening another step closes a question, and nothing else', () => {
		expect(takesAnswers(step(1, { state: 'open' }))).toBe(true);
		expect(takesAnswers(step(1, { state: 'open', kind: 'wall' }))).toBe(true);
		expect(takesAnswers(step(1, { state: 'closed' }))).toBe(false);
		expect(takesAnswers(step(1, { state: 'open', kind: 'pause' }))).toBe(false);
		expect(takesAnswers(undefined)).toBe(false);
	});

	test('gives more time where there is a clock', () => {
		const closing = step(1, { state: 'closing', endsAt: 10_000 });
		expect(doing(secondaryCommands(state({ next: null, steps: [closing] })))).toContain('extend');
	});

	test('is nothing before the meeting has begun', () => {
		const planned = state();
		planned.meeting.state = 'planned';
		expect(secondaryCommands(planned)).toEqual([]);
		expect(canOpen(planned, planned.steps[1]!)).toBe(false);
	});

	test('a step can be opened unless it is on or comes next', () => {
		const now = state({ next: { command: { do: 'go', stepId: 's2' }, stepId: 's2' } });
		expect(now.steps.map((one) => canOpen(now, one))).toEqual([false, false, true]);
	});
});

test('a step says how it stands, and never a number that is not released', () => {
	expect(stepStanding(step(1, { state: 'open', waiting: true }), true)).toBe(
		'Öppen · svar väntar på att bli fler · visas inte'
	);
	expect(stepStanding(step(1, { state: 'closed', answered: 24, display: 'shown' }), true)).toBe(
		'Klar · 24 räknade svar · visas på storbilden'
	);
	expect(stepStanding(step(1, { state: 'closed', answered: 24, display: 'shown' }), false)).toBe(
		'Klar · 24 räknade svar'
	);
	expect(stepStanding(step(3, { kind: 'pause' }), true)).toBe('Väntar');
});

test('a step whose numbers are held back says when they come, and never that they are on the screen', () => {
	const few = { answered: 51, enough: false } as const;
	expect(stepStanding(step(1, { ...few, state: 'open', display: 'growing' }), true)).toBe(
		'Öppen · 51 räknade svar · syns på storbilden när fler har svarat, eller när du stänger'
	);
	expect(stepStanding(step(1, { ...few, state: 'closed', display: 'shown' }), true)).toBe(
		'Klar · 51 räknade svar · för få svar att visa'
	);
	expect(stepStanding(step(1, { ...few, state: 'open' }), true)).toBe('Öppen · 51 räknade svar · visas inte');
});

test('the screen is there, silent or not open', () => {
	expect(screenStanding(state(), 100_000)).toBe('none');
	expect(screenStanding(state({ screenSeenAt: 90_000 }), 100_000)).toBe('there');
	expect(screenStanding(state({ screenSeenAt: 50_000 }), 100_000)).toBe('silent');
});

test('seconds are whole, and never below none', () => {
	expect([secondsLeft(10_000, 100), secondsLeft(10_000, 9001), secondsLeft(10_000, 20_000)]).toEqual([
		10, 1, 0
	]);
});

describe('a form of the remote', () => {
	const formOf = (fields: Record<string, string>): FormData => {
		const form = new FormData();
		for (const [name, value] of Object.entries(fields)) form.set(name, value);
		return form;
	};

	test('carries the command of its button, or what is to be added', () => {
		expect(commandOfForm(formOf({ command: '{"do":"blank"}' }))).toEqual({ do: 'blank' });
		expect(commandOfForm(formOf({ command: '{"do":' }))).toBeUndefined();
		expect(commandOfForm(formOf({ add: 'question', questionKey: 'safe_evening' }))).toEqual({
			do: 'add',
			what: { questionKey: 'safe_evening' }
		});
		expect(
			commandOfForm(formOf({ add: 'hands', handsOn: 'Mer ljus?', handsOptions: 'Ja\r\n\r\n Nej ' }))
		).toEqual({
			do: 'add',
			what: { handsOn: 'Mer ljus?', options: ['Ja', 'Nej'] }
		});
		expect(commandOfForm(formOf({ add: 'pause', pauseMinutes: '10' }))).toEqual({
			do: 'add',
			what: { pauseMinutes: 10 }
		});
	});

	test('counts hands in whole numbers only', () => {
		const counted = formOf({ counted: 's', 'count:yes': '12', 'count:no': '', 'count:x': '-3' });
		expect(commandOfForm(counted)).toEqual({ do: 'count', stepId: 's', counts: { yes: 12 } });
	});
});
