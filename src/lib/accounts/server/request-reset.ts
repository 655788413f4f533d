import { recordEvent } from '../../audit/server/record-event.ts';
import { m } from '../../i18n/paraglide/messages.js';
import type { Context } from '../../server/context.ts';
import { canSendMail, trySend } from '../../server/mail.ts';
import { normalEmail } from '../email.ts';
import { asActor } from './new-person.ts';
import { makeLink } from './person-links.ts';
import { selectPersonByEmail } from './person-store.ts';
import { resetLimits, signInThrottle } from './sign-in-limits.ts';

type Acting = Pick<Context, 'db' | 'now' | 'random' | 'vault' | 'log' | 'language'>;

async function sendReset(ctx: Acting, email: string, origin: string): Promise<void> {
	const person = await selectPersonByEmail(ctx.db, email);
	if (!person) return;
	const token = await ctx.db.transaction().execute(async (trx) => {
		const made = await makeLink(trx, ctx, { personId: person.id, purpose: 'reset' });
		const by = { now: ctx.now, vault: ctx.vault, actor: asActor(person) };
		const subject = `person:${person.id}`;
		await recordEvent(trx, by, { action: 'reset-link.issued', placeCode: null, subject });
		return made;
	});
	await trySend(ctx, {
		to: email,
		subject: m.mail_reset_subject({}, { locale: ctx.language }),
		text: m.mail_reset_text({ link: `${origin}/aterstall/${token}` }, { locale: ctx.language })
	});
}

interface ResetRequest {
	email: string;
	/** Source tag of the network. */
	source: string;
	/** `https://host` of this installation, for the link. */
	origin: string;
}

/**
 * Sends a reset link to somebody who has forgotten their password, when the address is a person's and mail is
 * configured (canSendMail); else an administrator makes one (issueResetLink). Says nothing about which, and is done
 * before the work begins, so that neither the answer nor its time tells whether there is such a person.
 * @returns `sent`, which a page never waits for: it resolves when the work is done.
 */
export function requestReset(ctx: Acting, { email, source, origin }: ResetRequest): { sent: Promise<void> } {
	const account = normalEmail(email);
	if (account === null || !canSendMail()) return { sent: Promise.resolve() };
	if (signInThrottle.attempt(resetLimits({ account, source }), ctx.now().getTime()) > 0)
		return { sent: Promise.resolve() };
	const sent = sendReset(ctx, account, origin).catch((error: unknown) =>
		ctx.log.error({ error: String(error) }, 'a reset link could not be made')
	);
	return { sent };
}
