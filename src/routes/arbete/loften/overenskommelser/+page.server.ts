import { sides } from '#lib/pledges/pledge.ts';
import { readPledgeOverview } from '#lib/pledges/server/read-overview.ts';
import { listAgreements } from '#lib/pledges/server/read-pledge.ts';
import { saveAgreement, signAgreement } from '#lib/pledges/server/save-agreement.ts';
import { hasPermission, requirePermission } from '#lib/accounts/server/require-permission.ts';
import { readPlace } from '#lib/places/server/read-place.ts';
import { orErrorPage } from '#lib/server/page-error.ts';
import { answered } from '../answer.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) =>
	orErrorPage(
		(async () => {
			const { places, today } = await readPledgeOverview(locals);
			const code = url.searchParams.get('plats') ?? places[0]?.code ?? '';
			await requirePermission(locals, 'pledge.edit', code);
			const { name } = await readPlace(locals, code);
			return {
				places,
				place: { code, name },
				today,
				agreements: await listAgreements(locals, code),
				mayPublish: await hasPermission(locals, 'pledge.publish', code)
			};
		})()
	);

const text = (form: FormData, name: string): string => String(form.get(name) ?? '').trim();
const here = ({ searchParams }: URL): string => {
	const place = searchParams.get('plats');
	return `/arbete/loften/overenskommelser${place ? `?plats=${encodeURIComponent(place)}` : ''}`;
};

export const actions: Actions = {
	save: async ({ locals, request, url }) => {
		const form = await request.formData();
		const written = {
			...{ id: text(form, 'id') || null, placeCode: text(form, 'placeCode') },
			...{ title: text(form, 'title'), text: text(form, 'text') },
			...{ validFrom: text(form, 'validFrom'), validTo: text(form, 'validTo') || null }
		};
		return answered(form, saveAgreement(locals, written), here(url));
	},
	sign: async ({ locals, request, url }) => {
		const form = await request.formData();
		const side = sides.find((one) => one === form.get('side')) ?? 'police';
		const signed = { id: text(form, 'id'), side, title: text(form, 'signer'), day: text(form, 'day') };
		return answered(form, signAgreement(locals, signed), here(url));
	}
};
