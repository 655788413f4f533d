import { AppError } from '../../server/app-error.ts';
import type { Context } from '../../server/context.ts';
import type { Organisation } from '../oidc-organisation.ts';
import type { OrganisationRow } from './factor-tables.ts';
import { organisationOf, selectOrganisations } from './oidc-store.ts';
import { requirePermission } from './require-permission.ts';

/** What the vault seals an organisation's client secret for. */
export const organisationPurpose = (id: string): string => `organisation ${id}`;

/** The organisations that people can sign in at, by name: for the sign-in page, open to everybody. */
export async function listSignInOrganisations({
	db
}: Pick<Context, 'db'>): Promise<{ id: string; name: string }[]> {
	const rows = await selectOrganisations(db).orderBy('name').orderBy('id').execute();
	return rows.map(({ id, name }) => ({ id, name }));
}

/**
 * The organisations configured for a place, for its administrator.
 * @throws AppError `not-found` when forbidden.
 */
export async function listOrganisations(
	ctx: Context,
	{ placeCode }: { placeCode: string }
): Promise<Organisation[]> {
	await requirePermission(ctx, 'organisation.edit', placeCode);
	const rows = await selectOrganisations(ctx.db).where('placeCode', '=', placeCode).orderBy('name').execute();
	return rows.map(organisationOf);
}

/**
 * An organisation as its administrator sees it; without the client's secret.
 * @throws AppError `not-found` when there is none or it is forbidden.
 */
export async function readOrganisation(ctx: Context, { id }: { id: string }): Promise<Organisation> {
	return organisationOf(await requireOrganisation(ctx, id));
}

/**
 * The organisation as it is stored, for its administrator's commands.
 * @throws AppError `not-found` when there is none or it is forbidden.
 */
export async function requireOrganisation(ctx: Context, id: string): Promise<OrganisationRow> {
	const row = await selectOrganisations(ctx.db).where('id', '=', id).executeTakeFirst();
	if (!row) throw new AppError('not-found', 'no such organisation');
	await requirePermission(ctx, 'organisation.edit', row.placeCode);
	return row;
}
