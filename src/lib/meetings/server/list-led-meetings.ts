import { placesOfPermission } from '#lib/accounts/server/require-permission.ts';
import { readPlacesBelow } from '#lib/places/server/read-place-path.ts';
import type { Context } from '#lib/server/context.ts';
import type { Meeting } from '../meeting.ts';
import { meetingOf, selectMeetings } from './meeting-store.ts';

/** The meetings that the signed-in person may lead, rehearsals too, the earliest first. */
export async function listLedMeetings(ctx: Pick<Context, 'db' | 'actor'>): Promise<Meeting[]> {
	const codes = placesOfPermission(ctx, 'meeting.lead');
	const places = codes && (await readPlacesBelow(ctx, codes));
	if (places?.length === 0) return [];
	const rows = await selectMeetings(ctx.db)
		.$if(places !== null, (query) => query.where('placeCode', 'in', places!))
		.orderBy('startsAt')
		.orderBy('code')
		.execute();
	return rows.map(meetingOf);
}
