import { orErrorPage } from '#lib/server/page-error.ts';
import { AppError } from '#lib/server/app-error.ts';
import type { Outcome } from '#lib/server/problem.ts';
import type { Cause } from '#lib/situation/evidence.ts';
import { sources, strengths, type SituationProblem } from '#lib/situation/problem.ts';
import { matrixRow } from '#lib/situation/source-matrix.ts';
import { listEvidence } from '#lib/situation/server/read-evidence.ts';
import { listCauses, removeCause, saveCause } from '#lib/situation/server/save-cause.ts';
import { endProblem, readProblem, saveProblem } from '#lib/situation/server/save-problem.ts';
import type { Actions, PageServerLoad } from './$types';
import { done, field, fieldOrNull, fields, refused } from '../../form-text.ts';
import { placeOf } from '../../place-page.ts';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const problem = await orErrorPage(readProblem(locals, params.id));
	const { placeCode } = problem;
	const evidence = await listEvidence(locals, { placeCode });
	return {
		...(await placeOf(locals, placeCode)),
		problem,
		row: matrixRow(problem, evidence),
		evidence: evidence.filter(({ id, withdrawn }) => !withdrawn || problem.evidenceIds.includes(id)),
		causes: (await listCauses(locals, { placeCode })).filter(({ problemId }) => problemId === problem.id),
		done: url.searchParams.has('klart')
	};
};

/** What people judged otherwise than the rules, source by source. */
function overrulesOf(form: FormData): SituationProblem['overrules'] {
	const overrules: SituationProblem['overrules'] = {};
	for (const source of sources) {
		const strength = strengths.find((one) => one === field(form, `strength.${source}`));
		if (strength) overrules[source] = { strength, reason: field(form, `reason.${source}`) };
	}
	return overrules;
}

export const actions: Actions = {
	save: async ({ locals, params, request }) => {
		const form = await request.formData();
		const { placeCode } = await orErrorPage(readProblem(locals, params.id));
		const outcome = await orErrorPage(
			saveProblem(locals, {
				...{ id: params.id, placeCode, name: field(form, 'name'), note: field(form, 'note') },
				...{ evidenceIds: fields(form, 'evidence'), overrules: overrulesOf(form) }
			})
		);
		if (outcome.ok) return done(`/problem/${params.id}`, { klart: '1' });
		const named = outcome.problems.map((problem) => {
			const source = /^overrules\.(\w+)\./.exec(problem.at)?.[1];
			return source ? { ...problem, at: `reason.${source}`, code: 'reason' } : problem;
		});
		return refused(form, named, 'save');
	},
	cause: async ({ locals, params, request }) => {
		const form = await request.formData();
		const [bone = '', parentId = ''] = field(form, 'where').split('|');
		const outcome: Outcome<Cause> = await orErrorPage(
			saveCause(locals, {
				...{ id: fieldOrNull(form, 'id'), problemId: params.id, text: field(form, 'text') },
				// What is no bone is found by the use case.
				...{ bone: bone as Cause['bone'], parentId: parentId || null, evidenceIds: fields(form, 'evidence') }
			})
		);
		return outcome.ok
			? done(`/problem/${params.id}`, { klart: '1' })
			: refused(form, outcome.problems, `cause ${field(form, 'id')}`);
	},
	removeCause: async ({ locals, request, params }) => {
		const form = await request.formData();
		const { placeCode } = await orErrorPage(readProblem(locals, params.id));
		const causes = await listCauses(locals, { placeCode });
		const id = field(form, 'id');
		if (!causes.some((cause) => cause.id === id && cause.problemId === params.id))
			return orErrorPage(Promise.reject<never>(new AppError('not-found')));
		const outcome = await orErrorPage(removeCause(locals, id));
		return outcome.ok ? done(`/problem/${params.id}`, { klart: '1' }) : refused(form, outcome.problems);
	},
	end: async ({ locals, params, request }) => {
		const ended = field(await request.formData(), 'ended') !== 'nej';
		await orErrorPage(endProblem(locals, { id: params.id, ended }));
		return done(`/problem/${params.id}`, { klart: '1' });
	}
};
