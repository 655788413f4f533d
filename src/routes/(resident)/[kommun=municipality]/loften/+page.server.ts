import { hasEnded, inOrder } from '#lib/pledges/pledge-view.ts';
import { listAgreements } from '#lib/pledges/server/read-agreement.ts';
import { listPledgeViews } from '#lib/pledges/server/read-pledge-page.ts';
import { canSendMail } from '#lib/server/mail.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, parent }) => {
	const { municipality } = await parent();
	const pledges = inOrder(await listPledgeViews(locals, municipality.code));
	return {
		pledges,
		letters: canSendMail(),
		now: pledges.filter((pledge) => !hasEnded(pledge)),
		ended: pledges.filter(hasEnded),
		agreements: await listAgreements({ ...locals, actor: { kind: 'visitor' } }, municipality.code)
	};
};
