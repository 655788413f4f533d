import { fail } from '@sveltejs/kit';
import { deviceName } from '#lib/accounts/device-name.ts';
import { checkSetupLink } from '#lib/accounts/server/check-setup-link.ts';
import { completeSetup } from '#lib/accounts/server/complete-setup.ts';
import { orErrorPage } from '#lib/server/page-error.ts';
import { goOn, heldSession, keepDeviceProof } from '#lib/workspace/server/keep-session.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	await orErrorPage(checkSetupLink(locals, params.token));
};

export const actions: Actions = {
	default: async (event) => {
		const { locals, params, request } = event;
		const form = await request.formData();
		const text = (name: string) => String(form.get(name) ?? '');
		const values = {
			municipality: text('municipality'),
			sender: text('sender'),
			contactEmail: text('contactEmail'),
			contactPhone: text('contactPhone'),
			name: text('name'),
			email: text('email')
		};
		const outcome = await orErrorPage(
			completeSetup(locals, {
				token: params.token,
				...values,
				password: text('password'),
				device: deviceName(request.headers.get('user-agent')),
				replaces: heldSession(event)
			})
		);
		if (!outcome.ok) return fail(422, { values, problems: outcome.problems });
		const { session } = outcome.value;
		keepDeviceProof(event, session.deviceProof);
		goOn(event, session);
	}
};
