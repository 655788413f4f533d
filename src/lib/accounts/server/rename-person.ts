import { recordEvent } from '../../audit/server/record-event.ts';
import type { Context } from '../../server/context.ts';
import type { Outcome } from '../../server/problem.ts';
import { plainName, problemsOfName } from './new-person.ts';
import { updatePerson } from './person-store.ts';
import { requireOwnAccount } from './require-permission.ts';

/** Changes the signed-in person's own name. @returns problems at `name`. */
export async function renamePerson(
	ctx: Pick<Context, 'db' | 'now' | 'vault' | 'actor'>,
	written: string
): Promise<Outcome<null>> {
	const { personId, name: before } = await requireOwnAccount(ctx);
	const problems = problemsOfName(written);
	if (problems.length > 0) return { ok: false, problems };
	const name = plainName(written);
	return ctx.db.transaction().execute(async (trx) => {
		await updatePerson(trx, personId, { name });
		await recordEvent(trx, ctx, {
			action: 'person.renamed',
			placeCode: null,
			subject: `person:${personId}`,
			before: { name: before },
			after: { name }
		});
		return { ok: true, value: null };
	});
}
