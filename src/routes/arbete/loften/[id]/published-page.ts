import type { Context } from '#lib/server/context.ts';
import { readWorkPledge } from '#lib/pledges/server/read-work-pledge.ts';
import { AppError } from '#lib/server/app-error.ts';
import { orErrorPage } from '#lib/server/page-error.ts';

type Reading = Pick<Context, 'db' | 'now' | 'actor'>;

/** A published pledge for the pages that follow it up; those that change what residents see are the publishers'. */
export const readPublished = (ctx: Reading, id: string, { publishers }: { publishers: boolean }) =>
	orErrorPage(
		(async () => {
			const { told, view, today, mayPublish } = await readWorkPledge(ctx, id);
			if (!view || (publishers && !mayPublish)) throw new AppError('not-found');
			return { pledge: told.pledge, view, today };
		})()
	);
