import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { relyingParty } from '#lib/accounts/passkey.ts';
import { passPasskey } from '#lib/accounts/server/passkey-sign-in.ts';
import { passRecoveryCode } from '#lib/accounts/server/recovery-codes.ts';
import { requireStaff } from '#lib/accounts/server/require-permission.ts';
import { secondFactorState } from '#lib/accounts/server/second-factor.ts';
import type { StartedSession } from '#lib/accounts/server/sessions.ts';
import { passTotp } from '#lib/accounts/server/totp-check.ts';
import { returnPath } from '#lib/accounts/staff-route.ts';
import { localizeHref } from '#lib/i18n/paraglide/runtime.js';
import { orErrorPage } from '#lib/server/page-error.ts';
import type { Outcome } from '#lib/server/problem.ts';
import { goOn, ownToken } from '#lib/workspace/server/keep-session.ts';
import { readPasskeyAnswer } from '#lib/workspace/server/read-passkey-answer.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	if (!locals.session) redirect(303, localizeHref('/logga-in'));
	if (locals.session.needs !== 'second-factor')
		redirect(303, localizeHref(returnPath(url.searchParams.get('vidare'))));
	const { totp, passkeys } = await secondFactorState(locals, requireStaff(locals).personId);
	return { totp, passkeys: passkeys > 0 };
};

type Check = (event: RequestEvent, form: FormData) => Promise<Outcome<StartedSession>>;

/** An action that goes on into the workspace when the check is passed. */
const through = (field: string, check: Check) => async (event: RequestEvent) => {
	if (!event.locals.session) redirect(303, localizeHref('/logga-in'));
	const outcome = await orErrorPage(check(event, await event.request.formData()));
	if (!outcome.ok) return fail(422, { problems: outcome.problems.map(({ code }) => ({ at: field, code })) });
	goOn(event, outcome.value);
};

const code = (form: FormData): string => String(form.get('code') ?? '').slice(0, 100);

export const actions: Actions = {
	totp: through('code', (event, form) =>
		passTotp(event.locals, { token: ownToken(event), code: code(form) })
	),
	recovery: through('recovery', (event, form) =>
		passRecoveryCode(event.locals, { token: ownToken(event), code: code(form) })
	),
	passkey: through('', (event, form) =>
		passPasskey(event.locals, {
			token: ownToken(event),
			party: relyingParty(event.url),
			response: readPasskeyAnswer(form)
		})
	)
};
