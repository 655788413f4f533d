import { recordEvent } from '../../audit/server/record-event.ts';
import { m } from '../../i18n/paraglide/messages.js';
import { readPlace } from '../../places/server/read-place.ts';
import type { Context } from '../../server/context.ts';
import { trySend } from '../../server/mail.ts';
import type { Outcome } from '../../server/problem.ts';
import { randomId } from '../../server/random.ts';
import type { Role } from '../../server/role.ts';
import { normalEmail } from '../email.ts';
import { invitationDays } from '../invitation.ts';
import { tokenHash } from '../token.ts';
import { replaceInvitation } from './invitation-store.ts';
import { problemsOfEmail } from './new-person.ts';
import { requirePermission } from './require-permission.ts';

type Acting = Pick<Context, 'db' | 'now' | 'random' | 'vault' | 'actor'>;

interface Wanted {
	email: string;
	placeCode: string;
	role: Role;
}

const inviterOf = ({ actor }: Pick<Context, 'actor'>): string =>
	actor.kind === 'staff' ? actor.name : 'Lyhörd';

/** Stores the invitation under the hash of its token. @returns the token. */
async function store(ctx: Acting, { email, placeCode, role }: Wanted): Promise<string> {
	const token = randomId(ctx.random);
	const id = randomId(ctx.random);
	const createdAt = ctx.now().getTime();
	await ctx.db.transaction().execute(async (trx) => {
		await replaceInvitation(trx, {
			id,
			tokenHash: tokenHash(token),
			email,
			placeCode,
			role,
			invitedBy: inviterOf(ctx),
			createdAt,
			expiresAt: createdAt + invitationDays * 86_400_000
		});
		const subject = `invitation:${id}`;
		await recordEvent(trx, ctx, { action: 'invitation.sent', placeCode, subject, after: { role } });
	});
	return token;
}

/**
 * Invites somebody to a role in a place. An earlier invitation of the same address to the same role there stops
 * working. The link is mailed when the installation can; it is also returned, to be copied when it was not.
 * @param input.origin `https://host` of this installation, for the letter
 * @returns the path of the link and whether a letter was sent, or problems at `email`.
 * @throws AppError `not-found` without `people.manage` in the place.
 */
export async function invitePerson(
	ctx: Acting & Pick<Context, 'log' | 'language'>,
	input: Wanted & { origin: string }
): Promise<Outcome<{ path: string; mailed: boolean }>> {
	await requirePermission(ctx, 'people.manage', input.placeCode);
	const place = await readPlace(ctx, input.placeCode);
	const email = normalEmail(input.email);
	if (email === null) return { ok: false, problems: problemsOfEmail(input.email) };
	const token = await store(ctx, { email, placeCode: place.code, role: input.role });
	const path = `/inbjudan/${token}`;
	const locale = { locale: ctx.language };
	const mailed = await trySend(ctx, {
		to: email,
		subject: m.mail_invitation_subject({ place: place.name }, locale),
		text: m.mail_invitation_text(
			{ inviter: inviterOf(ctx), place: place.name, link: `${input.origin}${path}` },
			locale
		)
	});
	return { ok: true, value: { path, mailed } };
}
