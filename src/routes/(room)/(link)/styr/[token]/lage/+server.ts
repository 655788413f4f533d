import { noteDevice } from '#lib/meetings/server/lock-device.ts';
import { readDevice } from '#lib/meetings/server/read-device.ts';
import { readRemoteState } from '#lib/meetings/server/read-remote-state.ts';
import { stateJson } from '#lib/server/json-response.ts';
import { apiEndpoint } from '#lib/server/problem-response.ts';

export const GET = apiEndpoint(async ({ locals, params, request }) => {
	const device = await readDevice(locals, { token: params.token!, kinds: ['remote'] });
	await noteDevice(locals, device);
	return stateJson(request, await readRemoteState(locals, device, locals.language));
});
