import { requirePermission } from '#lib/accounts/server/require-permission.ts';
import { readPlace } from '#lib/places/server/read-place.ts';
import { agreementFromForm } from '#lib/pledges/pledge-form.ts';
import { listAgreements } from '#lib/pledges/server/read-agreement.ts';
import { readPledgeOverview } from '#lib/pledges/server/read-overview.ts';
import { saveAgreement } from '#lib/pledges/server/save-agreement.ts';
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
			return { places, place: { code, name }, today, agreements: await listAgreements(locals, code) };
		})()
	);

export const actions: Actions = {
	save: async ({ locals, request }) => {
		const form = await request.formData();
		const placeCode = String(form.get('placeCode') ?? '');
		const written = { id: null, placeCode, ...agreementFromForm(form) };
		return answered(
			form,
			saveAgreement(locals, written),
			(id) => `/arbete/loften/overenskommelser/${id}?sparat`
		);
	}
};
