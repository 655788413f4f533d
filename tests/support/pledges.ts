import { createPerson } from '#lib/accounts/server/create-person.ts';
import type { Activity } from '#lib/pledges/activity.ts';
import type { Side } from '#lib/pledges/agreement.ts';
import { emptyPledge, type PledgeContent } from '#lib/pledges/pledge.ts';
import { approvePledge, signPledge } from '#lib/pledges/server/approve-pledge.ts';
import { publishPledge } from '#lib/pledges/server/publish-pledge.ts';
import { createPledge } from '#lib/pledges/server/write-pledge.ts';
import type { Pledge } from '#lib/pledges/pledge.ts';
import { recordEvidence } from '#lib/situation/server/record-evidence.ts';
import type { Context, StaffActor } from '#lib/server/context.ts';
import type { Role } from '#lib/server/role.ts';
import { mustBeOk } from './builders.ts';

interface WantedStaff {
	role: Role;
	name: string;
	/** The day they act on; today when left out. */
	now?: Date;
}

/** Somebody in Säffle who acts on a day. */
export async function actingStaff(ctx: Context, { role, name, now = new Date() }: WantedStaff) {
	const memberships = [{ placeCode: '1785', role, through: 'demonstration' }];
	const personId = await createPerson(ctx, { name, email: `${name}@example.se`, memberships });
	const session = { sessionId: 'x', secondFactor: true };
	const actor: StaffActor = { kind: 'staff', personId, name, ...session, memberships };
	return { ...ctx, now: () => now, actor };
}

/** Something for a pledge to rest on. @returns its id */
export async function takeEvidence(ctx: Context, placeCode: string): Promise<string> {
	const { id } = await mustBeOk(
		recordEvidence(ctx, {
			...{ kind: 'document', placeCode, day: '2027-02-01', source: 'Kvällsrunda' },
			...{ statement: '14 gångvägar hade trasig belysning', href: 'https://example.se/rapport' }
		})
	);
	return id;
}

/** A pledge that can be published on 1 March 2027; 14 lamps to change by 1 November. */
export const lamps = (evidenceId: string, change: Partial<PledgeContent> = {}): PledgeContent => ({
	...emptyPledge(),
	...{ title: 'Ljusare gångvägar', place: 'Tingvallastaden', evidenceIds: [evidenceId] },
	sentence: 'Vi lovar att alla 14 gångvägar ska ha fungerande belysning senast 1 november 2027.',
	...{ validFrom: '2027-03-01', validTo: '2027-11-01', nextReportOn: '2027-06-01' },
	effect: 'Färre undviker gångvägarna.',
	indicator: {
		...{ kind: 'own-count', ref: '', what: 'Gångvägar med trasig belysning', how: 'Kvällsrunda' },
		...{ unit: 'gångvägar', startValue: 14, targetValue: 0 }
	},
	activities: [
		{
			...{ id: `lamps-${evidenceId.slice(0, 8)}`, party: 'municipality', what: 'Byta lampor', target: 14 },
			...{ unit: 'gångvägar', place: 'Tingvallastaden', startsOn: null, dueOn: '2027-11-01' },
			...{ recurrence: '', owner: 'Gatuchef', ownerId: null }
		}
	],
	...change
});

/** Those who agree on a pledge: one for each side; who publishes may be one of them. */
export interface Agreeing {
	police: Context;
	municipality: Context;
	publisher: Context;
}

/** Takes a draft all the way to the residents. */
export async function publishAgreed(id: string, { publisher, ...agreeing }: Agreeing): Promise<Pledge> {
	for (const side of ['police', 'municipality'] as const satisfies Side[])
		await mustBeOk(approvePledge(agreeing[side], { id, side }));
	const day = publisher.now().toISOString().slice(0, 10);
	const titles = { police: 'Lokalpolisområdeschef', municipality: 'Kommunstyrelsens ordförande' };
	for (const side of ['police', 'municipality'] as const)
		await mustBeOk(signPledge(publisher, { id, side, title: titles[side], day }));
	return mustBeOk(publishPledge(publisher, id));
}

interface WantedLamps {
	placeCode: string;
	change?: Partial<PledgeContent>;
	/** What is different about its activity. */
	activity?: Partial<Activity>;
}

/** A published pledge about lamps in a place. */
export async function publishLamps(
	agreeing: Agreeing,
	{ placeCode, change = {}, activity = {} }: WantedLamps
): Promise<Pledge> {
	const evidenceId = change.evidenceIds?.[0] ?? (await takeEvidence(agreeing.publisher, placeCode));
	const content = lamps(evidenceId, change);
	content.activities = content.activities.map((one) => ({ ...one, ...activity }));
	const { id } = await mustBeOk(createPledge(agreeing.police, { placeCode, content }));
	return publishAgreed(id, agreeing);
}
