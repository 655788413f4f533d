import { requirePermission } from '#lib/accounts/server/require-permission.ts';
import { inOrder } from '#lib/pledges/pledge-view.ts';
import { onPaper } from '#lib/pledges/pledge-sheet.ts';
import { listPledgeViews } from '#lib/pledges/server/read-pledge-page.ts';
import { readPlaceProfile } from '#lib/places/server/read-place-profile.ts';
import { readPlace } from '#lib/places/server/read-place.ts';
import { orErrorPage } from '#lib/server/page-error.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) =>
	orErrorPage(
		(async () => {
			const placeCode = url.searchParams.get('plats') ?? '';
			await requirePermission(locals, 'pledge.edit', placeCode);
			const { slug } = await readPlace(locals, placeCode);
			const { sender } = await readPlaceProfile(locals, placeCode);
			const running = inOrder(await listPledgeViews(locals, placeCode)).filter(
				({ nextReportOn }) => nextReportOn !== null
			);
			const setup = { origin: url.origin, slug: slug ?? '', sender };
			return { papers: running.map((pledge) => onPaper(pledge, setup)) };
		})()
	);
