import { listPeople } from '#lib/accounts/server/list-people.ts';
import { orErrorPage } from '#lib/server/page-error.ts';
import { listDeskDialogues } from '#lib/workspace/server/read-desk.ts';
import { readWorkPlace } from '#lib/workspace/server/read-places.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const { place, above, below, roles, may } = await orErrorPage(readWorkPlace(locals, params.code));
	const people = may.people ? await listPeople(locals, place.code) : [];
	return {
		place: { code: place.code, name: place.name, kind: place.kind, slug: place.slug },
		above,
		below,
		roles,
		may,
		people: people.map(({ personId, name, memberships }) => ({ personId, name, memberships })),
		dialogues: await orErrorPage(listDeskDialogues(locals, place.code))
	};
};
