import { noteDevice } from '#lib/meetings/server/lock-device.ts';
import { readDevice } from '#lib/meetings/server/read-device.ts';
import { readScreenState } from '#lib/meetings/server/read-screen-state.ts';
import { orErrorPage } from '#lib/server/page-error.ts';
import { qrPath } from '#lib/ui/qr-path.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, setHeaders, url }) => {
	const device = await orErrorPage(readDevice(locals, { token: params.token, kinds: ['screen'] }));
	await noteDevice(locals, device);
	const screen = await readScreenState(locals, device.agenda, { origin: url.origin });
	setHeaders({ 'cache-control': 'no-store' });
	return {
		shell: 'screen' as const,
		screen,
		qr: qrPath(screen.meeting.address),
		servedAt: locals.now().getTime(),
		still: url.searchParams.has('stilla')
	};
};
