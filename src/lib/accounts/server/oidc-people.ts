import type { Transaction } from 'kysely';
import { recordEvent } from '../../audit/server/record-event.ts';
import { readPlacesBelow } from '../../places/server/read-place-path.ts';
import type { Context } from '../../server/context.ts';
import type { Database } from '../../server/db/database.ts';
import { lock } from '../../server/db/lock.ts';
import { strongRoles } from '../../server/role.ts';
import type { Organisation } from '../oidc-organisation.ts';
import { personName, ruleHolds, signInTrusted, type Claims, type OidcRule } from '../oidc-rule.ts';
import { addMembership, addPerson } from './new-person.ts';
import { insertOrganisationPerson, selectOrganisationPeople } from './oidc-store.ts';
import { deleteMembership, selectMemberships, updatePerson } from './person-store.ts';

type Trx = Transaction<Database>;
type Acting = Pick<Context, 'now' | 'random' | 'vault'>;
type Given = Pick<OidcRule, 'role' | 'placeCode'>;

/** Whom the organisation has vouched for. */
export interface Vouched {
	issuer: string;
	subject: string;
	claims: Claims;
}

/** Where a membership comes from when a rule of an organisation gave it, see Membership. */
export const throughOrganisation = (id: string): string => `organisation:${id}`;

/** The rules do it, not the person who signs in. */
const byRule = ({ now, vault }: Acting) => ({ now, vault, actor: { kind: 'system' } as const });

const same = (one: Given, other: Given) => one.role === other.role && one.placeCode === other.placeCode;

/** Brings the roles that the organisation's rules give a person in line with what holds now. */
async function settleMemberships(
	trx: Trx,
	ctx: Acting,
	{ personId, through, given }: { personId: string; through: string; given: Given[] }
): Promise<void> {
	const held = await selectMemberships(trx, personId);
	const stale = held.filter((old) => old.through === through && !given.some((one) => same(one, old)));
	for (const { role, placeCode } of stale) {
		await deleteMembership(trx, { personId, placeCode, role });
		const event = { action: 'membership.removed', placeCode, subject: `person:${personId}` } as const;
		await recordEvent(trx, byRule(ctx), { ...event, before: { role, through } });
	}
	for (const { role, placeCode } of given.filter((one) => !held.some((old) => same(one, old))))
		await addMembership(trx, byRule(ctx), { personId, placeCode, role, through });
}

async function insertNewPerson(
	trx: Trx,
	ctx: Acting,
	{ organisation, vouched }: { organisation: Organisation; vouched: Vouched }
): Promise<string> {
	// Without e-mail address: what an organisation says about it proves nothing, and nobody is found by it.
	const name = personName(vouched.claims);
	const id = await addPerson(trx, ctx, { email: null, name, passwordHash: null });
	const { issuer, subject } = vouched;
	await insertOrganisationPerson(trx, { organisationId: organisation.id, issuer, subject, personId: id });
	await recordEvent(trx, byRule(ctx), {
		action: 'person.created',
		placeCode: organisation.placeCode,
		subject: `person:${id}`,
		after: { name, through: throughOrganisation(organisation.id) }
	});
	return id;
}

/** What somebody is after the organisation has vouched for them. */
export interface Admitted {
	personId: string;
	/** Whether the way they signed in there counts as a second factor here. */
	secondFactor: boolean;
}

/**
 * Finds the person by issuer and subject, makes one at the first visit, and settles the roles: those that hold by the
 * organisation's rules inside its place, no others; a role whose rule no longer holds ends. The organisation's own
 * second factor counts only while every strong role of the person lies inside the organisation's place: no
 * organisation decides how others' places are protected.
 * @returns null for somebody without any role; an unknown person is then not stored.
 */
export async function admitPerson(
	trx: Trx,
	ctx: Acting,
	{ organisation, vouched }: { organisation: Organisation; vouched: Vouched }
): Promise<Admitted | null> {
	const { id: organisationId, rules, trusted, placeCode } = organisation;
	const { issuer, subject, claims } = vouched;
	await lock(trx, `organisation person ${organisationId} ${subject}`, 'exclusive');
	const inside = await readPlacesBelow({ db: trx }, [placeCode]);
	const given = rules.filter((rule) => inside.includes(rule.placeCode) && ruleHolds(rule, claims));
	const unique = given.filter((rule, index) => given.findIndex((other) => same(other, rule)) === index);
	const known = await selectOrganisationPeople(trx)
		.where('organisationId', '=', organisationId)
		.where('issuer', '=', issuer)
		.where('subject', '=', subject)
		.executeTakeFirst();
	if (!known && unique.length === 0) return null;
	const personId = known?.personId ?? (await insertNewPerson(trx, ctx, { organisation, vouched }));
	if (known) await updatePerson(trx, personId, { name: personName(claims) });
	await settleMemberships(trx, ctx, {
		personId,
		through: throughOrganisation(organisationId),
		given: unique
	});
	const memberships = await selectMemberships(trx, personId);
	const strong = memberships.filter(({ role }) => strongRoles.includes(role));
	const secondFactor =
		signInTrusted(trusted, claims) && strong.every((held) => inside.includes(held.placeCode));
	return memberships.length === 0 ? null : { personId, secondFactor };
}
