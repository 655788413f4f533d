import { fail, redirect } from '@sveltejs/kit';
import { issueResetLink } from '#lib/accounts/server/issue-reset-link.ts';
import { changeRole } from '#lib/accounts/server/change-role.ts';
import { localizeHref } from '#lib/i18n/paraglide/runtime.js';
import { orErrorPage } from '#lib/server/page-error.ts';
import { isRole, roleAddress } from '#lib/workspace/held-role.ts';
import { readHeldRole } from '#lib/workspace/server/read-held-role.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => ({
	held: await orErrorPage(
		readHeldRole(locals, { personId: params.person, address: roleAddress(url.searchParams) })
	)
});

export const actions: Actions = {
	role: async ({ locals, params, url, request }) => {
		const address = roleAddress(url.searchParams);
		const held = await orErrorPage(readHeldRole(locals, { personId: params.person, address }));
		const newRole = (await request.formData()).get('role');
		if (!isRole(newRole)) return fail(422, { problems: [{ at: 'role', code: 'missing' }], link: null });
		const { personId, placeCode, role, list } = held;
		const listed = encodeURIComponent(list);
		if (newRole !== role) {
			const outcome = await orErrorPage(changeRole(locals, { personId, placeCode, role, newRole }));
			if (!outcome.ok) return fail(422, { problems: outcome.problems, link: null });
		}
		redirect(303, localizeHref(`/arbete/personer?plats=${listed}&klart=andrad`));
	},
	reset: async ({ locals, params, url }) => {
		const path = await orErrorPage(issueResetLink(locals, params.person));
		return { problems: [], link: `${url.origin}${path}` };
	}
};
