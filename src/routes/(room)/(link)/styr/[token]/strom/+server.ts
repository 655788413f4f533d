import { readDevice } from '#lib/meetings/server/read-device.ts';
import { watchMeeting } from '#lib/meetings/server/watch-meeting.ts';
import { apiEndpoint } from '#lib/server/problem-response.ts';
import { eventStream, eventStreamHeaders } from '#lib/server/sse.ts';

export const GET = apiEndpoint(async ({ locals, params, url }) => {
	const token = params.token!;
	const device = await readDevice(locals, { token, kinds: ['remote'] });
	const { language } = locals;
	return eventStream((sink) => watchMeeting(locals, { device, token, language, origin: url.origin }, sink));
});

/** A stream has no end, so a HEAD must not begin one. */
export const HEAD = apiEndpoint(async ({ locals, params }) => {
	await readDevice(locals, { token: params.token!, kinds: ['remote'] });
	return new Response(null, { headers: eventStreamHeaders });
});
