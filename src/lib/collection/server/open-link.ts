import type { Transaction } from 'kysely';
import { tokenHash } from '#lib/accounts/token.ts';
import type { Details } from '#lib/audit/event.ts';
import { recordEvent } from '#lib/audit/server/record-event.ts';
import { AppError } from '#lib/server/app-error.ts';
import type { Context } from '#lib/server/context.ts';
import type { Database } from '#lib/server/db/database.ts';
import type { Outcome } from '#lib/server/problem.ts';
import { randomId } from '#lib/server/random.ts';
import { readDeviceName } from '../field-collection.ts';

type Trx = Transaction<Database>;

/** What a link opens: a collector's phone or a kiosk. */
export type LinkKind = 'device' | 'kiosk';

const paths: Record<LinkKind, string> = { device: '/falt', kiosk: '/kiosk' };

interface NewLink {
	kind: LinkKind;
	placeCode: string;
	/** As somebody wrote it. */
	name: string;
	/** What the log says besides the name. */
	about: Details;
	insert: (trx: Trx, row: { id: string; name: string; tokenHash: string }) => Promise<void>;
}

/**
 * Makes a link to a device, where the caller has asked whether one may. It is given this once; only its hash stays.
 * @returns the path, or a problem at `name`
 */
export async function openLink(
	ctx: Context,
	{ kind, placeCode, name: written, about, insert }: NewLink
): Promise<Outcome<{ id: string; path: string }>> {
	const name = readDeviceName(written);
	if (name === undefined)
		return {
			ok: false,
			problems: [{ at: 'name', code: 'invalid', detail: 'a name has 1 to 40 characters' }]
		};
	const [id, token] = [randomId(ctx.random), randomId(ctx.random)];
	await ctx.db.transaction().execute(async (trx) => {
		await insert(trx, { id, name, tokenHash: tokenHash(token) });
		await recordEvent(trx, ctx, {
			action: 'device.opened',
			placeCode,
			subject: `${kind}:${id}`,
			after: { name, ...about }
		});
	});
	return { ok: true, value: { id, path: `${paths[kind]}/${token}` } };
}

/**
 * Ends a link, where the caller has asked whether one may.
 * @param link.end ends it; tells whether there was one to end
 * @throws AppError `not-found` when there was none
 */
export async function endLink(
	ctx: Context,
	{
		kind,
		placeCode,
		id,
		end
	}: { kind: LinkKind; placeCode: string; id: string; end: (trx: Trx) => Promise<boolean> }
): Promise<void> {
	await ctx.db.transaction().execute(async (trx) => {
		if (!(await end(trx))) throw new AppError('not-found');
		await recordEvent(trx, ctx, { action: 'device.ended', placeCode, subject: `${kind}:${id}` });
	});
}
