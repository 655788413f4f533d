import { fail, redirect } from '@sveltejs/kit';
import { localizeHref } from '#lib/i18n/paraglide/runtime.js';
import { AppError } from '#lib/server/app-error.ts';
import { orErrorPage } from '#lib/server/page-error.ts';
import type { Problem } from '#lib/server/problem.ts';
import { mostFileBytes } from '#lib/statistics/limits.ts';
import { listImports, listSeries } from '#lib/statistics/server/list-series.ts';
import { stageImport } from '#lib/statistics/server/stage-import.ts';
import { listWorkPlaces } from '#lib/workspace/server/read-places.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) =>
	orErrorPage(
		(async () => {
			const places = await listWorkPlaces(locals, 'situation.edit');
			const placeCode = url.searchParams.get('plats') ?? places[0]?.code;
			if (placeCode === undefined) throw new AppError('not-found');
			return {
				placeCode,
				places,
				waiting: await listImports(locals, { placeCode }),
				series: await listSeries(locals, { placeCode }),
				done: url.searchParams.get('klart'),
				counts: {
					added: Number(url.searchParams.get('nya')) || 0,
					revised: Number(url.searchParams.get('andrade')) || 0
				}
			};
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

export const actions: Actions = {
	upload: async ({ locals, request, url }) => {
		const placeCode = url.searchParams.get('plats') ?? '';
		await orErrorPage(listImports(locals, { placeCode }));
		const form = await readForm(request);
		if (!form) return refused([{ at: 'file', code: 'too-large', detail: '' }], 413);
		const file = form.get('file');
		if (!(file instanceof File) || file.name === '')
			return refused([{ at: 'file', code: 'missing', detail: '' }]);
		const bytes = new Uint8Array(await file.slice(0, mostFileBytes + 1).arrayBuffer());
		const staged = await orErrorPage(stageImport(locals, { placeCode, fileName: file.name, bytes }));
		if (!staged.ok) return refused(staged.problems);
		redirect(303, localizeHref(`/arbete/statistik/importera/${staged.value.id}`));
	}
};
