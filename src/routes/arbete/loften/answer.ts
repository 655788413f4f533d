import { fail, redirect } from '@sveltejs/kit';
import { localizeHref } from '#lib/i18n/paraglide/runtime.js';
import { orErrorPage } from '#lib/server/page-error.ts';
import type { Outcome } from '#lib/server/problem.ts';

/** What somebody wrote, to be shown again; files stay where they are. */
const valuesOf = (form: FormData): Record<string, string[]> => {
	const values = new Map<string, string[]>();
	for (const [name, value] of form)
		if (typeof value === 'string') values.set(name, [...(values.get(name) ?? []), value]);
	return Object.fromEntries(values);
};

/** Goes on to a page of the workspace when a command succeeded; else the form comes back with what is to be mended. */
export async function answered<T>(
	form: FormData,
	outcome: Promise<Outcome<T>>,
	next: string | ((value: T) => string)
) {
	const result = await orErrorPage(outcome);
	if (!result.ok)
		return fail(422, {
			values: valuesOf(form),
			problems: result.problems.map(({ at, code }) => ({ at, code }))
		});
	redirect(303, localizeHref(typeof next === 'string' ? next : next(result.value)));
}

/** What is wrong with the title of somebody who signs, at the field that it is written in. */
export async function atSigner<T>(outcome: Promise<Outcome<T>>): Promise<Outcome<T>> {
	const result = await outcome;
	if (result.ok) return result;
	const problems = result.problems.map((one) => (one.at === 'title' ? { ...one, at: 'signer' } : one));
	return { ok: false, problems };
}
