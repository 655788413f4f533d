import { fail, redirect } from '@sveltejs/kit';
import { readEntry } from '#lib/collection/field-entry.ts';
import { endCollection } from '#lib/collection/server/create-collection.ts';
import { listNotes, removeNote } from '#lib/collection/server/list-notes.ts';
import { endDevice, openDevice } from '#lib/collection/server/open-device.ts';
import { listDevices, readCollection } from '#lib/collection/server/read-collection.ts';
import { readSums } from '#lib/collection/server/read-collecting.ts';
import { correctTally } from '#lib/collection/server/sum-tallies.ts';
import { localizeHref } from '#lib/i18n/paraglide/runtime.js';
import { readPlace } from '#lib/places/server/read-place.ts';
import { AppError } from '#lib/server/app-error.ts';
import { orErrorPage } from '#lib/server/page-error.ts';
import { qrPath } from '#lib/ui/qr-path.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const collection = await orErrorPage(readCollection(locals, params.id));
	const filter = { collectionId: collection.id };
	return {
		collection,
		place: (await readPlace(locals, collection.placeCode)).name,
		devices: await listDevices(locals, collection.id),
		sums: await readSums(locals, collection.placeCode, filter),
		notes: await listNotes(locals, filter),
		done: url.searchParams.get('klart')
	};
};

const back = (id: string, done: string): never =>
	redirect(303, localizeHref(`/arbete/insamling/${id}?klart=${done}`));

/** A talk to take away; what is no talk is as if it were not there. */
function readTalk(form: FormData) {
	const sent = { theme: form.get('theme'), tone: form.get('tone'), spot: form.get('spot') };
	const entry = readEntry({ kind: 'tally', key: 'A'.repeat(22), ...sent });
	if (entry?.kind !== 'tally') throw new AppError('not-found');
	return entry;
}

async function correct(locals: App.Locals, collectionId: string, form: FormData): Promise<void> {
	const { theme, tone, spot } = readTalk(form);
	await correctTally(locals, { collectionId, theme, tone, spot });
}

export const actions: Actions = {
	device: async ({ locals, params, request, url }) => {
		const name = String((await request.formData()).get('name') ?? '');
		const made = await orErrorPage(openDevice(locals, { collectionId: params.id, name }));
		if (!made.ok) return fail(422, { name, made: undefined });
		const address = url.origin + made.value.path;
		return { name, made: { name: name.trim(), address, qr: qrPath(address) } };
	},
	endDevice: async ({ locals, params, request }) => {
		const id = String((await request.formData()).get('id') ?? '');
		await orErrorPage(endDevice(locals, { collectionId: params.id, id }));
		back(params.id, 'lank');
	},
	correct: async ({ locals, params, request }) => {
		await orErrorPage(readCollection(locals, params.id));
		await orErrorPage(correct(locals, params.id, await request.formData()));
		back(params.id, 'rattat');
	},
	removeNote: async ({ locals, params, request }) => {
		const key = String((await request.formData()).get('key') ?? '');
		await orErrorPage(removeNote(locals, { collectionId: params.id, key }));
		back(params.id, 'borttagen');
	},
	end: async ({ locals, params }) => {
		await orErrorPage(endCollection(locals, params.id));
		back(params.id, 'avslutad');
	}
};
