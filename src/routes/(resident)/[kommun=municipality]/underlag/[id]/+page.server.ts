import { readEvidence } from '#lib/situation/server/read-evidence.ts';
import { readUsesOfEvidence } from '#lib/situation/server/read-uses.ts';
import { orErrorPage } from '#lib/server/page-error.ts';
import { error } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, parent }) => {
	const { municipality } = await parent();
	const evidence = await orErrorPage(readEvidence(locals, params.id));
	if (evidence.placeCode !== municipality.code) error(404, { message: 'not-found', code: 'not-found' });
	return { evidence, uses: await readUsesOfEvidence(locals, evidence) };
};
