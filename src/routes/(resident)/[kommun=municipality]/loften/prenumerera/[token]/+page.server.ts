import { confirmSubscription, endSubscription, readSubscription } from '#lib/pledges/server/subscribe.ts';
import { AppError } from '#lib/server/app-error.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, setHeaders }) => {
	setHeaders({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' });
	// After it has been ended there is nothing left to read: the action's own answer is shown.
	const found = await readSubscription(locals, params.token).catch(() => null);
	return { standing: found ? (found.confirmed ? ('on' as const) : ('asked' as const)) : ('over' as const) };
};

/** Whether the link led anywhere: it is pressed again, and letters lie about for long. */
const found = (command: Promise<void>): Promise<boolean> =>
	command.then(
		() => true,
		(error: unknown) => {
			if (error instanceof AppError && error.code === 'not-found') return false;
			throw error;
		}
	);

export const actions: Actions = {
	confirm: async ({ locals, params }) => {
		await found(confirmSubscription(locals, params.token));
	},
	end: async ({ locals, params }) => ({ ended: await found(endSubscription(locals, params.token)) })
};
