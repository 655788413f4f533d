import { readCollecting } from '#lib/collection/server/read-collecting.ts';
import { placesOfPermission, requirePermission } from '#lib/accounts/server/require-permission.ts';
import { inLanguage } from '#lib/i18n/languages.ts';
import { readPlace } from '#lib/places/server/read-place.ts';
import { AppError } from '#lib/server/app-error.ts';
import { orErrorPage } from '#lib/server/page-error.ts';
import type { PageServerLoad } from './$types';

async function readPage(locals: App.Locals, query: URLSearchParams) {
	if (placesOfPermission(locals, 'answers.collect')?.length === 0) throw new AppError('not-found');
	const placeCode = query.get('plats');
	if (placeCode !== null) await requirePermission(locals, 'answers.collect', placeCode);
	const { dialogues, collections } = await readCollecting(locals);
	const named = dialogues.map(async ({ code, title, placeCode }) => ({
		code,
		title: inLanguage(title, locals.language),
		place: (await readPlace(locals, placeCode)).name
	}));
	return { dialogues: await Promise.all(named), collections };
}

export const load: PageServerLoad = ({ locals, url }) => orErrorPage(readPage(locals, url.searchParams));
