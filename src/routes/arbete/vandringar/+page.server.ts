import { placesOfPermission, requirePermission } from '#lib/accounts/server/require-permission.ts';
import { AppError } from '#lib/server/app-error.ts';
import { orErrorPage } from '#lib/server/page-error.ts';
import { listWalks } from '#lib/walks/server/read-walk.ts';
import type { PageServerLoad } from './$types';

async function readPage(locals: App.Locals, query: URLSearchParams) {
	if (placesOfPermission(locals, 'meeting.lead')?.length === 0) throw new AppError('not-found');
	const placeCode = query.get('plats');
	if (placeCode !== null) await requirePermission(locals, 'meeting.lead', placeCode);
	return { walks: await listWalks(locals) };
}

export const load: PageServerLoad = ({ locals, url }) => orErrorPage(readPage(locals, url.searchParams));
