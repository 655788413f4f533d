import { recordEvent } from '#lib/audit/server/record-event.ts';
import { AppError } from '#lib/server/app-error.ts';
import type { Outcome } from '#lib/server/problem.ts';
import { randomId } from '#lib/server/random.ts';
import { pledgeStatus } from '../pledge-status.ts';
import { parsed } from '../pledge-schema.ts';
import type { Pledge } from '../pledge.ts';
import type { Report } from '../story.ts';
import { reportDayProblem } from '../publish-rule.ts';
import { reportSchema } from '../story-schema.ts';
import { actorId, problem, requirePledge, today, type Acting } from './acting.ts';
import { lockPledge, selectPledge, updatePledge } from './pledge-store.ts';
import { insertReport, selectStories } from './story-store.ts';

/** Word to the residents, as it is written; it is dated today. */
export type NewReport = Omit<Report, 'id' | 'day'> & { pledgeId: string };

/** What is wrong with the word itself: a running pledge owes the next day, a late or broken one a reason. */
function refusal(report: NewReport, { isLate, day }: { isLate: boolean; day: string }) {
	if (report.outcome === null) {
		const wrong = reportDayProblem(report.nextReportOn, day);
		if (wrong) return problem('nextReportOn', wrong);
	}
	const owes = report.outcome === 'not-kept' || (report.outcome === null && isLate);
	return owes && !report.reason ? problem('reason', 'missing') : undefined;
}

/**
 * Tells the residents how a published pledge goes, when the next word comes, and perhaps how it ended.
 * @returns the pledge, or problems: `text missing`, `reason missing`, the day of the next report
 * @throws AppError `not-found` without `pledge.edit`, and for a pledge that is not published or has ended
 */
export async function reportPledge(ctx: Acting, input: NewReport): Promise<Outcome<Pledge>> {
	const { placeCode } = await requirePledge(ctx, input.pledgeId, 'pledge.edit');
	const checked = parsed(reportSchema, input);
	if (!checked.ok) return checked;
	const { reason, ...report } = checked.value;
	const { pledgeId } = report;
	return ctx.db.transaction().execute(async (trx): Promise<Outcome<Pledge>> => {
		await lockPledge(trx, pledgeId);
		const pledge = (await selectPledge(trx, pledgeId))!;
		if (pledge.state !== 'published' || pledge.outcome !== null) throw new AppError('not-found');
		const story = (await selectStories(trx, [pledgeId])).get(pledgeId)!;
		const day = today(ctx);
		const isLate = pledgeStatus(pledge, story, day) === 'late';
		const refused = refusal({ ...report, reason }, { isLate, day });
		if (refused) return refused;
		const { outcome } = report;
		const nextReportOn = outcome === null ? report.nextReportOn : null;
		await insertReport(trx, {
			...{ ...report, nextReportOn },
			...{ id: randomId(ctx.random), at: ctx.now().getTime(), day, personId: actorId(ctx) },
			...{ reason: reason?.code ?? null, reasonText: reason?.text ?? '' }
		});
		await updatePledge(trx, pledgeId, { outcome, nextReportOn, revision: pledge.revision + 1 });
		await recordEvent(trx, ctx, {
			action: outcome === null ? 'pledge.reported' : 'pledge.ended',
			placeCode,
			subject: `pledge:${pledgeId}`,
			after: { title: pledge.title, outcome, nextReportOn }
		});
		return { ok: true, value: (await selectPledge(trx, pledgeId))! };
	});
}
