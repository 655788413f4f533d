import { describe, expect, test } from 'vitest';
import { answerOnce, mustBeOk, openTestDialogue } from '#tests/support/builders.ts';
import { createTestContext, onBothEngines, type TestContext } from '#tests/support/context.ts';
import { AppError } from '../../server/app-error.ts';
import { randomId } from '../../server/random.ts';
import { challengeText, solve } from '../proof-of-work.ts';
import { acceptAnswers } from './accept-answers.ts';
import {
	admitAnswer,
	bitsFor,
	countWrongCode,
	giveBack,
	patient,
	ProofNeeded,
	unasked
} from './intake-limit.ts';
import type { Applicant } from './waiting-ticket.ts';

const noon = '2027-03-15T12:00:00Z';
const after = (seconds: number) => new Date(Date.parse(noon) + seconds * 1000);

async function visitorContext(): Promise<TestContext> {
	const ctx = await createTestContext();
	ctx.setNow(noon);
	return Object.assign(ctx, { actor: { kind: 'visitor' as const } });
}

type Given = Partial<Applicant>;
let keys = 0;
const applicant = (given: Given = {}): Applicant => ({
	dialogueId: 'dialogue',
	key: `key ${++keys}`,
	source: 'hall',
	...given
});

/** Sends this many answers and counts those that were let in. */
const letIn = (ctx: TestContext, times: number, given: Given = {}): number =>
	Array.from({ length: times }, () => admitAnswer(ctx, applicant(given))).filter((needed) => !needed).length;

function neededFor(ctx: TestContext, who: Applicant): ProofNeeded {
	const needed = admitAnswer(ctx, who);
	if (!needed) throw new Error('it was let in');
	return needed;
}

const proofFor = (ctx: TestContext, who: Applicant) => solve(challengeText(neededFor(ctx, who).challenge));

describe('what one network may send', () => {
	test('1,000 answers in two minutes are let in unasked, and a thousand more two minutes later', async () => {
		const ctx = await visitorContext();
		expect(letIn(ctx, 5000)).toBe(unasked);
		ctx.setNow(after(100));
		expect(letIn(ctx, 100)).toBe(0);
		ctx.setNow(after(131));
		expect(letIn(ctx, 5000)).toBe(unasked);
	});

	test('another network and another dialogue are not touched', async () => {
		const ctx = await visitorContext();
		letIn(ctx, 5000);
		expect(letIn(ctx, 10, { source: 'home' })).toBe(10);
		expect(letIn(ctx, 10, { dialogueId: 'other' })).toBe(10);
	});

	test('staff and the system are not counted', async () => {
		const ctx = Object.assign(await visitorContext(), { actor: { kind: 'system' as const } });
		expect(letIn(ctx, 3000)).toBe(3000);
	});

	test('what is given back can be sent again', async () => {
		const ctx = await visitorContext();
		letIn(ctx, unasked);
		giveBack(ctx, applicant());
		expect(letIn(ctx, 5)).toBe(1);
	});
});

describe('a proof of work', () => {
	test.each([
		[-5, 12],
		[0, 12],
		[127, 12],
		[128, 13],
		[800, 14],
		[5_000, 17],
		[128 * 2 ** 8, 20],
		[10_000_000, 20]
	])('after %s answers too many it has %s bits', (excess, bits) => {
		expect(bitsFor(excess)).toBe(bits);
	});

	test('holds a device that does nothing else all two minutes to less than ten thousand, and a hall to no wait', () => {
		const workFor = (answers: number, saved = 0) =>
			Array.from({ length: answers }, (_, excess) => 2 ** (bitsFor(excess) - saved)).reduce(
				(a, b) => a + b,
				0
			);
		// One core works out 1.25 million hashes a second, and challenges may be two bits old.
		const twoMinutes = 120 * 1.25e6;
		expect(workFor(9_000, 2)).toBeGreaterThan(twoMinutes);
		// The last of 800 telephones at a tenth of that: 0.13 s.
		expect(2 ** bitsFor(800) / 1.25e5).toBeLessThan(0.2);
	});

	test('lets one answer in, and only the one that it was asked for', async () => {
		const ctx = await visitorContext();
		letIn(ctx, unasked);
		const who = applicant();
		const proof = await proofFor(ctx, who);
		expect(admitAnswer(ctx, applicant({ proof }))).toBeInstanceOf(ProofNeeded);
		expect(admitAnswer(ctx, { ...who, dialogueId: 'dialogue', key: `${who.key}x`, proof })).toBeDefined();
		expect(admitAnswer(ctx, { ...who, proof })).toBeUndefined();
	});

	test('is refused when it is forged, easier than asked, or old', async () => {
		const ctx = await visitorContext();
		letIn(ctx, unasked);
		const who = applicant();
		const { challenge } = neededFor(ctx, who);
		const proof = await solve(challengeText(challenge));
		const forged = await solve(challengeText({ ...challenge, salt: 'A'.repeat(22) }));
		const easier = await solve(challengeText({ ...challenge, bits: 2 }));
		const longer = await solve(challengeText({ ...challenge, expires: challenge.expires + 9 }));
		const unsolved = `${challengeText(challenge)}.zzz`;
		for (const bad of [forged, easier, longer, unsolved, '', 'x'])
			expect(admitAnswer(ctx, { ...who, proof: bad }), bad).toBeInstanceOf(ProofNeeded);
		ctx.setNow(after(11 * 60));
		letIn(ctx, unasked);
		expect(admitAnswer(ctx, { ...who, proof })).toBeInstanceOf(ProofNeeded);
	});

	test('that was collected while it was easy does not open the gate to a flood later', async () => {
		const ctx = await visitorContext();
		letIn(ctx, unasked);
		const early = applicant();
		const proof = await proofFor(ctx, early);
		// A wrong one-time code counts as twenty answers.
		for (let number = 0; number < 45; number++) countWrongCode(ctx, applicant());
		expect(neededFor(ctx, applicant()).challenge.bits).toBe(15);
		expect(admitAnswer(ctx, { ...early, proof })).toBeInstanceOf(ProofNeeded);
	});
});

describe('waiting instead of working', () => {
	test('lets a sheet in after the minute it was told, two to three minutes later', async () => {
		const ctx = await visitorContext();
		ctx.setNow(after(20));
		letIn(ctx, unasked);
		const who = applicant();
		const { ticket } = neededFor(ctx, who);
		expect(ticket.from).toEqual(after(180));
		ctx.setNow(after(100));
		const again = neededFor(ctx, { ...who, ticket: ticket.text });
		expect(again.ticket).toEqual(ticket);
		ctx.setNow(after(179));
		letIn(ctx, unasked);
		expect(admitAnswer(ctx, { ...who, ticket: ticket.text })).toBeDefined();
		ctx.setNow(after(180));
		expect(admitAnswer(ctx, applicant({ ticket: ticket.text }))).toBeDefined();
		expect(admitAnswer(ctx, { ...who, ticket: ticket.text })).toBeUndefined();
	});

	test('is no way around the limit: 120 in two minutes, and the ticket of the rest stays good', async () => {
		const ctx = await visitorContext();
		letIn(ctx, unasked);
		const waiting = Array.from({ length: 500 }, () => {
			const who = applicant();
			return { ...who, ticket: neededFor(ctx, who).ticket.text };
		});
		ctx.setNow(after(140));
		letIn(ctx, unasked);
		const refused = waiting.filter((who) => admitAnswer(ctx, who));
		expect(refused).toHaveLength(500 - patient);
		const { ticket } = neededFor(ctx, refused[0]!);
		expect(ticket).toEqual({ text: refused[0]!.ticket, from: after(180) });
		ctx.setNow(after(140 + 131));
		letIn(ctx, unasked);
		expect(refused.filter((who) => !admitAnswer(ctx, who))).toHaveLength(patient);
	});
});

onBothEngines('a network that has sent its thousand', (createContext) => {
	test('is asked for a proof by accepting too; a repeat and what was refused cost nothing', async () => {
		const ctx = Object.assign(await createContext(), { actor: { kind: 'visitor' as const } });
		const dialogue = await openTestDialogue(Object.assign({}, ctx, { actor: { kind: 'system' as const } }));
		const source = 'hall';
		const send = (key: string, answers: Record<string, unknown> = { lighting: 'yes' }) =>
			answerOnce(ctx, dialogue, { answers, key, source });
		const first = randomId(ctx.random);
		await mustBeOk(send(first));
		for (let time = 0; time < 5; time++) await mustBeOk(send(first));
		expect((await send(randomId(ctx.random), { lighting: 'maybe' })).ok).toBe(false);
		expect(letIn(ctx, 5000, { dialogueId: dialogue.id, source })).toBe(unasked - 1);
		const key = randomId(ctx.random);
		const needed = await send(key).catch((error: unknown) => error);
		expect(needed).toBeInstanceOf(ProofNeeded);
		expect((needed as AppError).status).toBe(429);
		expect(await mustBeOk(send(first))).toEqual({ repeated: true });
		const proof = await solve(challengeText((needed as ProofNeeded).challenge));
		const sheet = { dialogue, key, version: 1, channel: 'web', background: {}, source } as const;
		const solved = { ...sheet, answers: { lighting: 'yes' }, proof };
		expect(await mustBeOk(acceptAnswers(ctx, solved))).toEqual({ repeated: false });
		expect(await mustBeOk(acceptAnswers(ctx, solved))).toEqual({ repeated: true });
		expect(await ctx.db.selectFrom('pending').select('id').execute()).toHaveLength(2);
	});
});
