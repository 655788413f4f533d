import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { entryOfForm } from '#lib/collection/field/read-form.ts';
import { canAnswerInField, readDevice } from '#lib/collection/server/read-device.ts';
import { recordEntries } from '#lib/collection/server/record-entries.ts';
import { localizeHref } from '#lib/i18n/paraglide/runtime.js';
import { orErrorPage } from '#lib/server/page-error.ts';
import { randomId } from '#lib/server/random.ts';
import type { Actions, PageServerLoad } from './$types';

type Kind = 'tally' | 'note';
const isKind = (text: string | null): text is Kind => text === 'tally' || text === 'note';

export const load: PageServerLoad = async ({ locals, params, url, setHeaders }) => {
	const device = await orErrorPage(readDevice(locals, params.token));
	const { name, day, spots, themes } = device.collection;
	const kind = url.searchParams.get('sparat');
	setHeaders({ 'cache-control': 'no-store' });
	return {
		device: device.name,
		collection: { name, day, spots, themes },
		canAnswer: await canAnswerInField(locals, device),
		/** For a page without a script: the keys of the next entries, and the latest one, to be taken back. */
		keys: { tally: randomId(locals.random), note: randomId(locals.random) },
		spot: url.searchParams.get('plats') ?? '',
		latest: isKind(kind) ? { kind, key: url.searchParams.get('nyckel') ?? '' } : null,
		undone: kind === 'angrat'
	};
};

const back = (token: string, query: Record<string, string>): never =>
	redirect(303, localizeHref(`/falt/${token}?${new URLSearchParams(query)}`));

/** One entry from a page without a script. */
async function recordOne({ locals, params, request }: RequestEvent, kind: Kind) {
	const form = await request.formData();
	const token = params.token ?? '';
	const entry = entryOfForm(form, kind, String(form.get('key')));
	const values = Object.fromEntries(
		[...new Set(form.keys())].map((name) => [name, form.getAll(name).map(String)])
	);
	const sent = await orErrorPage(recordEntries(locals, { token, body: { entries: entry ? [entry] : [] } }));
	if (!entry || entry.kind === 'withdrawal' || sent.refused.length > 0) return fail(422, { kind, values });
	return back(token, { sparat: kind, nyckel: entry.key, plats: entry.spot });
}

export const actions: Actions = {
	tally: (event) => recordOne(event, 'tally'),
	note: (event) => recordOne(event, 'note'),
	undo: async ({ locals, params, request }) => {
		const form = await request.formData();
		const withdrawal = { kind: 'withdrawal', key: String(form.get('key')), of: String(form.get('of')) };
		await orErrorPage(recordEntries(locals, { token: params.token, body: { entries: [withdrawal] } }));
		return back(params.token, { sparat: 'angrat', plats: String(form.get('spot') ?? '') });
	}
};
