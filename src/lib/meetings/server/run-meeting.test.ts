import { expect, test } from 'vitest';
import { closeAndSeal } from '#lib/sealing/server/close-and-seal.ts';
import { sealDialogue } from '#lib/sealing/server/seal-dialogue.ts';
import { randomId } from '#lib/server/random.ts';
import type { TestContext } from '#tests/support/context.ts';
import { onBothEngines } from '#tests/support/context.ts';
import { planMeeting, steerThrough } from '#tests/support/meeting.ts';
import { mustBeOk } from '#tests/support/builders.ts';
import { answerStep } from './answer-step.ts';
import { moveMeetingsByClock } from './move-meetings-by-clock.ts';
import { readAgenda } from './read-agenda.ts';
import { readTurnout } from './read-meeting-report.ts';
import { readParticipantState } from './read-participant-state.ts';
import { readRemoteFacts } from './read-remote-state.ts';
import { readScreenState } from './read-screen-state.ts';
import { steerMeeting } from './steer-meeting.ts';

const origin = 'https://trygg.example.se';

const later = (ctx: TestContext, seconds: number) =>
	ctx.setNow(new Date(ctx.now().getTime() + seconds * 1000));

const screenOf = async (ctx: TestContext, id: string) =>
	readScreenState(ctx, await readAgenda(ctx, id), { origin });

/** What the remote is told of the first step. */
async function factsOf(ctx: TestContext, id: string) {
	const agenda = await readAgenda(ctx, id);
	return (await readRemoteFacts(ctx, agenda, 'sv')).facts.get(agenda.steps[0]!.id);
}

/** So many participants answer the open step; every third of them no. */
async function answers(ctx: TestContext, id: string, count: number): Promise<string[]> {
	const people: string[] = [];
	for (let one = 0; one < count; one++) {
		const agenda = await readAgenda(ctx, id);
		const participant = randomId(ctx.random);
		const value = one % 3 === 0 ? 'no' : 'yes';
		const stepId = agenda.meeting.currentStepId!;
		await mustBeOk(answerStep(ctx, { agenda, stepId, participant, value, source: 'hall' }));
		people.push(participant);
	}
	return people;
}

onBothEngines('a meeting', (createContext) => {
	test('shows nothing of a question until it is revealed, then what has been released', async () => {
		const ctx = await createContext();
		const meeting = await planMeeting(ctx);
		expect((await screenOf(ctx, meeting.id)).phase).toBe('join');
		await steerThrough(ctx, meeting, 'start', 0);
		const asking = await screenOf(ctx, meeting.id);
		expect(asking).toMatchObject({ phase: 'asking', answered: null, results: [], display: 'hidden' });
		expect(asking.step?.heading).toEqual({ first: 'Är gatorna tillräckligt belysta?' });
		expect(await factsOf(ctx, meeting.id)).toMatchObject({ answered: null, enough: false });

		await answers(ctx, meeting.id, 30);
		const { dialogueId } = (await readAgenda(ctx, meeting.id)).steps[0]!;
		await sealDialogue(ctx, dialogueId!);
		expect((await screenOf(ctx, meeting.id)).results).toEqual([]);

		await steerThrough(ctx, meeting, 'close');
		later(ctx, 11);
		await moveMeetingsByClock(ctx);
		await closeAndSeal(ctx, dialogueId!);
		expect(await screenOf(ctx, meeting.id)).toMatchObject({ phase: 'asking', answered: 30 });

		await steerThrough(ctx, meeting, 'reveal');
		const shown = await screenOf(ctx, meeting.id);
		expect(shown.phase).toBe('results');
		expect(shown.results[0]?.result).toMatchObject({ n: 30, key: 'lighting' });
		expect(await factsOf(ctx, meeting.id)).toMatchObject({ answered: 30, enough: true });
		expect(shown.results[0]?.result.options.map(({ count }) => count)).toEqual([20, 10, 0]);
	});

	test('tells everybody after its end how many took part at least, when so many may be shown', async () => {
		const ctx = await createContext();
		const { id } = await planMeeting(ctx, { leastShown: 12 });
		await steerThrough(ctx, { id }, 'start', 0);
		await answers(ctx, id, 12);
		const { steps } = await readAgenda(ctx, id);
		const turnout = async (leastShown = 12) =>
			readTurnout(
				{ ...ctx, actor: { kind: 'visitor' } },
				{ ...(await readAgenda(ctx, id)).meeting, leastShown },
				'sv'
			);
		await steerThrough(ctx, { id }, 'close');
		later(ctx, 11);
		await moveMeetingsByClock(ctx);
		await closeAndSeal(ctx, steps[0]!.dialogueId!);
		expect(await turnout()).toBeNull();
		await steerThrough(ctx, { id }, 'end');
		expect(await turnout()).toBe(12);
		expect(await turnout(13)).toBeNull();
	});

	test('takes a changed answer until it is counted, and each participant once', async () => {
		const ctx = await createContext();
		const meeting = await planMeeting(ctx);
		await steerThrough(ctx, meeting, 'start', 0);
		const [first] = await answers(ctx, meeting.id, 1);
		const agenda = await readAgenda(ctx, meeting.id);
		const state = () => readParticipantState(ctx, agenda, { language: 'sv', participant: first });
		expect(await state()).toMatchObject({ phase: 'question', answer: 'saved' });
		const change = { agenda, stepId: agenda.meeting.currentStepId!, participant: first!, source: 'hall' };
		expect(await mustBeOk(answerStep(ctx, { ...change, value: 'yes' }))).toBe('saved');

		await steerThrough(ctx, meeting, 'close');
		later(ctx, 11);
		await moveMeetingsByClock(ctx);
		await expect(answerStep(ctx, { ...change, value: 'no' })).rejects.toThrow('not-open');
		await closeAndSeal(ctx, agenda.steps[0]!.dialogueId!);
		expect(await state()).toMatchObject({ answer: 'counted' });
	});

	test('asks a question again, as a step of its own that takes answers', async () => {
		const ctx = await createContext();
		const meeting = await planMeeting(ctx);
		await steerThrough(ctx, meeting, 'start', 0, 'close');
		later(ctx, 11);
		await moveMeetingsByClock(ctx);
		const { steps } = await readAgenda(ctx, meeting.id);
		const steer = (again: string) =>
			steerMeeting(ctx, { meetingId: meeting.id, command: { do: 'add', what: { again } } });
		await mustBeOk(steer(steps[0]!.id));
		expect(await steer(steps[2]!.id)).toMatchObject({ ok: false, problems: [{ code: 'unknown' }] });
		expect(await steer('finns-inte')).toMatchObject({ ok: false, problems: [{ code: 'unknown' }] });
		await steerThrough(ctx, meeting, 1);
		await answers(ctx, meeting.id, 12);
		const after = await readAgenda(ctx, meeting.id);
		expect(after.steps[1]).toMatchObject({ content: steps[0]!.content, state: 'open' });
		expect(after.steps[1]!.dialogueId).not.toBe(steps[0]!.dialogueId);
		await steerThrough(ctx, meeting, 'close');
		later(ctx, 11);
		await moveMeetingsByClock(ctx);
		await closeAndSeal(ctx, after.steps[1]!.dialogueId!);
		expect((await screenOf(ctx, meeting.id)).answered).toBe(12);
	});
});
