import { orErrorPage } from '#lib/server/page-error.ts';
import { criterionKeys, type Criterion } from '#lib/situation/priority.ts';
import { readSituationSettings } from '#lib/situation/server/read-review.ts';
import { saveSituationSettings } from '#lib/situation/server/weigh-problems.ts';
import type { Actions, PageServerLoad } from './$types';
import { done, field, fieldOrNull, refused } from '../form-text.ts';
import { placePage } from '../place-page.ts';

export const load: PageServerLoad = async ({ locals, url }) => {
	const page = await placePage(locals, url);
	const settings = await readSituationSettings(locals, page.place.code);
	return { ...page, settings, done: url.searchParams.has('klart') };
};

const ownKeys = ['own-1', 'own-2'] as const;
const number = (form: FormData, name: string): number => Number(field(form, name) || 'x');

/** The method's grounds in their order, then those of the place that have a name. */
function criteriaOf(form: FormData): Criterion[] {
	const known = criterionKeys.map((key): Criterion => ({
		key,
		name: null,
		weight: number(form, `weight.${key}`)
	}));
	const own = ownKeys.flatMap((key): Criterion[] => {
		const name = fieldOrNull(form, `name.${key}`);
		return name === null ? [] : [{ key, name, weight: number(form, `weight.${key}`) }];
	});
	return [...known, ...own];
}

export const actions: Actions = {
	default: async ({ locals, request, url }) => {
		const form = await request.formData();
		const placeCode = url.searchParams.get('plats') ?? '';
		const criteria = criteriaOf(form);
		const review = { months: number(form, 'months'), reminderMonths: number(form, 'reminderMonths') };
		const outcome = await orErrorPage(saveSituationSettings(locals, { placeCode, criteria, review }));
		if (outcome.ok) return done('/installningar', { plats: placeCode, klart: '1' });
		const named = outcome.problems.map((problem) => {
			const index = /^criteria\.(\d+)/.exec(problem.at)?.[1];
			const at =
				index === undefined ? problem.at.replace(/^review\./, '') : `weight.${criteria[Number(index)]!.key}`;
			return { ...problem, at: at === 'criteria' ? 'weight.common' : at };
		});
		return refused(form, named);
	}
};
