import { expect, test } from 'vitest';
import { listDialogues } from '#lib/dialogues/server/list-dialogues.ts';
import { readDialogue, readDialogueByCode, readDialogueOrPart } from '#lib/dialogues/server/read-dialogue.ts';
import { listQuestionnaires } from '#lib/questionnaire/server/list-questionnaires.ts';
import { readReleases } from '#lib/results/server/read-releases.ts';
import { readResults } from '#lib/results/server/read-results.ts';
import { closeAndSeal } from '#lib/sealing/server/close-and-seal.ts';
import { recountDialogue } from '#lib/sealing/server/recount-dialogue.ts';
import { sealDialogue } from '#lib/sealing/server/seal-dialogue.ts';
import { randomId } from '#lib/server/random.ts';
import { answerOnce, lighting, mustBeOk, openTestDialogue } from '#tests/support/builders.ts';
import type { TestContext } from '#tests/support/context.ts';
import { onBothEngines } from '#tests/support/context.ts';
import { planMeeting, steerThrough } from '#tests/support/meeting.ts';
import { answerStep } from './answer-step.ts';
import { moveMeetingsByClock } from './move-meetings-by-clock.ts';
import { readAgenda } from './read-agenda.ts';
import { rehearseMeeting } from './rehearse-meeting.ts';

const joined = [{ kind: 'question' as const, question: lighting, joins: true }];

async function answerInHall(ctx: TestContext, id: string, count: number): Promise<void> {
	const agenda = await readAgenda(ctx, id);
	for (let one = 0; one < count; one++)
		await mustBeOk(
			answerStep(ctx, {
				...{ agenda, stepId: agenda.meeting.currentStepId!, participant: randomId(ctx.random) },
				...{ value: one % 2 === 0 ? 'yes' : 'no', source: 'hall' }
			})
		);
}

/** Closes the open step for good and seals its last answers. */
async function closeStep(ctx: TestContext, id: string) {
	await steerThrough(ctx, { id }, 'close');
	ctx.setNow(new Date(ctx.now().getTime() + 11_000));
	await moveMeetingsByClock(ctx);
	const { steps, meeting } = await readAgenda(ctx, id);
	const step = steps.find((one) => one.id === meeting.currentStepId)!;
	return closeAndSeal(ctx, step.dialogueId!);
}

onBothEngines('a meeting that asks a question of a dialogue', (createContext) => {
	test('adds its released answers to that question, and nothing else', async () => {
		const ctx = await createContext();
		const dialogue = await openTestDialogue(ctx);
		for (let one = 0; one < 20; one++)
			await answerOnce(ctx, dialogue, {
				answers: { lighting: one % 4 === 0 ? 'no' : 'yes' },
				background: { district: one % 2 === 0 ? 'north' : 'south' }
			});
		await sealDialogue(ctx, dialogue.id);
		const results = (filter = {}) => readResults(ctx, { dialogue, filter, language: 'sv' });
		const before = await results();
		const meeting = await planMeeting(ctx, { dialogueId: dialogue.id }, joined);
		await steerThrough(ctx, meeting, 'start', 0);
		await answerInHall(ctx, meeting.id, 24);
		const release = await closeStep(ctx, meeting.id);

		const after = await results();
		expect(release?.joined).toEqual({ dialogueId: dialogue.id, seq: after.seq });
		expect(after.seq).toBe(before.seq + 1);
		expect(after.n).toBe(before.n);
		const question = (result: typeof after, key: string) => result.questions.find((one) => one.key === key)!;
		const light = question(after, 'lighting');
		expect(light.meeting).toBe(24);
		expect(light.n! + light.skipped! + light.withheld!).toBe(after.n! + 24);
		expect(light.n).toBe((question(before, 'lighting').n ?? 0) + 24);
		expect(question(after, 'priority')).toEqual(question(before, 'priority'));
		const north = await results({ district: ['north'] });
		if (north.n !== null) expect(question(north, 'lighting')).toMatchObject({ meetingNotSplit: 24 });
		expect(question(north, 'lighting').meeting).toBeUndefined();
		expect((await recountDialogue(ctx, dialogue.id)).faults).toEqual([]);
		expect((await readReleases(ctx, dialogue)).at(-1)?.seq).toBe(after.seq);
	});

	test('keeps its parts out of every list and address but the open interface', async () => {
		const ctx = await createContext();
		const dialogue = await openTestDialogue(ctx);
		const meeting = await planMeeting(ctx, { dialogueId: dialogue.id }, joined);
		await steerThrough(ctx, meeting, 'start', 0);
		const { dialogueId } = (await readAgenda(ctx, meeting.id)).steps[0]!;
		const part = await readDialogue(ctx, dialogueId!);
		expect(part).toMatchObject({ partOf: meeting.id, joins: dialogue.id, channels: ['meeting'] });
		expect(part.code).toMatch(/^\d{12}$/);
		expect((await listDialogues(ctx)).map(({ id }) => id)).toEqual([dialogue.id]);
		expect(await listDialogues(ctx, { parts: { of: meeting.id } })).toHaveLength(1);
		expect(await listQuestionnaires(ctx, '1785')).toHaveLength(1);
		await expect(readDialogueByCode(ctx, part.code)).rejects.toThrow('no such dialogue');
		expect((await readDialogueOrPart(ctx, part.code)).id).toBe(part.id);
	});

	test('does not join as a rehearsal', async () => {
		const ctx = await createContext();
		const dialogue = await openTestDialogue(ctx);
		const meeting = await planMeeting(ctx, { dialogueId: dialogue.id }, joined);
		const rehearsal = await rehearseMeeting(ctx, meeting.id);
		await steerThrough(ctx, rehearsal, 'start', 0);
		await answerInHall(ctx, rehearsal.id, 12);
		expect((await closeStep(ctx, rehearsal.id))?.joined).toBeUndefined();
		const result = await readResults(ctx, { dialogue, filter: {}, language: 'sv' });
		expect(result).toMatchObject({ seq: 0, n: null });
		expect(result.questions.every((question) => question.meeting === undefined)).toBe(true);
	});
});
