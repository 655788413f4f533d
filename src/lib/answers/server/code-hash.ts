import type { Context } from '../../server/context.ts';
import { readOneTimeCode } from '../one-time-code.ts';

/**
 * The keyed hash that stands for a one-time code in the database; each dialogue has its own.
 * @returns undefined when what was written cannot be a code
 */
export function readCodeHash(
	{ vault }: Pick<Context, 'vault'>,
	dialogueId: string,
	written: string
): string | undefined {
	const code = readOneTimeCode(written);
	return code && vault.keyedHash(`code ${dialogueId}`, code);
}

/** The same for a code that we have made ourselves. */
export const hashOfCode = (ctx: Pick<Context, 'vault'>, dialogueId: string, code: string): string =>
	readCodeHash(ctx, dialogueId, code)!;
