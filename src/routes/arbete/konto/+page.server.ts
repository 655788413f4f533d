import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { relyingParty } from '#lib/accounts/passkey.ts';
import { changePassword } from '#lib/accounts/server/change-password.ts';
import { endOtherSessions, endSession, listSessions } from '#lib/accounts/server/own-sessions.ts';
import { addPasskey } from '#lib/accounts/server/passkey-enrolment.ts';
import { listPasskeys, removePasskey, renamePasskey } from '#lib/accounts/server/passkey-list.ts';
import { readOwnAccount } from '#lib/accounts/server/read-own-account.ts';
import { makeRecoveryCodes } from '#lib/accounts/server/recovery-codes.ts';
import { renamePerson } from '#lib/accounts/server/rename-person.ts';
import { requireStaff } from '#lib/accounts/server/require-permission.ts';
import { secondFactorState } from '#lib/accounts/server/second-factor.ts';
import { removeTotp, startTotp } from '#lib/accounts/server/totp-enrolment.ts';
import { localizeHref } from '#lib/i18n/paraglide/runtime.js';
import { orErrorPage } from '#lib/server/page-error.ts';
import type { Problem } from '#lib/server/problem.ts';
import { keepSession, ownToken } from '#lib/workspace/server/keep-session.ts';
import { readPasskeyAnswer } from '#lib/workspace/server/read-passkey-answer.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const { personId } = requireStaff(locals);
	return {
		account: await orErrorPage(readOwnAccount(locals)),
		factors: await secondFactorState(locals, personId),
		passkeys: await orErrorPage(listPasskeys(locals)),
		sessions: await listSessions(locals),
		done: url.searchParams.get('klart')
	};
};

const text = (form: FormData, name: string): string => String(form.get(name) ?? '');
const done = (what: string): never => redirect(303, localizeHref(`/arbete/konto?klart=${what}`));
const problem = (problems: Problem[], name = '') => fail(422, { problems, name, codes: null });

type Act = (event: RequestEvent, form: FormData) => Promise<unknown>;

/** An action over its form, whose refusals are the workspace's error page. */
const acting =
	<T extends Act>(act: T) =>
	async (event: RequestEvent): Promise<Awaited<ReturnType<T>>> =>
		orErrorPage(act(event, await event.request.formData()) as Promise<Awaited<ReturnType<T>>>);

export const actions: Actions = {
	name: acting(async ({ locals }, form) => {
		const name = text(form, 'name');
		const outcome = await renamePerson(locals, name);
		return outcome.ok ? done('namn') : problem(outcome.problems, name);
	}),
	password: acting(async (event, form) => {
		const outcome = await changePassword(event.locals, {
			token: ownToken(event),
			current: text(form, 'current'),
			password: text(form, 'password')
		});
		if (!outcome.ok) return problem(outcome.problems);
		keepSession(event, outcome.value);
		return done('losenord');
	}),
	startTotp: acting(async ({ locals }) => {
		await startTotp(locals);
		redirect(303, localizeHref('/arbete/konto/app'));
	}),
	removeTotp: acting(async ({ locals }) => {
		const outcome = await removeTotp(locals);
		return outcome.ok ? done('app-borta') : problem(outcome.problems);
	}),
	recoveryCodes: acting(async ({ locals }) => ({
		problems: [],
		name: '',
		codes: await makeRecoveryCodes(locals)
	})),
	addPasskey: acting(async (event, form) => {
		const outcome = await addPasskey(event.locals, {
			party: relyingParty(event.url),
			token: ownToken(event),
			response: readPasskeyAnswer(form),
			name: text(form, 'name')
		});
		if (!outcome.ok) return problem(outcome.problems);
		const { session, recoveryCodes } = outcome.value;
		keepSession(event, session);
		return recoveryCodes ? { problems: [], name: '', codes: recoveryCodes } : done('passkey');
	}),
	renamePasskey: acting(async ({ locals }, form) => {
		await renamePasskey(locals, { id: text(form, 'id'), name: text(form, 'name') });
		return done('passkey-namn');
	}),
	removePasskey: acting(async ({ locals }, form) => {
		const outcome = await removePasskey(locals, { id: text(form, 'id') });
		return outcome.ok ? done('passkey-borta') : problem(outcome.problems);
	}),
	endSession: acting(async ({ locals }, form) => {
		await endSession(locals, text(form, 'id'));
		return done('utloggad');
	}),
	endOthers: acting(async ({ locals }) => {
		await endOtherSessions(locals);
		return done('utloggade');
	})
};
