import { recordEvent } from '#lib/audit/server/record-event.ts';
import type { Context } from '#lib/server/context.ts';
import { waitingDays } from '../limits.ts';
import { deleteImport, selectForgotten } from './import-store.ts';

const dayMilliseconds = 24 * 60 * 60 * 1000;

/** Throws away the files that nobody has confirmed within `waitingDays` of their upload; the log says which. */
export async function purgeImports(ctx: Pick<Context, 'db' | 'now' | 'actor' | 'vault'>): Promise<void> {
	const before = ctx.now().getTime() - waitingDays * dayMilliseconds;
	for (const { id, placeCode, fileName } of await selectForgotten(ctx.db, before))
		await ctx.db.transaction().execute(async (trx) => {
			if (!(await deleteImport(trx, id))) return;
			await recordEvent(trx, ctx, {
				...{ action: 'statistics.removed', placeCode, subject: `import:${id}` },
				before: { file: fileName }
			});
		});
}
