import { fail, redirect } from '@sveltejs/kit';
import { localizeHref } from '#lib/i18n/paraglide/runtime.js';
import { orErrorPage } from '#lib/server/page-error.ts';
import { randomId } from '#lib/server/random.ts';
import { sectionFromForm } from '#lib/situation/section-form.ts';
import { listEvidence } from '#lib/situation/server/read-evidence.ts';
import { readSection, saveSection } from '#lib/situation/server/save-picture.ts';
import type { Actions, PageServerLoad } from './$types';
import { placeOf } from '../../../place-page.ts';
import { sectionKeyOf } from './section-key.ts';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const key = await orErrorPage(sectionKeyOf(params.section));
	const { picture, section } = await orErrorPage(readSection(locals, { pictureId: params.id, key }));
	const evidence = await listEvidence(locals, picture);
	return {
		picture,
		section,
		place: (await placeOf(locals, picture.placeCode)).place,
		evidence: evidence.filter(
			({ id, withdrawn }) =>
				!withdrawn || section.blocks.some((block) => block.kind === 'evidence' && block.evidenceId === id)
		),
		done: url.searchParams.has('klart') ? 'saved' : url.searchParams.has('citat') ? 'quoted' : null
	};
};

export const actions: Actions = {
	default: async ({ locals, params, request }) => {
		const key = await orErrorPage(sectionKeyOf(params.section));
		const form = await request.formData();
		const written = sectionFromForm(form, randomId(locals.random));
		const { revision, blocks, at } = written;
		const input = { pictureId: params.id, section: key, revision, blocks };
		const outcome = await orErrorPage(saveSection(locals, input));
		if (!outcome.ok)
			return fail(422, {
				...{ revision, blocks },
				problems: outcome.problems.map(({ at: where, code }) => ({ at: where, code }))
			});
		const here = `/arbete/lagesbild/${params.id}/avsnitt/${key}`;
		if (form.get('do') === 'quote') redirect(303, localizeHref(`${here}/citat`));
		redirect(303, localizeHref(`${here}?klart${at === null ? '' : `#block-${at}`}`));
	}
};
