import { sides } from '#lib/pledges/pledge.ts';
import { readPledgeOverview } from '#lib/pledges/server/read-overview.ts';
import { listAgreements } from '#lib/pledges/server/read-pledge.ts';
import { saveAgreement, signAgreement } from '#lib/pledges/server/save-agreement.ts';
import { hasPermission } from '#lib/accounts/server/require-permission.ts';
import { AppError } from '#lib/server/app-error.ts';
import { orErrorPage } from '#lib/server/page-error.ts';
import { answered } from '../answer.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const { places, today } = await orErrorPage(readPledgeOverview(locals));
	const wanted = url.searchParams.get('plats') ?? places[0]?.code;
	const place = places.find(({ code }) => code === wanted);
	if (!place) return orErrorPage(Promise.reject<never>(new AppError('not-found')));
	return {
		places,
		place,
		today,
		agreements: await listAgreements(locals, place.code),
		mayPublish: await hasPermission(locals, 'pledge.publish', place.code)
	};
};

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
