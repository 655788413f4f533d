import { inLanguage } from '#lib/i18n/languages.ts';
import { readMeeting } from '#lib/meetings/server/list-meetings.ts';
import { AppError } from '#lib/server/app-error.ts';
import { orErrorPage } from '#lib/server/page-error.ts';
import { sheetLanguages } from '#lib/sharing/sheet-languages.ts';
import type { PageServerLoad } from './$types';
import { readSheet, sheetKinds } from './meeting-sheets.ts';

const mostLanguages = 2;

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const agenda = await orErrorPage(readMeeting(locals, { id: params.id }));
	const kind = sheetKinds.find((one) => one === params.sheet);
	if (!kind) return orErrorPage(Promise.reject<never>(new AppError('not-found')));
	const { id, title, languages } = agenda.meeting;
	const chosen = sheetLanguages(url.searchParams.getAll('sprak'), languages, mostLanguages);
	return {
		id,
		title: inLanguage(title, locals.language),
		offered: languages,
		chosen,
		sheet: await readSheet(locals, { kind, agenda, chosen, origin: url.origin })
	};
};
