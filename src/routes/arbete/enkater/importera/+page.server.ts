import { fail, redirect } from '@sveltejs/kit';
import { localizeHref } from '#lib/i18n/paraglide/runtime.js';
import { summaryOf } from '#lib/questionnaire/import/import-summary.ts';
import { mostFileBytes } from '#lib/questionnaire/import/limits.ts';
import { importFormats } from '#lib/questionnaire/import/read-import.ts';
import { importDraft, readImportFile, readImportPlace } from '#lib/questionnaire/server/import-draft.ts';
import { AppError } from '#lib/server/app-error.ts';
import { orErrorPage } from '#lib/server/page-error.ts';
import type { Problem } from '#lib/server/problem.ts';
import { listWorkPlaces } from '#lib/workspace/server/read-places.ts';
import type { Actions, PageServerLoad } from './$types';

/** The page needs no script, and what was read would travel twice. */
export const csr = false;

const placeOf = (url: URL): string => url.searchParams.get('plats') ?? '';

export const load: PageServerLoad = ({ locals, url }) =>
	orErrorPage(
		(async () => {
			const places = await listWorkPlaces(locals, 'questionnaire.edit');
			const placeCode = placeOf(url) || places[0]?.code;
			if (placeCode === undefined) throw new AppError('not-found');
			return { place: await readImportPlace(locals, placeCode) };
		})()
	);

const refused = (problems: Problem[], status = 422) => fail(status, { problems });

/** The form; undefined when it is larger than this route takes. */
async function readForm(request: Request): Promise<FormData | undefined> {
	try {
		return await request.formData();
	} catch (problem) {
		if ((problem as { status?: unknown }).status !== 413) throw problem;
	}
}

const tooLarge = () => refused([{ at: 'file', code: 'too-large', detail: '' }], 413);

export const actions: Actions = {
	read: async ({ locals, request, url }) => {
		const place = await orErrorPage(readImportPlace(locals, placeOf(url)));
		const form = await readForm(request);
		if (!form) return tooLarge();
		const file = form.get('file');
		if (!(file instanceof File) || file.name === '')
			return refused([{ at: 'file', code: 'missing', detail: '' }]);
		const bytes = new Uint8Array(await file.slice(0, mostFileBytes + 1).arrayBuffer());
		const read = await orErrorPage(readImportFile(locals, { placeCode: place.code, bytes }));
		if (!read.ok) return refused(read.problems);
		const { format, content, report, text } = read.value;
		return { read: { format, report, text, summary: summaryOf(content) } };
	},
	create: async ({ locals, request, url }) => {
		const place = await orErrorPage(readImportPlace(locals, placeOf(url)));
		const form = await readForm(request);
		if (!form) return tooLarge();
		const format = importFormats.find((one) => one === form.get('format')) ?? 'json';
		const text = String(form.get('text') ?? '');
		const created = await orErrorPage(importDraft(locals, { placeCode: place.code, text, format }));
		if (!created.ok) return refused(created.problems);
		redirect(303, localizeHref(`/arbete/enkater/${created.value.id}`));
	}
};
