import { readDialogueOrPart } from '../../dialogues/server/read-dialogue.ts';
import { AppError } from '../../server/app-error.ts';
import type { Context } from '../../server/context.ts';
import type { Outcome } from '../../server/problem.ts';
import { parseSubmission } from '../submission.ts';
import { acceptAnswers } from './accept-answers.ts';

/** Most bytes of one submission. */
export const largestSubmission = 64 * 1024;

/** What came over the open interface, unparsed. */
export interface RawSubmission {
	/** The dialogue's six digits. */
	code: string;
	contentType: string | null | undefined;
	body: string;
	/** Source tag of the sender's network. */
	source: string;
}

function parseJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

/**
 * Makes sure that a body is JSON, before it is read.
 * @throws AppError `unsupported-type`.
 */
export function requireJson(contentType: string | null | undefined): void {
	if (contentType?.split(';')[0]?.trim().toLowerCase() !== 'application/json')
		throw new AppError('unsupported-type', 'send application/json');
}

/**
 * One answer sheet from a program or a page of the open interface.
 * @returns whether the key was used before, or what has to be mended.
 * @throws AppError `unsupported-type`, `not-found`, `not-open`, `proof-needed`, `unavailable`.
 */
export async function receiveSubmission(
	ctx: Context,
	raw: RawSubmission
): Promise<Outcome<{ repeated: boolean }>> {
	requireJson(raw.contentType);
	const dialogue = await readDialogueOrPart(ctx, raw.code);
	const submission = parseSubmission(parseJson(raw.body));
	if (!submission.ok) return submission;
	const { key, version, channel, code, answers, background, proof } = submission.value;
	const { source } = raw;
	return acceptAnswers(ctx, { dialogue, key, version, channel, code, answers, background, source, proof });
}
