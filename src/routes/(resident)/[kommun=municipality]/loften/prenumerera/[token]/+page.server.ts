import { confirmSubscription, endSubscription, readSubscription } from '#lib/pledges/server/subscribe.ts';
import { orErrorPage } from '#lib/server/page-error.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, setHeaders }) => {
	setHeaders({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' });
	// After it has been ended there is nothing left to read: the action's own answer is shown.
	const found = await readSubscription(locals, params.token).catch(() => null);
	return { standing: found ? (found.confirmed ? ('on' as const) : ('asked' as const)) : ('over' as const) };
};

export const actions: Actions = {
	confirm: async ({ locals, params }) => {
		await orErrorPage(confirmSubscription(locals, params.token));
	},
	end: async ({ locals, params }) => {
		await orErrorPage(endSubscription(locals, params.token));
	}
};
