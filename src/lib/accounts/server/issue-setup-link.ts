import type { Context } from '../../server/context.ts';
import { randomId } from '../../server/random.ts';
import { tokenHash } from '../token.ts';
import { selectAdministrators } from './person-store.ts';
import { replaceSetupLink } from './setup-link-store.ts';

/**
 * Makes a new one-time link for an installation that has no administrator yet; earlier ones stop working.
 * @returns its path, or null when there is an administrator.
 */
export async function issueSetupLink(ctx: Pick<Context, 'db' | 'random'>): Promise<string | null> {
	if ((await selectAdministrators(ctx.db)).length > 0) return null;
	const token = randomId(ctx.random);
	await ctx.db.transaction().execute((trx) => replaceSetupLink(trx, tokenHash(token)));
	return `/installera/${token}`;
}
