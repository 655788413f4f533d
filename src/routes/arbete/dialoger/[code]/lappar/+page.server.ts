import { fail } from '@sveltejs/kit';
import { makeCodes } from '#lib/answers/server/make-codes.ts';
import { inLanguage } from '#lib/i18n/languages.ts';
import { AppError } from '#lib/server/app-error.ts';
import { orErrorPage } from '#lib/server/page-error.ts';
import { shortAddress, slipAddress } from '#lib/sharing/addresses.ts';
import { readInvitation } from '#lib/sharing/server/read-share.ts';
import { sheetLanguages } from '#lib/sharing/sheet-languages.ts';
import { mostSlips, readSlipCount } from '#lib/sharing/slips.ts';
import { qrPath } from '#lib/ui/qr-path.ts';
import type { Actions, PageServerLoad } from './$types';

/** The dialogue, if it is answered with one-time codes. */
async function readSlips(locals: App.Locals, code: string) {
	const { dialogue } = await readInvitation(locals, code);
	if (dialogue.entry !== 'codes') throw new AppError('not-found');
	return dialogue;
}

export const load: PageServerLoad = async ({ locals, params }) => {
	const dialogue = await orErrorPage(readSlips(locals, params.code));
	return {
		code: dialogue.code,
		title: inLanguage(dialogue.title, locals.language),
		offered: dialogue.languages,
		most: mostSlips
	};
};

export const actions: Actions = {
	/** Makes the codes and answers with them: they are shown this once. */
	default: async ({ locals, params, request, url }) => {
		const dialogue = await orErrorPage(readSlips(locals, params.code));
		const form = await request.formData();
		const written = String(form.get('antal') ?? '');
		const [language] = sheetLanguages([String(form.get('sprak'))], dialogue.languages, 1);
		const count = readSlipCount(written);
		if (count === undefined) return fail(422, { written, language, sheet: undefined });
		const codes = await orErrorPage(makeCodes(locals, { dialogueId: dialogue.id, count }));
		const addressed = { origin: url.origin, code: dialogue.code };
		const slips = codes.map((code) => ({
			code,
			qr: qrPath(slipAddress(addressed, code.replaceAll('-', ''), language))
		}));
		const title = inLanguage(dialogue.title, language);
		return {
			written,
			language,
			sheet: { language, slips, title, address: shortAddress(addressed, language) }
		};
	}
};
