import { fail, redirect } from '@sveltejs/kit';
import { hasPermission } from '#lib/accounts/server/require-permission.ts';
import { endKiosk, openKiosk } from '#lib/collection/server/open-kiosk.ts';
import { openPaperBatch } from '#lib/collection/server/open-paper-batch.ts';
import { readCollected } from '#lib/collection/server/read-collected.ts';
import { readCollectedDialogue } from '#lib/collection/server/read-collecting.ts';
import { inLanguage } from '#lib/i18n/languages.ts';
import { localizeHref } from '#lib/i18n/paraglide/runtime.js';
import { orErrorPage } from '#lib/server/page-error.ts';
import { qrPath } from '#lib/ui/qr-path.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const dialogue = await orErrorPage(readCollectedDialogue(locals, params.code));
	return {
		...{ code: dialogue.code, title: inLanguage(dialogue.title, locals.language) },
		collected: await readCollected(locals, dialogue),
		mayShare: await hasPermission(locals, 'sharing.edit', dialogue.placeCode),
		done: url.searchParams.get('klart')
	};
};

export const actions: Actions = {
	kiosk: async ({ locals, params, request, url }) => {
		const { id } = await orErrorPage(readCollectedDialogue(locals, params.code));
		const name = String((await request.formData()).get('name') ?? '');
		const made = await orErrorPage(openKiosk(locals, { dialogueId: id, name }));
		if (!made.ok) return fail(422, { of: 'kiosk' as const, name, problems: made.problems });
		const address = url.origin + made.value.path;
		return { of: 'kiosk' as const, name, made: { name: name.trim(), address, qr: qrPath(address) } };
	},
	endKiosk: async ({ locals, params, request }) => {
		const dialogue = await orErrorPage(readCollectedDialogue(locals, params.code));
		const id = String((await request.formData()).get('id') ?? '');
		await orErrorPage(endKiosk(locals, { dialogueId: dialogue.id, id }));
		redirect(303, localizeHref(`/arbete/insamling/dialog/${params.code}?klart=lank`));
	},
	paper: async ({ locals, params, request }) => {
		const { id } = await orErrorPage(readCollectedDialogue(locals, params.code));
		const form = await request.formData();
		const [name, forms] = [String(form.get('batch') ?? ''), String(form.get('forms') ?? '')];
		const opened = await orErrorPage(
			openPaperBatch(locals, { dialogueId: id, name, forms: /^\d{1,4}$/.test(forms) ? Number(forms) : NaN })
		);
		if (!opened.ok) return fail(422, { of: 'paper' as const, name, forms, problems: opened.problems });
		redirect(303, localizeHref(`/arbete/insamling/dialog/${params.code}/papper/${opened.value.id}/skriv`));
	}
};
