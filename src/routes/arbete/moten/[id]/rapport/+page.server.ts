import { fail, redirect } from '@sveltejs/kit';
import { localizeHref } from '#lib/i18n/paraglide/runtime.js';
import { quotables, reportView } from '#lib/meetings/report/report-view.ts';
import { publishReport } from '#lib/meetings/server/publish-report.ts';
import { readMeetingReport } from '#lib/meetings/server/read-meeting-report.ts';
import { readReportParts } from '#lib/meetings/server/read-report-parts.ts';
import { addReportPhoto, removeReportPhoto, saveReport } from '#lib/meetings/server/save-report.ts';
import { readPlace } from '#lib/places/server/read-place.ts';
import { resultWords } from '#lib/results/result-words.ts';
import { orErrorPage } from '#lib/server/page-error.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const { language } = locals;
	const report = await orErrorPage(readMeetingReport(locals, { meetingId: params.id, language }));
	const { meeting } = report;
	const parts = await readReportParts(locals, meeting);
	const { name, slug } = await readPlace(locals, meeting.placeCode);
	const words = resultWords({ place: name, crowd: meeting.leastShown, filter: {} });
	const isReal = meeting.state === 'ended' && !meeting.rehearsal;
	return {
		report: reportView(report, parts, { language, words }),
		quotables: quotables(report, parts),
		mayPublish: isReal && meeting.reportedAt === null,
		publicHref:
			isReal && meeting.reportedAt !== null && meeting.announced && slug
				? localizeHref(`/${slug}/moten/${meeting.slug}`)
				: null,
		done: url.searchParams.get('klart')
	};
};

const text = (form: FormData, name: string) => String(form.get(name) ?? '');
const back = (id: string, done: string): never =>
	redirect(303, localizeHref(`/arbete/moten/${id}/rapport?klart=${done}`));

export const actions: Actions = {
	save: async ({ locals, params, request }) => {
		const form = await request.formData();
		const written = { conclusions: text(form, 'conclusions'), quotes: form.getAll('quotes').map(String) };
		const saved = await orErrorPage(saveReport(locals, { meetingId: params.id, ...written }));
		if (!saved.ok) return fail(422, { conclusions: written.conclusions, problems: saved.problems });
		return back(params.id, 'sparat');
	},
	addPhoto: async ({ locals, params, request }) => {
		const form = await request.formData();
		const file = form.get('photo');
		const bytes = new Uint8Array(file instanceof File ? await file.arrayBuffer() : new ArrayBuffer(0));
		const photo = { meetingId: params.id, bytes, alternativeText: text(form, 'alternativeText') };
		const added = await orErrorPage(addReportPhoto(locals, photo));
		if (!added.ok) return fail(422, { problems: added.problems });
		return back(params.id, 'bild');
	},
	removePhoto: async ({ locals, params, request }) => {
		const id = text(await request.formData(), 'id');
		await orErrorPage(removeReportPhoto(locals, { meetingId: params.id, id }));
		return back(params.id, 'bild-borta');
	},
	publish: async ({ locals, params }) => {
		await orErrorPage(publishReport(locals, params.id));
		return back(params.id, 'publicerad');
	}
};
