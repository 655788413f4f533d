import type { Transaction } from 'kysely';
import * as v from 'valibot';
import type { Details } from '../../audit/event.ts';
import { recordEvent } from '../../audit/server/record-event.ts';
import { readPlacesBelow } from '../../places/server/read-place-path.ts';
import type { Context } from '../../server/context.ts';
import type { Database } from '../../server/db/database.ts';
import type { Outcome, Problem } from '../../server/problem.ts';
import { randomId } from '../../server/random.ts';
import {
	organisationSchema,
	ruleWords,
	type Organisation,
	type OrganisationInput
} from '../oidc-organisation.ts';
import type { OrganisationRow } from './factor-tables.ts';
import { checkIssuer, mayCallIssuer } from './oidc-client.ts';
import { organisationPurpose, requireOrganisation } from './oidc-organisations.ts';
import { throughOrganisation } from './oidc-people.ts';
import {
	deleteOrganisation,
	organisationOf,
	selectMembershipsThrough,
	selectOrganisationPeople,
	upsertOrganisation
} from './oidc-store.ts';
import { deleteMembership } from './person-store.ts';
import { requirePermission } from './require-permission.ts';
import { deleteSessionsOf } from './session-store.ts';

const problem = (at: string, code: string, detail: string): Problem => ({ at, code, detail });

function shapeProblems(issues: readonly v.BaseIssue<unknown>[]): Problem[] {
	return issues.map((issue) =>
		problem(
			v.getDotPath(issue) ?? '',
			/^[a-z-]+$/.test(issue.message) ? issue.message : 'invalid',
			issue.message
		)
	);
}

/** What is wrong with a well-formed input; `before` is what is stored. */
async function ruleProblems(
	ctx: Context,
	input: OrganisationInput,
	before: OrganisationRow | undefined
): Promise<Problem[]> {
	const inside = await readPlacesBelow(ctx, [input.placeCode]);
	const outside = input.rules.flatMap(({ placeCode }, index) =>
		inside.includes(placeCode)
			? []
			: [problem(`rules.${index}.placeCode`, 'outside', 'the place is not inside the organisation’s')]
	);
	if (before && before.placeCode !== input.placeCode)
		outside.push(problem('placeCode', 'fixed', 'an organisation stays at its place'));
	const elsewhere = before?.issuer !== input.issuer || before.clientId !== input.clientId;
	if (elsewhere && input.clientSecret === '')
		outside.push(problem('clientSecret', 'missing', 'a new issuer or client comes with its own secret'));
	if (!mayCallIssuer(input.issuer))
		outside.push(problem('issuer', 'invalid-issuer', 'the issuer is an https address'));
	if (outside.length > 0) return outside;
	const answers = await checkIssuer(input.issuer).then(
		() => true,
		() => false
	);
	return answers ? [] : [problem('issuer', 'unreachable', 'the issuer does not answer as itself')];
}

const detailsOf = ({ name, issuer, clientId, rules, trusted }: Organisation): Details => ({
	name,
	issuer,
	clientId,
	rules: rules.map(ruleWords),
	amr: trusted.amr,
	acr: trusted.acr
});

/** Takes back what rules gave that none of `rules` gives, and has everybody sign in anew. */
async function settleChange(
	trx: Transaction<Database>,
	ctx: Context,
	{ id, rules }: Pick<Organisation, 'id' | 'rules'>
): Promise<void> {
	const through = throughOrganisation(id);
	for (const { personId, placeCode, role } of await selectMembershipsThrough(trx, through).execute()) {
		if (rules.some((rule) => rule.placeCode === placeCode && rule.role === role)) continue;
		await deleteMembership(trx, { personId, placeCode, role });
		const event = { action: 'membership.removed', placeCode, subject: `person:${personId}` } as const;
		await recordEvent(trx, ctx, { ...event, before: { role, through } });
	}
	const people = await selectOrganisationPeople(trx).where('organisationId', '=', id).execute();
	for (const { personId } of people) await deleteSessionsOf(trx, personId);
}

function rowOf(ctx: Context, input: OrganisationInput, before: OrganisationRow | undefined): OrganisationRow {
	const id = before?.id ?? randomId(ctx.random);
	const rules = input.rules.map(({ claim, value, role, placeCode }) => ({ claim, value, role, placeCode }));
	return {
		id,
		placeCode: input.placeCode,
		name: input.name,
		issuer: input.issuer,
		clientId: input.clientId,
		sealedSecret:
			input.clientSecret === '' && before
				? before.sealedSecret
				: ctx.vault.seal(organisationPurpose(id), input.clientSecret),
		rules: JSON.stringify(rules),
		trusted: JSON.stringify({ amr: input.trusted.amr, acr: input.trusted.acr })
	};
}

/**
 * Configures an organisation's own sign-in, new or in place of what was stored. The issuer must answer as itself. Roles
 * that no rule gives any more end at once, and the organisation's people sign in anew.
 * @returns the organisation, or problems at the fields; `outside` for a rule about another part of the country.
 * @throws AppError `not-found` when forbidden.
 */
export async function saveOrganisation(
	ctx: Context,
	written: OrganisationInput
): Promise<Outcome<Organisation>> {
	await requirePermission(ctx, 'organisation.edit', written.placeCode);
	const before = written.id === undefined ? undefined : await requireOrganisation(ctx, written.id);
	const parsed = v.safeParse(organisationSchema, written);
	if (!parsed.success) return { ok: false, problems: shapeProblems(parsed.issues) };
	const input = parsed.output;
	const problems = await ruleProblems(ctx, input, before);
	if (problems.length > 0) return { ok: false, problems };
	return ctx.db.transaction().execute(async (trx) => {
		const row = rowOf(ctx, input, before);
		await upsertOrganisation(trx, row);
		const organisation = organisationOf(row);
		// Another issuer's people are other people.
		const goesOn = !before || before.issuer === row.issuer;
		await settleChange(trx, ctx, { id: row.id, rules: goesOn ? organisation.rules : [] });
		await recordEvent(trx, ctx, {
			action: 'organisation.saved',
			placeCode: row.placeCode,
			subject: `organisation:${row.id}`,
			...(before ? { before: detailsOf(organisationOf(before)) } : {}),
			after: { ...detailsOf(organisation), credentialsChanged: input.clientSecret !== '' }
		});
		return { ok: true, value: organisation };
	});
}

/**
 * Ends an organisation's own sign-in: its people's sessions and the roles its rules gave end at once.
 * @throws AppError `not-found` when there is none or it is forbidden.
 */
export async function removeOrganisation(ctx: Context, { id }: { id: string }): Promise<void> {
	const row = await requireOrganisation(ctx, id);
	await ctx.db.transaction().execute(async (trx) => {
		const organisation = organisationOf(row);
		await settleChange(trx, ctx, { id, rules: [] });
		await deleteOrganisation(trx, id);
		await recordEvent(trx, ctx, {
			action: 'organisation.removed',
			placeCode: row.placeCode,
			subject: `organisation:${id}`,
			before: detailsOf(organisation)
		});
	});
}
