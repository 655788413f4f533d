import { orErrorPage } from '#lib/server/page-error.ts';
import { qrAddress, shortAddress } from '#lib/sharing/addresses.ts';
import { languageNames, posterTexts } from '#lib/sharing/poster.ts';
import { readInvitation } from '#lib/sharing/server/read-share.ts';
import { sheetLanguages } from '#lib/sharing/sheet-languages.ts';
import { qrPath } from '#lib/ui/qr-path.ts';
import type { PageServerLoad } from './$types';

const mostLanguages = 2;

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const { dialogue, definition, profile, logos } = await orErrorPage(readInvitation(locals, params.code));
	const chosen = sheetLanguages(url.searchParams.getAll('sprak'), dialogue.languages, mostLanguages);
	const addressed = { origin: url.origin, code: dialogue.code };
	return {
		offered: dialogue.languages,
		chosen,
		poster: {
			texts: chosen.map((language) => posterTexts({ dialogue, definition }, language)),
			address: shortAddress(addressed, chosen[0]),
			qr: qrPath(qrAddress(addressed, chosen[0])),
			code: dialogue.code,
			profile,
			logos,
			languages: languageNames(dialogue.languages)
		}
	};
};
