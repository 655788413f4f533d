import { readPlacePath } from '../../places/server/read-place-path.ts';
import type { Context } from '../../server/context.ts';
import { roles } from '../../server/role.ts';
import { includes, type Permission } from '../permission.ts';
import { requirePermission } from './require-permission.ts';

/**
 * The names of those who were given a role with a permission in a place or above it, in Swedish alphabetical order:
 * whom to ask.
 * @throws AppError `not-found` without `place.read` there
 */
export async function listHolders(
	ctx: Pick<Context, 'db' | 'actor'>,
	{ permission, placeCode }: { permission: Permission; placeCode: string }
): Promise<string[]> {
	await requirePermission(ctx, 'place.read', placeCode);
	const rows = await ctx.db
		.selectFrom('membership')
		.innerJoin('person', 'person.id', 'membership.personId')
		.select('person.name')
		.distinct()
		.where('membership.placeCode', 'in', await readPlacePath(ctx, placeCode))
		.where(
			'membership.role',
			'in',
			roles.filter((role) => includes(role, permission))
		)
		.execute();
	return rows.map(({ name }) => name).sort(new Intl.Collator('sv').compare);
}
