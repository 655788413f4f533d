import { orErrorPage } from '#lib/server/page-error.ts';
import { qrAddress, shortAddress } from '#lib/sharing/addresses.ts';
import { paperView } from '#lib/sharing/paper-view.ts';
import { readInvitation } from '#lib/sharing/server/read-share.ts';
import { sheetLanguages } from '#lib/sharing/sheet-languages.ts';
import { qrPath } from '#lib/ui/qr-path.ts';
import type { PageServerLoad } from './$types';

const mostHandIn = 200;

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const { dialogue, definition, profile, logos } = await orErrorPage(readInvitation(locals, params.code));
	const [language] = sheetLanguages(url.searchParams.getAll('sprak'), dialogue.languages, 1);
	const addressed = { origin: url.origin, code: dialogue.code };
	const handIn = (url.searchParams.get('inlamning') ?? '').trim().slice(0, mostHandIn);
	return {
		offered: dialogue.languages,
		chosen: language,
		handIn,
		mostHandIn,
		paper: {
			...paperView({ dialogue, definition, handIn }, language),
			sender: profile.sender,
			contact: [profile.contactEmail, profile.contactPhone].filter(Boolean).join(' · '),
			logos,
			address: shortAddress(addressed, language),
			qr: qrPath(qrAddress(addressed, language)),
			code: dialogue.code
		}
	};
};
