import { inLanguage, type Language } from '#lib/i18n/languages.ts';
import type { Agenda } from '#lib/meetings/agenda.ts';
import { kindOfPoint, pointWords } from '#lib/meetings/agenda/agenda-words.ts';
import { joinHome, joinQrAddress, meetingAddress } from '#lib/meetings/invitation/meeting-addresses.ts';
import { meetingView } from '#lib/meetings/invitation/meeting-view.ts';
import type { StepContent } from '#lib/meetings/step.ts';
import { readPlace } from '#lib/places/server/read-place.ts';
import { readPlaceProfile } from '#lib/places/server/read-place-profile.ts';
import { listLogos } from '#lib/places/server/settings-logos.ts';
import type { Context } from '#lib/server/context.ts';
import { qrPath } from '#lib/ui/qr-path.ts';

/** What can be printed of a meeting, by the last part of its address. */
export const sheetKinds = ['inbjudan', 'bordskort', 'dagordning', 'streckblad'] as const;

interface Wanted {
	kind: (typeof sheetKinds)[number];
	agenda: Agenda;
	chosen: Language[];
	origin: string;
}

const optionsOf = (content: StepContent, language: Language): string[] => {
	const options =
		'question' in content ? content.question.options : content.kind === 'tally' ? content.options : [];
	return options.map(({ text }) => inLanguage(text, language));
};

async function invitation(ctx: Context, { agenda: { meeting }, chosen, origin }: Wanted) {
	const { slug } = await readPlace(ctx, meeting.placeCode);
	const where = slug !== null && meeting.announced ? { municipality: slug, slug: meeting.slug } : null;
	const address = where
		? meetingAddress(origin, where, chosen[0] ?? 'sv')
		: joinQrAddress(origin, meeting.code).toLowerCase();
	return {
		texts: chosen.map((language) => {
			const { title, when, about } = meetingView(meeting, language);
			return { language, title, when, about };
		}),
		...{ venue: meeting.venue, address, languages: meeting.languages },
		qr: qrPath(where ? address : joinQrAddress(origin, meeting.code)),
		profile: await readPlaceProfile(ctx, meeting.placeCode),
		logos: await listLogos(ctx, meeting.placeCode)
	};
}

const cards = (ctx: Context, { agenda: { meeting }, origin }: Wanted) => ({
	title: inLanguage(meeting.title, ctx.language),
	code: meeting.code,
	address: joinQrAddress(origin, meeting.code).toLowerCase(),
	home: joinHome(origin),
	qr: qrPath(joinQrAddress(origin, meeting.code)),
	languages: meeting.languages
});

function paperAgenda({ language }: Context, { agenda: { meeting, steps } }: Wanted) {
	const { title, when, venue, code } = meetingView(meeting, language);
	const points = steps.map(({ content }) => ({
		kind: kindOfPoint(content),
		heading: pointWords(content, steps, language),
		options: optionsOf(content, language)
	}));
	return { ...{ title, when, venue, points }, code: code.replace(/^(...)/, '$1 ') };
}

function tallySheet({ language }: Context, { agenda: { meeting, steps } }: Wanted) {
	const points = steps
		.map(({ content, position }) => ({
			number: position + 1,
			heading: pointWords(content, steps, language),
			options: optionsOf(content, language)
		}))
		.filter(({ options }) => options.length > 0);
	return { title: inLanguage(meeting.title, language), points };
}

/** What stands on a sheet that is printed for a meeting. */
export async function readSheet(ctx: Context, wanted: Wanted) {
	const { kind } = wanted;
	if (kind === 'inbjudan') return { kind, page: await invitation(ctx, wanted) };
	if (kind === 'bordskort') return { kind, page: cards(ctx, wanted) };
	return kind === 'dagordning'
		? { kind, page: paperAgenda(ctx, wanted) }
		: { kind, page: tallySheet(ctx, wanted) };
}
