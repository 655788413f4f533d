import { recordEvent } from '#lib/audit/server/record-event.ts';
import { slugOf } from '#lib/format/slug.ts';
import { AppError } from '#lib/server/app-error.ts';
import type { Outcome } from '#lib/server/problem.ts';
import { publishEvidence } from '#lib/situation/server/read-evidence.ts';
import type { Pledge } from '../pledge.ts';
import { requirePledge, today, type Acting } from './acting.ts';
import { lackingOf } from './approve-pledge.ts';
import { evidenceProblems } from './check-evidence.ts';
import { lockPledge, selectPledge, selectSlugs, updatePledge } from './pledge-store.ts';

/** A free part of the address: the title's, with a number when it is taken. */
function freeSlug(title: string, taken: readonly string[]): string {
	const slug = slugOf(title) || 'lofte';
	let [free, number] = [slug, 2];
	while (taken.includes(free)) free = `${slug}-${number++}`;
	return free;
}

/**
 * Publishes a signed pledge under an address of its own, for ever. The database refuses as well what is not whole.
 * @returns the pledge, or what it lacks (a date for the next report that has passed meanwhile)
 * @throws AppError `not-found` without `pledge.publish`, and for what both sides have not signed
 */
export async function publishPledge(ctx: Acting, id: string): Promise<Outcome<Pledge>> {
	const { placeCode, evidenceIds } = await requirePledge(ctx, id, 'pledge.publish');
	const withdrawn = await evidenceProblems(ctx, evidenceIds);
	if (withdrawn.length > 0) return { ok: false, problems: withdrawn };
	return ctx.db.transaction().execute(async (trx): Promise<Outcome<Pledge>> => {
		await lockPledge(trx, id);
		const pledge = (await selectPledge(trx, id))!;
		if (pledge.state !== 'signed') throw new AppError('not-found');
		const problems = lackingOf(pledge, today(ctx));
		if (problems.length > 0) return { ok: false, problems };
		const slug = freeSlug(pledge.title, await selectSlugs(trx, placeCode));
		await updatePledge(trx, id, { state: 'published', slug, publishedOn: today(ctx) });
		await publishEvidence(trx, ctx, pledge.evidenceIds);
		const after = { title: pledge.title, slug, validTo: pledge.validTo, nextReportOn: pledge.nextReportOn };
		await recordEvent(trx, ctx, { action: 'pledge.published', placeCode, subject: `pledge:${id}`, after });
		return { ok: true, value: (await selectPledge(trx, id))! };
	});
}
