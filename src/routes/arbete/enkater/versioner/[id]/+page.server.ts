import { orErrorPage } from '#lib/server/page-error.ts';
import { readVersionHistory } from '#lib/workspace/server/read-version-history.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params }) =>
	orErrorPage(readVersionHistory(locals, params.id));
