import { fail, redirect } from '@sveltejs/kit';
import { localizeHref } from '#lib/i18n/paraglide/runtime.js';
import type { Problem } from '#lib/server/problem.ts';

/** A field of a form as it was written. */
export const field = (form: FormData, name: string): string => String(form.get(name) ?? '').trim();

/** The same, null where it is empty. */
export const fieldOrNull = (form: FormData, name: string): string | null => field(form, name) || null;

/** All of a form's fields with a name. */
export const fields = (form: FormData, name: string): string[] => form.getAll(name).map(String);

/** What somebody wrote goes back to them with the problems; which form it was is told by `which`. */
export function refused(form: FormData, problems: readonly Problem[], which = '') {
	const values = Object.fromEntries(
		[...form].filter((entry): entry is [string, string] => typeof entry[1] === 'string')
	);
	return fail(422, {
		...{ values, which, evidence: fields(form, 'evidence'), causes: fields(form, 'causes') },
		problems: problems.map(({ at, code }) => ({ at, code }))
	});
}

/** Back to a page of the picture's, which says what has been done. */
export function done(path: string, query: Record<string, string>): never {
	const search = new URLSearchParams(query).toString();
	return redirect(303, localizeHref(`/arbete/lagesbild${path}?${search}`));
}
