import { AppError } from '../../server/app-error.ts';
import type { Context } from '../../server/context.ts';
import { tokenHash } from '../token.ts';
import { selectSetupLink } from './setup-link-store.ts';

/**
 * Makes sure that a set-up link works.
 * @throws AppError `not-found` when it was never made, has been replaced or is used.
 */
export async function checkSetupLink(ctx: Pick<Context, 'db'>, token: string): Promise<void> {
	if (!(await selectSetupLink(ctx.db, tokenHash(token)))) throw new AppError('not-found');
}
