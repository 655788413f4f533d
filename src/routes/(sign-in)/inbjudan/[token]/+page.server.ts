import { fail } from '@sveltejs/kit';
import { deviceName } from '#lib/accounts/device-name.ts';
import { acceptInvitation } from '#lib/accounts/server/accept-invitation.ts';
import { readInvitation } from '#lib/accounts/server/read-invitation.ts';
import { orErrorPage } from '#lib/server/page-error.ts';
import { goOn, heldDeviceProof, heldSession, keepDeviceProof } from '#lib/workspace/server/keep-session.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const { email, role, placeName, invitedBy, hasAccount } = await orErrorPage(
		readInvitation(locals, params.token)
	);
	const signedInAs = locals.actor.kind === 'staff' ? locals.actor.name : null;
	return { invitation: { email, role, placeName, invitedBy, hasAccount }, signedInAs };
};

export const actions: Actions = {
	default: async (event) => {
		const { locals, params, request } = event;
		const form = await request.formData();
		const name = String(form.get('name') ?? '');
		const outcome = await orErrorPage(
			acceptInvitation(locals, {
				token: params.token,
				name,
				password: String(form.get('password') ?? ''),
				device: deviceName(request.headers.get('user-agent')),
				sessionToken: heldSession(event),
				deviceProof: heldDeviceProof(event)
			})
		);
		if (!outcome.ok) return fail(422, { name, problems: outcome.problems });
		keepDeviceProof(event, outcome.value.deviceProof);
		goOn(event, outcome.value);
	}
};
