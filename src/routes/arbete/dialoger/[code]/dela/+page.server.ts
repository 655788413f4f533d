import { hasPermission } from '#lib/accounts/server/require-permission.ts';
import { dialogueView } from '#lib/dialogues/dialogue-view.ts';
import { readEmbedOrigins } from '#lib/places/server/read-embed-origins.ts';
import { orErrorPage } from '#lib/server/page-error.ts';
import { longAddress, qrAddress, shortAddress } from '#lib/sharing/addresses.ts';
import { embedBoxes } from '#lib/sharing/embed-boxes.ts';
import { readyTexts } from '#lib/sharing/ready-texts.ts';
import { readShare } from '#lib/sharing/server/read-share.ts';
import { qrPath } from '#lib/ui/qr-path.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const { dialogue, definition, place, profile } = await orErrorPage(readShare(locals, params.code));
	const { origin } = url;
	const { code, languages } = dialogue;
	const addressed = { origin, code };
	const page = place.slug === null ? null : { municipality: place.slug, slug: dialogue.slug };
	return {
		dialogue: dialogueView(dialogue, locals.language),
		place,
		entry: dialogue.entry,
		invites: dialogue.state === 'open' || dialogue.state === 'scheduled',
		origin,
		qr: qrPath(qrAddress(addressed, 'sv')),
		languages: languages.map((language) => ({
			language,
			short: shortAddress(addressed, language),
			long: page && longAddress(addressed, page, language),
			texts: readyTexts({ origin, dialogue, definition, sender: profile.sender }, language)
		})),
		embed: dialogue.channels.includes('embed')
			? {
					boxes: embedBoxes(addressed, dialogue),
					origins: await readEmbedOrigins(locals, place.code),
					maySettings: await hasPermission(locals, 'settings.edit', place.code)
				}
			: null
	};
};
