import { takesAnswers, type Dialogue } from '../../dialogues/dialogue.ts';
import type { Channel } from '../../dialogues/channel.ts';
import { readQuestionnaire } from '../../questionnaire/server/read-questionnaire.ts';
import { AppError } from '../../server/app-error.ts';
import type { Context } from '../../server/context.ts';
import type { Outcome, Problem } from '../../server/problem.ts';
import { randomId } from '../../server/random.ts';
import { checkSheet } from '../answer-sheet.ts';
import { commitAnswers, type Arrival, type ArrivalResult } from './commit-answers.ts';
import { groupCommit, type GroupCommit } from './group-commit.ts';
import { admitAnswer, giveBack } from './intake-limit.ts';
import type { Applicant } from './waiting-ticket.ts';
import { selectKeyKnown } from './pending-store.ts';

export interface AcceptAnswersInput {
	dialogue: Dialogue;
	/** The client's idempotency key, 22 characters of base64url. */
	key: string;
	/** The version of the questionnaire that was answered. */
	version: number;
	channel: Channel;
	/** By question key, unchecked. */
	answers: Record<string, unknown>;
	/** By dimension, unchecked. */
	background: Record<string, unknown>;
	/** Source tag of the network the answers came from; kept in memory only. */
	source: string;
	/** What was worked out, or waited, since very many answers come from this network; see `admitAnswer`. */
	proof?: string | undefined;
	ticket?: string | undefined;
	/** Whether the form looks as if a program had filled it in. */
	hasty?: boolean;
}

const queues = new WeakMap<Context['db'], GroupCommit<Arrival, ArrivalResult>>();

/** One queue per database: answers that arrive together share a commit. */
function queueOf({ db, vault, random }: Context): GroupCommit<Arrival, ArrivalResult> {
	const queue =
		queues.get(db) ?? groupCommit((arrivals: Arrival[]) => commitAnswers({ db, vault, random }, arrivals));
	queues.set(db, queue);
	return queue;
}

function envelopeProblems({ dialogue, version, channel }: AcceptAnswersInput): Problem[] {
	const problems: Problem[] = [];
	if (version !== dialogue.version)
		problems.push({
			at: 'version',
			code: 'wrong-version',
			detail: `the dialogue asks version ${dialogue.version}`
		});
	if (!dialogue.channels.includes(channel))
		problems.push({
			at: 'channel',
			code: 'closed-channel',
			detail: 'the dialogue is not open in this channel'
		});
	return problems;
}

async function commitSheet(ctx: Context, arrival: Arrival): Promise<{ repeated: boolean }> {
	const result = await queueOf(ctx)(arrival).catch((error: unknown) => {
		ctx.log.error({ requestId: ctx.requestId, error: String(error) }, 'answers could not be stored');
		throw new AppError('unavailable');
	});
	if (result instanceof AppError) throw result;
	return result;
}

/** A sheet that was stored before is acknowledged whatever its network has sent, and never counted. */
async function commitAdmitted(
	ctx: Context,
	arrival: Arrival,
	applicant: Applicant
): Promise<{ repeated: boolean }> {
	const needed = admitAnswer(ctx, applicant);
	if (needed) {
		if (await selectKeyKnown(ctx.db, arrival.dialogueId, arrival.keyHash)) return { repeated: true };
		throw needed;
	}
	let stored = false;
	try {
		const { repeated } = await commitSheet(ctx, arrival);
		stored = !repeated;
		return { repeated };
	} finally {
		if (!stored) giveBack(ctx, applicant);
	}
}

/**
 * Accepts one answer sheet: checked, stored durably and exactly once, then acknowledged.
 * A key that was used before is acknowledged again and stores nothing, also after the dialogue has closed.
 * @throws AppError `not-open` outside the dialogue's period; `hasty`; `unavailable` when it could not be stored;
 * ProofNeeded when its network has sent very many.
 */
export async function acceptAnswers(
	ctx: Context,
	input: AcceptAnswersInput
): Promise<Outcome<{ repeated: boolean }>> {
	const { dialogue } = input;
	const keyHash = ctx.vault.keyedHash(`answer ${dialogue.id}`, input.key);
	if (!takesAnswers(dialogue, ctx.now())) {
		if (await selectKeyKnown(ctx.db, dialogue.id, keyHash)) return { ok: true, value: { repeated: true } };
		throw new AppError('not-open');
	}
	const problems = envelopeProblems(input);
	if (problems.length > 0) return { ok: false, problems };
	const definition = await readQuestionnaire(ctx, dialogue);
	const sheet = checkSheet(definition, input);
	if (!sheet.ok) return sheet;
	if (input.hasty) throw new AppError('hasty');
	const { key, source, proof, ticket } = input;
	const arrival = { id: randomId(ctx.random), dialogueId: dialogue.id, keyHash, sheet: sheet.value, source };
	const applicant = { dialogueId: dialogue.id, key, source, proof, ticket };
	return { ok: true, value: await commitAdmitted(ctx, arrival, applicant) };
}
