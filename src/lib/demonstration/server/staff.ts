import { createPerson } from '../../accounts/server/create-person.ts';
import { issueSignInLink } from '../../accounts/server/sign-in-links.ts';
import type { Context } from '../../server/context.ts';
import type { Role } from '../../server/role.ts';
import { saffle } from '../places.ts';

interface Staff {
	email: string;
	/** Also what is printed beside the link. */
	name: string;
	placeCode: string;
	role: Role;
}

/** Who leads the demonstration's meeting. */
export const facilitatorEmail = 'motesledare@demonstration.example';

/** One person per way of working; named after what they do. */
const staff: readonly Staff[] = [
	{
		email: 'polis@demonstration.example',
		name: 'Kommunpolis i lokalpolisområde Arvika',
		placeCode: 'lpo-arvika',
		role: 'publisher'
	},
	{
		email: 'samordnare@demonstration.example',
		name: 'Samordnare i Säffle kommun',
		placeCode: saffle,
		role: 'editor'
	},
	{
		email: facilitatorEmail,
		name: 'Mötesledare i Säffle',
		placeCode: saffle,
		role: 'facilitator'
	},
	{
		email: 'administrator@demonstration.example',
		name: 'Administratör i Säffle kommun',
		placeCode: saffle,
		role: 'administrator'
	}
];

/** Adds the demonstration's staff; none of them has a password. */
export async function createDemonstrationStaff(ctx: Context): Promise<void> {
	for (const { email, name, placeCode, role } of staff)
		await createPerson(ctx, { name, email, memberships: [{ placeCode, role, through: 'demonstration' }] });
}

/** A new one-time sign-in link for each of the demonstration's staff: ten minutes, once. */
export async function issueDemonstrationLinks(ctx: Context): Promise<{ name: string; path: string }[]> {
	const links: { name: string; path: string }[] = [];
	for (const { email, name } of staff) {
		const person = await ctx.db
			.selectFrom('person')
			.select('id')
			.where('email', '=', email)
			.executeTakeFirst();
		if (person) links.push({ name, path: await issueSignInLink(ctx, person.id) });
	}
	return links;
}
