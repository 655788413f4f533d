import { orErrorPage } from '#lib/server/page-error.ts';
import { requirePermission } from '#lib/accounts/server/require-permission.ts';
import { readEvidence } from '#lib/situation/server/read-evidence.ts';
import { withdrawEvidence } from '#lib/situation/server/record-evidence.ts';
import { readUsesOfEvidence } from '#lib/situation/server/read-uses.ts';
import type { Actions, PageServerLoad } from './$types';
import { done, field } from '../../form-text.ts';
import { placeOf } from '../../place-page.ts';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const evidence = await orErrorPage(readEvidence(locals, params.id));
	// Public evidence has a public page; this one is for those who work with it.
	await orErrorPage(requirePermission(locals, 'results.read', evidence.placeCode));
	return {
		...(await placeOf(locals, evidence.placeCode)),
		evidence,
		uses: await readUsesOfEvidence(locals, evidence),
		done: url.searchParams.has('klart')
	};
};

export const actions: Actions = {
	withdraw: async ({ locals, params, request }) => {
		const withdrawn = field(await request.formData(), 'withdrawn') !== 'nej';
		await orErrorPage(withdrawEvidence(locals, { id: params.id, withdrawn }));
		return done(`/underlag/${params.id}`, { klart: '1' });
	}
};
