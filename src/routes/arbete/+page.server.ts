import { placesOfPermission } from '#lib/accounts/server/require-permission.ts';
import { orErrorPage } from '#lib/server/page-error.ts';
import { readDesk } from '#lib/workspace/server/read-desk.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => ({
	desk: await orErrorPage(readDesk(locals)),
	mayInvite: placesOfPermission(locals, 'people.manage')?.length !== 0
});
