import { orErrorPage } from '#lib/server/page-error.ts';
import { assessProblem, readWeighing } from '#lib/situation/server/weigh-problems.ts';
import type { Scores } from '#lib/situation/priority.ts';
import type { Actions, PageServerLoad } from './$types';
import { done, field, refused } from '../form-text.ts';
import { placePage } from '../place-page.ts';

export const load: PageServerLoad = async ({ locals, url }) => {
	const page = await placePage(locals, url);
	const { settings, ranking, mine, problems } = await readWeighing(locals, page.place.code);
	return {
		...page,
		criteria: settings.criteria,
		...{ ranking, mine },
		problems: problems.map(({ id, name }) => ({ id, name })),
		done: url.searchParams.get('klart')
	};
};

export const actions: Actions = {
	default: async ({ locals, request, url }) => {
		const form = await request.formData();
		const scores: Scores = {};
		for (const [name, value] of form)
			if (name.startsWith('score.') && value !== '') scores[name.slice(6)] = Number(value);
		const problemId = field(form, 'problem');
		const outcome = await orErrorPage(assessProblem(locals, { problemId, scores }));
		const plats = url.searchParams.get('plats') ?? '';
		return outcome.ok ? done('/prioritering', { plats, klart: problemId }) : refused(form, outcome.problems);
	}
};
