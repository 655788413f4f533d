import { contentColumns } from '#lib/pledges/server/pledge-store.ts';
import type { Context } from '#lib/server/context.ts';
import { randomId, secureRandom } from '#lib/server/random.ts';
import { lamps } from './pledges.ts';

const newId = () => randomId(secureRandom);

async function insertDraft(ctx: Context, placeCode: string): Promise<{ id: string; activityId: string }> {
	const [id, activityId] = [newId(), newId()];
	const content = lamps('x');
	await ctx.db
		.insertInto('pledge')
		.values({
			...contentColumns({ ...content, nextReportOn: '2099-01-01', title: 'Planterat' }),
			...{ id, placeCode, slug: null, state: 'draft', revision: 1, agreementId: null, outcome: null },
			...{ publishedOn: null, example: 0, changedAt: ctx.now().getTime(), changedBy: 'system' }
		})
		.execute();
	const { ownerId, ...activity } = content.activities[0]!;
	await ctx.db
		.insertInto('activity')
		.values({ ...activity, ownerId, id: activityId, pledgeId: id, position: 0 })
		.execute();
	return { id, activityId };
}

async function publish(ctx: Context, pledgeId: string, placeCode: string): Promise<void> {
	const evidenceId = newId();
	await ctx.db
		.insertInto('evidence')
		.values({
			...{ id: evidenceId, placeCode, kind: 'document', statement: 'Planterat', figure: null, n: null },
			...{ day: '2027-01-01', selection: 'dokument', source: 'Test', href: 'https://example.se', seq: null },
			...{ frozen: '{}', dialogueCode: null, questionKey: null, optionKey: null },
			...{ takenOn: '2027-01-01', withdrawn: 0 }
		})
		.execute();
	await ctx.db.insertInto('publicEvidence').values({ evidenceId, since: '2027-01-01' }).execute();
	await ctx.db.insertInto('pledgeEvidence').values({ pledgeId, evidenceId, position: 0 }).execute();
	for (const side of ['police', 'municipality'] as const) {
		const day = '2027-01-01';
		await ctx.db
			.insertInto('pledgeApproval')
			.values({ pledgeId, side, personId: side, name: 'Kim Exempel', day })
			.execute();
		await ctx.db.insertInto('pledgeSignature').values({ pledgeId, side, title: 'Chef', day }).execute();
	}
	await ctx.db
		.updateTable('pledge')
		.set({
			state: 'published',
			slug: `planterat-${pledgeId.toLowerCase().replace(/[^a-z0-9]/g, 'x')}`,
			publishedOn: '2027-01-01'
		})
		.where('id', '=', pledgeId)
		.execute();
}

async function insertAgreement(ctx: Context, placeCode: string): Promise<string> {
	const id = newId();
	const written = { title: 'Planterat', text: 'Planterat', validFrom: '2027-01-01', validTo: null };
	await ctx.db
		.insertInto('agreement')
		.values({ id, placeCode, ...written, revision: 1 })
		.execute();
	return id;
}

/** Puts a draft of a pledge and one of an agreement into a place, and a published pledge; one of these is enough, since none is ever deleted. */
export async function plantPledges(ctx: Context, placeCode: string) {
	const { id: pledgeId } = await insertDraft(ctx, placeCode);
	const agreementId = await insertAgreement(ctx, placeCode);
	const standing = await ctx.db
		.selectFrom('pledge')
		.innerJoin('activity', 'activity.pledgeId', 'pledge.id')
		.select(['pledge.id', 'activity.id as activityId'])
		.where('pledge.placeCode', '=', placeCode)
		.where('pledge.state', '=', 'published')
		.executeTakeFirst();
	if (standing)
		return { pledgeId, agreementId, publishedPledgeId: standing.id, activityId: standing.activityId };
	const { id, activityId } = await insertDraft(ctx, placeCode);
	await publish(ctx, id, placeCode);
	return { pledgeId, agreementId, publishedPledgeId: id, activityId };
}
