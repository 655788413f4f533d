import { readPledgeOverview } from '#lib/pledges/server/read-overview.ts';
import { listOwnActivities } from '#lib/pledges/server/record-progress.ts';
import { isDueSoon } from '#lib/pledges/overview.ts';
import { hasEnded, pledgeView } from '#lib/pledges/pledge-view.ts';
import type { Context } from '#lib/server/context.ts';
import type { Duty } from '../duty.ts';

/** Activities of one's own that are late, or that end within the days ahead. */
async function activityDuties(
	ctx: Context,
	{ today, soon }: { today: string; soon: string }
): Promise<Duty[]> {
	return (await listOwnActivities(ctx)).flatMap((told) =>
		pledgeView({ ...told, approvals: [], signatures: [] }, today)
			.activities.filter((one) => !hasEnded(one) && (one.lastDay ?? '9') <= soon)
			.map(({ id, what, lastDay, status }): Duty => ({
				kind: status === 'late' ? 'activity-overdue' : 'activity-due',
				about: what,
				placeName: told.pledge.title,
				href: `/arbete/loften/aktivitet/${id}`,
				dueOn: lastDay
			}))
	);
}

/**
 * What the pledges ask of the signed-in person: word that is due or late, reasons that nobody has given, activities of
 * their own.
 * @param soon the last day that counts as near, `YYYY-MM-DD`
 */
export async function pledgeDuties(ctx: Context, soon: string): Promise<Duty[]> {
	const { pledges, today } = await readPledgeOverview(ctx);
	const duties = pledges.flatMap(({ view, placeName }): Duty[] => {
		const about = { about: view.title, placeName, href: `/arbete/loften/${view.id}` };
		const found: Duty[] = [];
		if (view.overdue) found.push({ kind: 'report-overdue', ...about, dueOn: view.nextReportOn });
		else if (isDueSoon(view, today)) found.push({ kind: 'report-due', ...about, dueOn: view.nextReportOn });
		if (view.unexplained) found.push({ kind: 'reason-overdue', ...about, dueOn: view.lateSince });
		return found;
	});
	return [...duties, ...(await activityDuties(ctx, { today, soon }))];
}
