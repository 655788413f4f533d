import { orErrorPage } from '#lib/server/page-error.ts';
import { matrixRow } from '#lib/situation/source-matrix.ts';
import { listEvidence } from '#lib/situation/server/read-evidence.ts';
import { listCauses } from '#lib/situation/server/save-cause.ts';
import { listProblems, saveProblem } from '#lib/situation/server/save-problem.ts';
import type { Actions, PageServerLoad } from './$types';
import { done, field, refused } from '../form-text.ts';
import { placePage } from '../place-page.ts';

export const load: PageServerLoad = async ({ locals, url }) => {
	const page = await placePage(locals, url);
	const placeCode = page.place.code;
	const evidence = await listEvidence(locals, { placeCode });
	const problems = await listProblems(locals, placeCode);
	const causes = await listCauses(locals, { placeCode });
	return {
		...page,
		evidence,
		rows: problems.filter(({ ended }) => !ended).map((problem) => matrixRow(problem, evidence)),
		problems: problems.map(({ id, name, ended }) => ({
			...{ id, name, ended },
			causes: causes.filter(({ problemId }) => problemId === id).length
		}))
	};
};

export const actions: Actions = {
	default: async ({ locals, request, url }) => {
		const form = await request.formData();
		const placeCode = url.searchParams.get('plats') ?? '';
		const written = { name: field(form, 'name'), note: field(form, 'note') };
		const outcome = await orErrorPage(
			saveProblem(locals, { id: null, placeCode, ...written, evidenceIds: [], overrules: {} })
		);
		return outcome.ok
			? done(`/problem/${outcome.value.id}`, { klart: '1' })
			: refused(form, outcome.problems);
	}
};
