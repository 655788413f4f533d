import type { Kysely } from 'kysely';
import { requirePermission } from '#lib/accounts/server/require-permission.ts';
import { AppError } from '#lib/server/app-error.ts';
import type { Context } from '#lib/server/context.ts';
import type { Database } from '#lib/server/db/database.ts';
import type { Outcome } from '#lib/server/problem.ts';
import { randomId } from '#lib/server/random.ts';
import { currentStep, type Agenda } from '../agenda.ts';
import type { Meeting } from '../meeting.ts';
import { simulatedAnswer } from '../simulated-answer.ts';
import { isAsked } from '../step.ts';
import { answerStep } from './answer-step.ts';
import { meetingOf, selectMeetings } from './meeting-store.ts';
import { readAgenda } from './read-agenda.ts';

/** The simulated participants of a meeting, in the memory of this process. */
interface Simulation {
	participants: string[];
	/** Step → how many of them have answered it. */
	answered: Map<string, number>;
}

const mostSimulated = 400;
/** Everybody answers within so many looks; a few at a time, as people do. */
const looks = 24;
/** How many answer by themselves in a demonstration that was started with `--live`. */
const liveParticipants = 60;

const simulations = new WeakMap<Kysely<Database>, Map<string, Simulation>>();

function simulationsOf(db: Kysely<Database>): Map<string, Simulation> {
	const known = simulations.get(db) ?? new Map<string, Simulation>();
	simulations.set(db, known);
	return known;
}

/** Whether simulated participants may answer in a meeting: in a rehearsal, and in the demonstration. */
export const maySimulate = ({ rehearsal }: Pick<Meeting, 'rehearsal'>): boolean =>
	rehearsal || process.env.LYHORD_DEMO === '1';

function addParticipants(ctx: Pick<Context, 'db' | 'random'>, meetingId: string, count: number): void {
	const none: Simulation = { participants: [], answered: new Map() };
	const known = simulationsOf(ctx.db).get(meetingId) ?? none;
	simulationsOf(ctx.db).set(meetingId, known);
	const room = Math.max(0, Math.min(count, mostSimulated - known.participants.length));
	for (let one = 0; one < room; one++) known.participants.push(randomId(ctx.random));
}

interface Input {
	meetingId: string;
	/** How many more take part. */
	count: number;
}

/**
 * Lets simulated participants take part from now on: whenever a question is open they answer it within some seconds,
 * through the normal intake. They are forgotten with the process.
 * @returns the meeting's revision; `no-simulation` as a problem for a real meeting outside the demonstration
 * @throws AppError `not-found` without `meeting.lead` in the meeting's place
 */
export async function simulateParticipants(
	ctx: Context,
	{ meetingId, count }: Input
): Promise<Outcome<{ revision: number }>> {
	const { meeting } = await readAgenda(ctx, meetingId);
	await requirePermission(ctx, 'meeting.lead', meeting.placeCode);
	if (!maySimulate(meeting))
		return { ok: false, problems: [{ at: '', code: 'no-simulation', detail: 'answers would count' }] };
	addParticipants(ctx, meetingId, count);
	return { ok: true, value: { revision: meeting.revision } };
}

/** Some of those who have not answered the open question yet do. */
async function playOne(ctx: Context, agenda: Agenda, simulation: Simulation): Promise<void> {
	const step = currentStep(agenda);
	if (agenda.meeting.state !== 'live' || step?.state !== 'open' || !isAsked(step.content)) return;
	const from = simulation.answered.get(step.id) ?? 0;
	const some = Math.max(1, Math.ceil(simulation.participants.length / looks));
	const next = simulation.participants.slice(from, from + some);
	simulation.answered.set(step.id, from + next.length);
	for (const participant of next) {
		const value = simulatedAnswer(step.content.question, ctx.random);
		const answer = { agenda, stepId: step.id, participant, value, source: participant };
		const outcome = await answerStep(ctx, answer).catch((error: unknown) => {
			if (error instanceof AppError) return undefined;
			throw error;
		});
		if (!outcome?.ok) return;
	}
}

/** In a demonstration that was started with `--live` somebody always takes part. */
async function joinLive(ctx: Context): Promise<void> {
	if (process.env.LYHORD_DEMO_LIVE !== '1' || process.env.LYHORD_DEMO !== '1') return;
	const rows = await selectMeetings(ctx.db).where('state', '=', 'live').execute();
	for (const { id } of rows.map(meetingOf))
		if (!simulationsOf(ctx.db).has(id)) addParticipants(ctx, id, liveParticipants);
}

/** Lets the simulated participants of this process go on; to be called about twice a second. */
export async function playSimulations(ctx: Context): Promise<void> {
	await joinLive(ctx);
	for (const [meetingId, simulation] of simulationsOf(ctx.db)) {
		const agenda = await readAgenda(ctx, meetingId).catch(() => undefined);
		if (!agenda || agenda.meeting.state === 'ended') simulationsOf(ctx.db).delete(meetingId);
		else await playOne(ctx, agenda, simulation);
	}
}
