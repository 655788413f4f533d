import { fail, redirect } from '@sveltejs/kit';
import { invitePerson } from '#lib/accounts/server/invite-person.ts';
import { listInvitations } from '#lib/accounts/server/list-invitations.ts';
import { listPeople } from '#lib/accounts/server/list-people.ts';
import { revokeInvitation } from '#lib/accounts/server/revoke-invitation.ts';
import { localizeHref } from '#lib/i18n/paraglide/runtime.js';
import { AppError } from '#lib/server/app-error.ts';
import { orErrorPage } from '#lib/server/page-error.ts';
import { listPlacesOf, readWorkPlace } from '#lib/workspace/server/read-places.ts';
import { isRole } from '#lib/workspace/held-role.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) =>
	orErrorPage(
		(async () => {
			const places = await listPlacesOf(locals, 'people.read');
			const code = url.searchParams.get('plats') ?? places[0]?.code;
			if (code === undefined) throw new AppError('not-found');
			const people = await listPeople(locals, code);
			const { place } = await readWorkPlace(locals, code);
			return {
				place: { code: place.code, name: place.name },
				places,
				people,
				invitations: await listInvitations(locals, code),
				done: url.searchParams.get('klart')
			};
		})()
	);

export const actions: Actions = {
	invite: async ({ locals, request, url }) => {
		const form = await request.formData();
		const email = String(form.get('email') ?? '');
		const role = String(form.get('role') ?? '');
		const placeCode = String(form.get('placeCode') ?? '');
		if (!isRole(role))
			return fail(422, { email, role, problems: [{ at: 'role', code: 'missing' }], invited: null });
		const outcome = await orErrorPage(invitePerson(locals, { email, role, placeCode, origin: url.origin }));
		if (!outcome.ok) return fail(422, { email, role, problems: outcome.problems, invited: null });
		const { path, mailed } = outcome.value;
		return { email: '', role: '', problems: [], invited: { email, mailed, link: `${url.origin}${path}` } };
	},
	revoke: async ({ locals, request }) => {
		const form = await request.formData();
		await orErrorPage(revokeInvitation(locals, String(form.get('id') ?? '')));
		const plats = encodeURIComponent(String(form.get('placeCode') ?? ''));
		redirect(303, localizeHref(`/arbete/personer?plats=${plats}&klart=aterkallad`));
	}
};
