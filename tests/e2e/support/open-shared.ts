import { PNG } from 'pngjs';
import { saffleAreas } from '#lib/demonstration/areas.ts';
import type { Channel } from '#lib/dialogues/channel.ts';
import type { Dialogue } from '#lib/dialogues/dialogue.ts';
import { dayOf } from '#lib/dialogues/period.ts';
import { defaultSettings } from '#lib/dialogues/settings.ts';
import { savePlaceProfile } from '#lib/places/server/save-place-profile.ts';
import { savePlaceSettings } from '#lib/places/server/save-place-settings.ts';
import { addLogo } from '#lib/places/server/settings-logos.ts';
import { defaultPlaceSettings } from '#lib/places/settings.ts';
import { template } from '#lib/questionnaire/bank/templates.ts';
import type { Context } from '#lib/server/context.ts';
import { eightQuestions } from '#tests/support/eight-questions.ts';
import { openFromYesterday } from '#tests/support/open-dialogue.ts';

/** The site that Säffle has listed, and one that it has not. */
export const listedSite = 'https://www.saffle.example';
export const otherSite = 'https://ond.example';

const place = '1785';
const everywhere: Channel[] = ['web', 'embed', 'paper'];

/** As long as a title may be. */
const longTitle = {
	sv: 'Vad behöver göras för att du ska känna dig tryggare när du rör dig i Säffle centrum och vid resecentrum på kvällen, och?',
	en: 'What needs to be done for you to feel safer when you move about in the centre of Säffle and at the station at night, eh?'
};

/** Dialogues to share. */
export interface Shared {
	/** The short template, through every channel that sharing knows. */
	ordinary: Dialogue;
	/** Eight questions that can be answered in boxes and nowhere else. */
	boxed: Dialogue;
	/** Eight questions through the open interface and boxes, sealed every second. */
	growing: Dialogue;
	/** The longest title and the most questions. */
	long: Dialogue;
	/** Asks for one-time codes. */
	coded: Dialogue;
	/** Opens in ten days. */
	later: Dialogue;
}

/** A logo: a field of one colour. */
function plainPicture(): Buffer {
	const picture = new PNG({ width: 240, height: 120 });
	for (let at = 0; at < picture.data.length; at += 4) picture.data.set([11, 79, 96, 255], at);
	return PNG.sync.write(picture);
}

async function introduce(ctx: Context): Promise<void> {
	await savePlaceProfile(ctx, {
		placeCode: place,
		sender: 'Säffle kommun och Polisen',
		contactEmail: 'trygghet@saffle.example',
		contactPhone: '0533-123 45'
	});
	const settings = { ...defaultPlaceSettings(place), embedOrigins: [listedSite] };
	await ctx.db.transaction().execute((trx) => savePlaceSettings(trx, settings));
	const content = plainPicture();
	for (const alternativeText of ['Säffle kommun', 'Polisen'])
		await ctx.db
			.transaction()
			.execute((trx) => addLogo(trx, ctx, { placeCode: place, alternativeText, content }));
}

/** Introduces Säffle, with contact, logos and its own site, and opens dialogues there to share. */
export async function openShared(ctx: Context): Promise<Shared> {
	await introduce(ctx);
	const short = template('S8', { areas: saffleAreas });
	const inTenDays = dayOf(new Date(ctx.now().getTime() + 10 * 86_400_000));
	const open = (title: string, changes: Parameters<typeof openFromYesterday>[2]) =>
		openFromYesterday(ctx, short, { title: { sv: title, en: title }, channels: everywhere, ...changes });
	return {
		ordinary: await openFromYesterday(ctx, short, { channels: everywhere }),
		boxed: await openFromYesterday(ctx, eightQuestions, {
			channels: ['embed'],
			settings: defaultSettings.openLink
		}),
		growing: await openFromYesterday(ctx, eightQuestions, {
			title: { sv: 'Svaren växer', en: 'Growing answers' },
			channels: everywhere
		}),
		long: await openFromYesterday(ctx, template('L', { areas: saffleAreas }), {
			title: longTitle,
			channels: everywhere
		}),
		coded: await open('Trygg i skolan', { entry: 'codes' }),
		later: await open('Öppnar sedan', { opensOn: inTenDays, channels: ['web'] })
	};
}
