import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { currentStep, nextCommand, tick, type Agenda } from './agenda.ts';
import type { Meeting } from './meeting.ts';
import { steer, type Steering } from './steer.ts';
import { undoMilliseconds } from './step-turn.ts';
import { isAsked, type Step, type StepContent } from './step.ts';

const meeting: Meeting = {
	...{ id: 'm', code: '482913', placeCode: '1785', slug: 'mote', title: { sv: 'Möte' }, form: 'hall' },
	...{ state: 'planned', rehearsal: false, dialogueId: null, venue: '', about: null, languages: ['sv'] },
	...{ secondLanguage: null, colours: 'light', leastShown: 5, announced: false, currentStepId: null },
	...{ blank: false, revision: 0, startedAt: null, endedAt: null, reportedAt: null },
	startsAt: new Date(0),
	endsAt: new Date(1e9)
};

const question: StepContent = {
	kind: 'question',
	joins: false,
	question: { key: 'q', version: 1, kind: 'choice', text: { sv: 'Fråga?' }, options: [] }
};
const contents: StepContent[] = [
	question,
	{ kind: 'tally', method: 'hands', text: { sv: 'Händer' }, options: [{ key: 'a', text: { sv: 'A' } }] },
	{ kind: 'pause', text: { sv: 'Paus' }, minutes: 5 },
	question,
	{ kind: 'review', sources: [{ from: 'step', stepId: 's0' }] }
];

const stepOf = (content: StepContent, position: number): Step => ({
	...{ id: `s${position}`, meetingId: 'm', position, content, state: 'waiting', display: 'hidden' },
	...{ pinnedSeq: null, dialogueId: null, stopsAt: null }
});

const planned: Agenda = { meeting, steps: contents.map(stepOf), undo: null };

/** What the use case does besides: an opened question gets a dialogue. */
const withDialogues = (agenda: Agenda): Agenda => ({
	...agenda,
	steps: agenda.steps.map((step) =>
		isAsked(step.content) && step.state === 'open' ? { ...step, dialogueId: `d ${step.id}` } : step
	)
});

const command: fc.Arbitrary<Steering> = fc.oneof(
	fc.constantFrom<Steering>(
		...(['start', 'close', 'undo', 'grow', 'reveal', 'freeze'] as const).map((what) => ({ do: what })),
		...(['hide-results', 'blank', 'unblank', 'end'] as const).map((what) => ({ do: what }))
	),
	fc.nat(5).map((index): Steering => ({ do: 'go', stepId: `s${index}` })),
	fc.integer({ min: 1, max: 90 }).map((seconds): Steering => ({ do: 'extend', seconds })),
	fc.nat(1e9).map((id): Steering => ({ do: 'add', id: `n${id}`, content: question }))
);

interface Happening {
	command: Steering;
	/** Milliseconds since the one before. */
	after: number;
}

const story: fc.Arbitrary<Happening[]> = fc.array(
	fc.record({ command, after: fc.constantFrom(0, 900, 4000, 9999, 10_000, 60_000) }),
	{ minLength: 1, maxLength: 40 }
);

/** Plays a story with the clock's work once a second between commands; `look` sees every state. */
function play(happenings: Happening[], look: (before: Agenda, after: Agenda, now: number) => void): Agenda {
	let agenda = planned;
	let now = 1000;
	const become = (next: Agenda) => {
		const whole = withDialogues(next);
		look(agenda, whole, now);
		agenda = whole;
	};
	for (const { command: what, after } of [
		{ command: { do: 'start' }, after: 0 } as Happening,
		...happenings
	]) {
		for (const until = now + after; now < until;) {
			now = Math.min(until, now + 1000);
			become(tick(agenda, new Date(now)));
		}
		const steered = steer(agenda, what, { now: new Date(now), seq: 3 });
		if (steered.ok) become(steered.agenda);
	}
	return agenda;
}

describe('whatever is commanded', () => {
	test('at most one step is open, and it is the one that everybody is at', () => {
		fc.assert(
			fc.property(story, (happenings) => {
				play(happenings, (_, after) => {
					const open = after.steps.filter(({ state }) => state === 'open');
					expect(open.length).toBeLessThanOrEqual(1);
					if (open[0]) expect(open[0].id).toBe(after.meeting.currentStepId);
				});
			})
		);
	});

	test('the revision rises whenever something changes, and only then', () => {
		fc.assert(
			fc.property(story, (happenings) => {
				play(happenings, (before, after) => {
					const same = JSON.stringify(before) === JSON.stringify(after);
					expect(after.meeting.revision - before.meeting.revision).toBe(same ? 0 : 1);
				});
			})
		);
	});

	test('a question that has been closed for good is never open again, and the order of steps stays whole', () => {
		fc.assert(
			fc.property(story, (happenings) => {
				play(happenings, (before, after) => {
					for (const was of before.steps) {
						const step = after.steps.find(({ id }) => id === was.id)!;
						if (isAsked(was.content) && was.state === 'closed') expect(step.state).toBe('closed');
					}
					expect(after.steps.map(({ position }) => position)).toEqual(after.steps.map((_, index) => index));
				});
			})
		);
	});

	test('a question that closes takes answers for ten seconds and is then closed by the clock', () => {
		fc.assert(
			fc.property(story, (happenings) => {
				play(happenings, (_, after, now) => {
					for (const { state, stopsAt, content } of after.steps) {
						if (state !== 'closing') continue;
						expect(isAsked(content)).toBe(true);
						expect(stopsAt!.getTime() - now).toBeLessThanOrEqual(undoMilliseconds);
					}
				});
				const agenda = play(happenings, () => undefined);
				const late = tick(agenda, new Date(1e9));
				expect(late.steps.filter(({ state }) => state === 'closing')).toEqual([]);
			})
		);
	});

	test('nothing happens after the end but taking it back within ten seconds', () => {
		fc.assert(
			fc.property(story, (happenings) => {
				play([...happenings, { command: { do: 'end' }, after: 0 }], (before, after) => {
					if (before.meeting.state !== 'ended') return;
					if (after.meeting.state === 'ended') expect(after.meeting.endedAt).toEqual(before.meeting.endedAt);
					else expect(after.meeting.state).toBe('live');
				});
			})
		);
	});
});

const run = (agenda: Agenda, now: number, ...commands: Steering[]): Agenda =>
	commands.reduce((before, one) => {
		const steered = steer(before, one, { now: new Date(now), seq: 3 });
		if (!steered.ok) throw new Error(steered.code);
		return withDialogues(steered.agenda);
	}, agenda);

describe('steering', () => {
	const live = run(planned, 0, { do: 'start' }, { do: 'go', stepId: 's0' });

	test('undo puts back the step that was left, within ten seconds and not after', () => {
		const gone = run(live, 1000, { do: 'go', stepId: 's1' });
		expect(gone.steps.map(({ state }) => state).slice(0, 2)).toEqual(['closing', 'open']);
		const back = run(gone, 10_999, { do: 'undo' });
		expect(back.steps.map(({ state }) => state).slice(0, 2)).toEqual(['open', 'waiting']);
		expect(currentStep(back)?.id).toBe('s0');
		const late = steer(gone, { do: 'undo' }, { now: new Date(11_000), seq: 3 });
		expect(late).toEqual({ ok: false, code: 'nothing-to-undo' });
	});

	test('what is revealed while answers come in stays as it was until they are counted; what is frozen stays', () => {
		const shown = run(live, 0, { do: 'reveal' }, { do: 'close' });
		expect(currentStep(shown)?.pinnedSeq).toBe(3);
		expect(currentStep(tick(shown, new Date(20_000)))).toMatchObject({ state: 'closed', pinnedSeq: null });
		const frozen = run(live, 0, { do: 'freeze' }, { do: 'close' });
		expect(currentStep(tick(frozen, new Date(20_000)))).toMatchObject({ state: 'closed', pinnedSeq: 3 });
	});

	test('what stood still when it was closed is revealed next, with its last answers', () => {
		const frozen = tick(run(live, 0, { do: 'freeze' }, { do: 'close' }), new Date(20_000));
		expect(nextCommand(frozen)).toEqual({ command: { do: 'reveal' }, stepId: 's0' });
		const revealed = run(frozen, 21_000, { do: 'reveal' });
		expect(currentStep(revealed)).toMatchObject({ display: 'shown', pinnedSeq: null });
		expect(nextCommand(revealed)?.command.do).toBe('go');
	});

	test('what normally comes next leads through the whole agenda', () => {
		let agenda = planned;
		const done: string[] = [];
		for (let now = 0; agenda.meeting.state !== 'ended'; now += 20_000) {
			agenda = tick(agenda, new Date(now));
			const { command: next } = nextCommand(agenda)!;
			done.push(next.do);
			agenda = run(agenda, now, next as Steering);
		}
		expect(done.join(' ')).toBe('start go close reveal go close reveal go go close reveal go end');
	});

	test('a meeting that nobody ended is over half a day after its time, and takes no more answers', () => {
		const late = tick(live, new Date(1e9 + 12 * 60 * 60 * 1000));
		expect(late.meeting.state).toBe('ended');
		expect(late.steps[0]!.state).toBe('closed');
	});

	test('a step that is added stands after the one that everybody is at', () => {
		const added = run(live, 0, { do: 'add', id: 'new', content: question });
		expect(added.steps.map(({ id }) => id)).toEqual(['s0', 'new', 's1', 's2', 's3', 's4']);
	});
});
