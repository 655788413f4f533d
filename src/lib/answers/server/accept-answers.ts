import { takesAnswers, type Dialogue } from '../../dialogues/dialogue.ts';
import type { Channel } from '../../dialogues/channel.ts';
import type { QuestionnaireDefinition } from '../../questionnaire/question.ts';
import { readQuestionnaire } from '../../questionnaire/server/read-questionnaire.ts';
import { AppError } from '../../server/app-error.ts';
import type { Context } from '../../server/context.ts';
import type { Outcome, Problem } from '../../server/problem.ts';
import { randomId } from '../../server/random.ts';
import { checkSheet, type AnswerSheet } from '../answer-sheet.ts';
import { readCodeHash } from './code-hash.ts';
import { commitAnswers, type Arrival, type ArrivalResult } from './commit-answers.ts';
import { groupCommit, type GroupCommit } from './group-commit.ts';
import { admitAnswer, countWrongCode, giveBack } from './intake-limit.ts';
import type { Applicant } from './waiting-ticket.ts';
import { selectKeyKnown } from './pending-store.ts';
import type { CodeRefusal } from './spend-codes.ts';

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
	/** The one-time code as somebody wrote it, where the dialogue asks for one. */
	code?: string | undefined;
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

function envelopeProblems({ dialogue, version, channel, code }: AcceptAnswersInput): Problem[] {
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
	if (dialogue.entry === 'open' && code !== undefined)
		problems.push({ at: 'code', code: 'no-codes', detail: 'this dialogue does not use one-time codes' });
	return problems;
}

const codeDetails = {
	'code-missing': 'this dialogue asks for a one-time code',
	'code-unknown': 'the dialogue has no such one-time code',
	'code-used': 'this one-time code has been used'
};

const codeProblem = (code: keyof typeof codeDetails): Outcome<never> => ({
	ok: false,
	problems: [{ at: 'code', code, detail: codeDetails[code] }]
});

/** The code's hash, where one is asked for. Whether it is free shows in the commit alone: nobody can try it out. */
function readCode(ctx: Context, { dialogue, code = '' }: AcceptAnswersInput): Outcome<{ codeHash?: string }> {
	if (dialogue.entry === 'open') return { ok: true, value: {} };
	if (code.trim() === '') return codeProblem('code-missing');
	const codeHash = readCodeHash(ctx, dialogue.id, code);
	return codeHash === undefined ? codeProblem('code-unknown') : { ok: true, value: { codeHash } };
}

type Stored = { repeated: boolean } | { refused: CodeRefusal };

async function commitSheet(ctx: Context, arrival: Arrival): Promise<Stored> {
	const result = await queueOf(ctx)(arrival).catch((error: unknown) => {
		ctx.log.error({ requestId: ctx.requestId, error: String(error) }, 'answers could not be stored');
		throw new AppError('unavailable');
	});
	if (result instanceof AppError) throw result;
	return result;
}

/** A sheet that was stored before is acknowledged whatever its network has sent, and never counted. */
async function commitAdmitted(ctx: Context, arrival: Arrival, applicant: Applicant): Promise<Stored> {
	const needed = admitAnswer(ctx, applicant);
	if (needed) {
		if (await selectKeyKnown(ctx.db, arrival.dialogueId, arrival.keyHash)) return { repeated: true };
		throw needed;
	}
	let stored = false;
	try {
		const result = await commitSheet(ctx, arrival);
		if ('refused' in result && result.refused === 'code-unknown') countWrongCode(ctx, applicant);
		stored = 'repeated' in result && !result.repeated;
		return result;
	} finally {
		if (!stored) giveBack(ctx, applicant);
	}
}

function checkAll(
	ctx: Context,
	definition: QuestionnaireDefinition,
	input: AcceptAnswersInput
): Outcome<{ sheet: AnswerSheet; codeHash?: string }> {
	const code = readCode(ctx, input);
	const sheet = checkSheet(definition, input);
	if (code.ok && sheet.ok) return { ok: true, value: { sheet: sheet.value, ...code.value } };
	return { ok: false, problems: [code, sheet].flatMap((part) => (part.ok ? [] : part.problems)) };
}

/**
 * Accepts one answer sheet: checked, stored durably and exactly once, then acknowledged.
 * Where the dialogue asks for a one-time code, it is spent in the same transaction, or the sheet is not stored.
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
	const checked = checkAll(ctx, definition, input);
	if (!checked.ok) return checked;
	if (input.hasty) throw new AppError('hasty');
	const { sheet, codeHash } = checked.value;
	const { source, proof, ticket } = input;
	const id = randomId(ctx.random);
	const arrival = { id, dialogueId: dialogue.id, keyHash, sheet, codeHash, source: codeHash ? id : source };
	// A proof is worked out for one code: whoever tries many works for each.
	const key = `${input.key}${codeHash ?? ''}`;
	const result = await commitAdmitted(ctx, arrival, { dialogueId: dialogue.id, key, source, proof, ticket });
	return 'refused' in result ? codeProblem(result.refused) : { ok: true, value: result };
}
