import { placesOfPermission } from '#lib/accounts/server/require-permission.ts';
import { orErrorPage } from '#lib/server/page-error.ts';
import { readDesk } from '#lib/workspace/server/read-desk.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => ({
	desk: await orErrorPage(readDesk(locals)),
	mayWrite: placesOfPermission(locals, 'questionnaire.edit')?.length !== 0,
	mayInvite: placesOfPermission(locals, 'people.manage')?.length !== 0
});
