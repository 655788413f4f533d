import type { Transaction } from 'kysely';
import type { Context } from '#lib/server/context.ts';
import type { Database } from '#lib/server/db/database.ts';
import { lock } from '#lib/server/db/lock.ts';
import type { Details, NewEvent } from '../event.ts';
import { insertEvent, selectLastEvent } from './audit-store.ts';
import { eventHash } from './event-hash.ts';

const neverLogged = /password|token|secret|e-?mail|answer|address/i;

function refuseSecrets(details: Details | undefined): void {
	const name = Object.keys(details ?? {}).find((key) => neverLogged.test(key));
	if (name) throw new Error(`the log never holds ${name}`);
}

const actorOf = ({ actor }: Pick<Context, 'actor'>) =>
	actor.kind === 'staff'
		? { actorId: actor.personId, actorName: actor.name }
		: { actorId: actor.kind, actorName: null };

/**
 * Adds a line to the log, inside the command's own transaction: both happen or neither.
 * Call it last: from here until the transaction ends nobody else can add a line.
 * @throws when `before` or `after` names something that never belongs in the log.
 */
export async function recordEvent(
	trx: Transaction<Database>,
	ctx: Pick<Context, 'now' | 'actor' | 'vault'>,
	event: NewEvent
): Promise<void> {
	refuseSecrets(event.before);
	refuseSecrets(event.after);
	await lock(trx, 'audit', 'exclusive');
	const last = await selectLastEvent(trx);
	const row = {
		seq: (last?.seq ?? 0) + 1,
		at: ctx.now().getTime(),
		...actorOf(ctx),
		action: event.action,
		placeCode: event.placeCode,
		subject: event.subject,
		details: JSON.stringify({ before: event.before ?? null, after: event.after ?? null }),
		previous: last?.hash ?? ''
	};
	await insertEvent(trx, { ...row, hash: eventHash(ctx.vault, row) });
}
