import { orErrorPage } from '#lib/server/page-error.ts';
import { copyPicture } from '#lib/situation/server/copy-picture.ts';
import { readPicture } from '#lib/situation/server/read-picture.ts';
import { savePicture } from '#lib/situation/server/save-picture.ts';
import { listProblems } from '#lib/situation/server/save-problem.ts';
import {
	dropPicture,
	freezePicture,
	publishPicture,
	signPicture
} from '#lib/situation/server/sign-picture.ts';
import type { Side } from '#lib/situation/picture.ts';
import { sectionsWithTakenDown } from '#lib/situation/quote.ts';
import type { Actions, PageServerLoad } from './$types';
import { done, field, fields, refused } from '../form-text.ts';
import { placeOf } from '../place-page.ts';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const { picture, snapshot, sections, signatures, may, signedByMe } = await orErrorPage(
		readPicture(locals, params.id)
	);
	const problems = await listProblems(locals, picture.placeCode);
	return {
		...{ picture, signatures, may, signedByMe },
		place: (await placeOf(locals, picture.placeCode)).place,
		sections: sections.map(({ key, blocks }) => ({ key, parts: blocks.length })),
		takenDown: sectionsWithTakenDown(snapshot),
		allProblems: problems
			.filter(({ id, ended }) => !ended || picture.problemIds.includes(id))
			.map(({ id, name }) => ({ id, name })),
		done: url.searchParams.get('klart')
	};
};

export const actions: Actions = {
	about: async ({ locals, params, request }) => {
		const form = await request.formData();
		const written = { title: field(form, 'title'), from: field(form, 'from'), to: field(form, 'to') };
		const problemIds = fields(form, 'problems');
		const outcome = await orErrorPage(savePicture(locals, { id: params.id, ...written, problemIds }));
		return outcome.ok ? done(`/${params.id}`, { klart: 'sparat' }) : refused(form, outcome.problems, 'about');
	},
	freeze: async ({ locals, params, request }) => {
		const form = await request.formData();
		const outcome = await orErrorPage(freezePicture(locals, params.id));
		return outcome.ok ? done(`/${params.id}`, { klart: 'frusen' }) : refused(form, outcome.problems);
	},
	sign: async ({ locals, params, request }) => {
		const form = await request.formData();
		// What is no side is found by the use case.
		const side = field(form, 'side') as Side;
		const outcome = await orErrorPage(
			signPicture(locals, { id: params.id, side, title: field(form, 'title') })
		);
		return outcome.ok
			? done(`/${params.id}`, { klart: 'signerad' })
			: refused(form, outcome.problems, 'sign');
	},
	publish: async ({ locals, params, request }) => {
		const form = await request.formData();
		const outcome = await orErrorPage(publishPicture(locals, params.id));
		return outcome.ok ? done(`/${params.id}`, { klart: 'publicerad' }) : refused(form, outcome.problems);
	},
	copy: async ({ locals, params }) => {
		const { id } = await orErrorPage(copyPicture(locals, params.id));
		return done(`/${id}`, { klart: 'utkast' });
	},
	drop: async ({ locals, params }) => {
		await orErrorPage(dropPicture(locals, params.id));
		return done(`/${params.id}`, { klart: 'nedlagd' });
	}
};
