import { listPeople } from '#lib/accounts/server/list-people.ts';
import { readLog } from '#lib/accounts/server/read-log.ts';
import { readPlace } from '#lib/places/server/read-place.ts';
import { AppError } from '#lib/server/app-error.ts';
import { orErrorPage } from '#lib/server/page-error.ts';
import { logFilter } from '#lib/workspace/log-filter.ts';
import { listPlacesOf } from '#lib/workspace/server/read-places.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) =>
	orErrorPage(
		(async () => {
			const places = await listPlacesOf(locals, 'log.read');
			const placeCode = url.searchParams.get('plats') ?? places[0]?.code;
			if (placeCode === undefined) throw new AppError('not-found');
			const filter = logFilter(url.searchParams);
			const { events, next } = await readLog(locals, { ...filter, placeCode, limit: 50 });
			const people = await listPeople(locals, placeCode);
			return {
				placeCode,
				placeName: (await readPlace(locals, placeCode)).name,
				places,
				events,
				next,
				people: people.map(({ personId, name }) => ({ personId, name }))
			};
		})()
	);
