import { requirePermission } from '#lib/accounts/server/require-permission.ts';
import type { Permission } from '#lib/accounts/permission.ts';
import { dayOf } from '#lib/dialogues/period.ts';
import { AppError } from '#lib/server/app-error.ts';
import type { Context } from '#lib/server/context.ts';
import type { Problem } from '#lib/server/problem.ts';
import type { Pledge } from '../pledge.ts';
import { selectPledge } from './pledge-store.ts';

/** What a command on pledges depends on. */
export type Acting = Pick<Context, 'db' | 'now' | 'random' | 'actor' | 'vault'>;

/** Who acts, as it is stored: a person's id or `system`. */
export const actorId = ({ actor }: Pick<Context, 'actor'>): string =>
	actor.kind === 'staff' ? actor.personId : actor.kind;

/** Who acts, as it is shown. */
export const actorName = ({ actor }: Pick<Context, 'actor'>): string =>
	actor.kind === 'staff' ? actor.name : actor.kind;

/** The day it is in Sweden. */
export const today = (ctx: Pick<Context, 'now'>): string => dayOf(ctx.now());

/** One problem as a use case gives it back. */
export const problem = (at: string, code: string): { ok: false; problems: Problem[] } => ({
	ok: false,
	problems: [{ at, code, detail: code }]
});

/**
 * The pledge that a command is about.
 * @throws AppError `not-found` when there is none, or without the permission in its place
 */
export async function requirePledge(
	ctx: Pick<Context, 'db' | 'actor'>,
	id: string,
	permission: Permission
): Promise<Pledge> {
	const pledge = await selectPledge(ctx.db, id);
	if (!pledge) throw new AppError('not-found');
	await requirePermission(ctx, permission, pledge.placeCode);
	return pledge;
}
