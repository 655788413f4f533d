import { fail, redirect } from '@sveltejs/kit';
import { localizeHref } from '#lib/i18n/paraglide/runtime.js';
import { meetingView } from '#lib/meetings/invitation/meeting-view.ts';
import { endDevices } from '#lib/meetings/server/end-devices.ts';
import { readMeeting } from '#lib/meetings/server/list-meetings.ts';
import { openDevice } from '#lib/meetings/server/open-device.ts';
import { rehearseMeeting } from '#lib/meetings/server/rehearse-meeting.ts';
import { startMeeting } from '#lib/meetings/server/start-meeting.ts';
import { readPlace } from '#lib/places/server/read-place.ts';
import { orErrorPage } from '#lib/server/page-error.ts';
import { qrPath } from '#lib/ui/qr-path.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const { meeting, steps } = await orErrorPage(readMeeting(locals, { id: params.id }));
	const { slug } = await readPlace(locals, meeting.placeCode);
	const hasPage = slug !== null && meeting.announced && !meeting.rehearsal;
	return {
		meeting: meetingView(meeting, locals.language),
		entries: steps.map(({ id, content }) => ({ id, content, locked: true })),
		languages: meeting.languages,
		publicHref: hasPage ? localizeHref(`/${slug}/moten/${meeting.slug}`) : null,
		mayRehearse: !meeting.rehearsal && meeting.state === 'planned' && steps.length > 0,
		done: url.searchParams.get('klart')
	};
};

export const actions: Actions = {
	/** Live with one tap: whoever starts it steers it from here. */
	start: async ({ locals, params }) => {
		const { token } = await orErrorPage(startMeeting(locals, params.id));
		redirect(303, localizeHref(`/styr/${token}`));
	},
	screen: async ({ locals, params }) => {
		const opened = await orErrorPage(openDevice(locals, { meetingId: params.id, kind: 'screen' }));
		if (!opened.ok) return fail(422, {});
		return { screen: { address: localizeHref(`/skarm/${opened.value.token}`) } };
	},
	remote: async ({ locals, params, request, url }) => {
		const pin = String((await request.formData()).get('pin') ?? '').trim() || undefined;
		const opened = await orErrorPage(openDevice(locals, { meetingId: params.id, kind: 'remote', pin }));
		if (!opened.ok) return fail(422, { pin: true });
		const address = new URL(localizeHref(`/styr/${opened.value.token}`), url).href;
		return { remote: { address, qr: qrPath(address) } };
	},
	rehearse: async ({ locals, params }) => {
		const { id } = await orErrorPage(rehearseMeeting(locals, params.id));
		redirect(303, localizeHref(`/arbete/moten/${id}?klart=repetition`));
	},
	endDevices: async ({ locals, params }) => {
		await orErrorPage(endDevices(locals, params.id));
		redirect(303, localizeHref(`/arbete/moten/${params.id}?klart=stangda`));
	}
};
