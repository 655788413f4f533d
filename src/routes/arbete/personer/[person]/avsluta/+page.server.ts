import { fail, redirect } from '@sveltejs/kit';
import { removeMembership } from '#lib/accounts/server/remove-membership.ts';
import { localizeHref } from '#lib/i18n/paraglide/runtime.js';
import { orErrorPage } from '#lib/server/page-error.ts';
import { roleAddress } from '#lib/workspace/held-role.ts';
import { readHeldRole } from '#lib/workspace/server/read-held-role.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => ({
	held: await orErrorPage(
		readHeldRole(locals, { personId: params.person, address: roleAddress(url.searchParams) })
	)
});

export const actions: Actions = {
	default: async ({ locals, params, url }) => {
		const address = roleAddress(url.searchParams);
		const held = await orErrorPage(readHeldRole(locals, { personId: params.person, address }));
		const { personId, placeCode, role, list } = held;
		const outcome = await orErrorPage(removeMembership(locals, { personId, placeCode, role }));
		if (!outcome.ok) return fail(422, { problems: outcome.problems });
		redirect(303, localizeHref(`/arbete/personer?plats=${encodeURIComponent(list)}&klart=avslutad`));
	}
};
