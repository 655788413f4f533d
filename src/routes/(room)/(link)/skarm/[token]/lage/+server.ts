import { noteDevice } from '#lib/meetings/server/lock-device.ts';
import { readDevice } from '#lib/meetings/server/read-device.ts';
import { readScreenState } from '#lib/meetings/server/read-screen-state.ts';
import { stateJson } from '#lib/server/json-response.ts';
import { apiEndpoint } from '#lib/server/problem-response.ts';

export const GET = apiEndpoint(async ({ locals, params, request, url }) => {
	const device = await readDevice(locals, { token: params.token!, kinds: ['screen'] });
	await noteDevice(locals, device);
	return stateJson(request, await readScreenState(locals, device.agenda, { origin: url.origin }));
});
