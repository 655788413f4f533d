import { fail, redirect } from '@sveltejs/kit';
import { inLanguage } from '#lib/i18n/languages.ts';
import { localizeHref } from '#lib/i18n/paraglide/runtime.js';
import { commandOfForm } from '#lib/meetings/remote/command-form.ts';
import { takeOver } from '#lib/meetings/server/hand-over.ts';
import { readDevice } from '#lib/meetings/server/read-device.ts';
import { receiveCommand } from '#lib/meetings/server/receive-command.ts';
import { orErrorPage } from '#lib/server/page-error.ts';
import { qrPath } from '#lib/ui/qr-path.ts';
import type { Actions, PageServerLoad } from './$types';
import { readRemotePage } from './remote-page.ts';

export const load: PageServerLoad = async ({ locals, params, setHeaders }) => {
	setHeaders({ 'cache-control': 'no-store' });
	const kinds = ['remote', 'takeover'] as const;
	const device = await orErrorPage(readDevice(locals, { token: params.token, kinds }));
	const title = inLanguage(device.agenda.meeting.title, locals.language);
	const remote = device.kind === 'remote' ? await readRemotePage(locals, device) : null;
	return { shell: 'screen' as const, title, token: params.token, remote };
};

const pathOf = (token: string): string => localizeHref(`/styr/${token}`);

export const actions: Actions = {
	steer: async ({ locals, params, request, url }) => {
		const command = commandOfForm(await request.formData());
		const body = JSON.stringify(command) ?? '';
		const outcome = await orErrorPage(receiveCommand(locals, { token: params.token, body }));
		if (!outcome.ok) return fail(422, { problems: outcome.problems.map(({ at, code }) => ({ at, code })) });
		const { offer } = outcome.value;
		if (!offer) redirect(303, pathOf(params.token));
		const address = new URL(localizeHref(offer.path), url).href;
		return { offer: { address, qr: qrPath(address), until: offer.until } };
	},
	takeover: async ({ locals, params }) => {
		const { token } = await orErrorPage(takeOver(locals, params.token));
		redirect(303, pathOf(token));
	}
};
