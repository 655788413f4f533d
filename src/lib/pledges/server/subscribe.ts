import { normalEmail } from '#lib/accounts/email.ts';
import { tokenHash } from '#lib/accounts/token.ts';
import { readPlace } from '#lib/places/server/read-place.ts';
import { AppError } from '#lib/server/app-error.ts';
import type { Context } from '#lib/server/context.ts';
import { canSendMail, trySend } from '#lib/server/mail.ts';
import type { Outcome } from '#lib/server/problem.ts';
import { randomId } from '#lib/server/random.ts';
import { m } from '../../i18n/paraglide/messages.js';
import { problem } from './acting.ts';
import {
	deleteSubscription,
	insertSubscription,
	selectSubscription,
	updateConfirmed
} from './subscription-store.ts';

type Acting = Pick<Context, 'db' | 'now' | 'random' | 'vault' | 'log' | 'language'>;

/** What addresses are sealed and hashed for. */
export const subscriptionPurpose = 'pledge-subscription';
const purpose = subscriptionPurpose;
const answerWithinMs = 3 * 24 * 60 * 60 * 1000;

export interface Wish {
	placeCode: string;
	email: string;
	/** Where the installation is: `https://trygg.example.se`. */
	origin: string;
}

/** The token of a subscription's link: the same in every letter, and not in the database. */
export const subscriptionToken = (ctx: Pick<Context, 'vault'>, id: string): string =>
	ctx.vault.keyedHash('pledge-subscription-token', id);

/** The page that confirms or ends a subscription, without its token. */
export const subscriptionPage = async (
	ctx: Pick<Context, 'db' | 'language'>,
	{ placeCode, origin }: Omit<Wish, 'email'>
): Promise<{ page: string; place: string }> => {
	const { slug, name } = await readPlace(ctx, placeCode);
	const prefix = ctx.language === 'sv' ? '' : `/${ctx.language}`;
	return { page: `${origin}${prefix}/${slug}/loften/prenumerera`, place: name };
};

/**
 * Somebody wants to hear about a place's pledges: a letter asks the address itself. Says the same whether the address
 * was there already, and writes to an address at most once until it has answered.
 * @returns problems at `email`
 * @throws AppError `not-found` where no mail is sent
 */
export async function askToSubscribe(ctx: Acting, wish: Wish): Promise<Outcome<true>> {
	if (!canSendMail()) throw new AppError('not-found');
	const email = normalEmail(wish.email);
	if (email === null) return problem('email', wish.email.trim() === '' ? 'missing' : 'invalid-email');
	const { placeCode } = wish;
	const emailHash = ctx.vault.keyedHash(purpose, email);
	const id = randomId(ctx.random);
	const token = subscriptionToken(ctx, id);
	const isNew = await ctx.db.transaction().execute(async (trx) => {
		const known = await selectSubscription(trx, { placeCode, emailHash });
		const waits = known && (known.expiresAt === null || known.expiresAt > ctx.now().getTime());
		if (waits) return false;
		if (known) await deleteSubscription(trx, known.id);
		await insertSubscription(trx, {
			...{ id, placeCode, sealedEmail: ctx.vault.seal(purpose, email), emailHash },
			...{ tokenHash: tokenHash(token), language: ctx.language, confirmed: 0 },
			expiresAt: ctx.now().getTime() + answerWithinMs
		});
		return true;
	});
	if (!isNew) return { ok: true, value: true };
	const { page, place } = await subscriptionPage(ctx, wish);
	const locale = { locale: ctx.language };
	await trySend(ctx, {
		to: email,
		subject: m.pledges_letter_ask_subject({ place }, locale),
		text: m.pledges_letter_ask_text({ place, link: `${page}/${token}` }, locale)
	});
	return { ok: true, value: true };
}

/**
 * The subscription that a link is about.
 * @throws AppError `not-found` for a link that leads nowhere (any more)
 */
export async function readSubscription(
	ctx: Pick<Context, 'db' | 'now'>,
	token: string
): Promise<{ id: string; placeCode: string; confirmed: boolean }> {
	const found = await selectSubscription(ctx.db, { tokenHash: tokenHash(token) });
	const isOver = found?.expiresAt !== null && (found?.expiresAt ?? 0) <= ctx.now().getTime();
	if (!found || isOver) throw new AppError('not-found');
	return { id: found.id, placeCode: found.placeCode, confirmed: found.confirmed === 1 };
}

/**
 * The address has answered: from now on it gets letters.
 * @throws AppError `not-found` for a link that leads nowhere
 */
export async function confirmSubscription(ctx: Pick<Context, 'db' | 'now'>, token: string): Promise<void> {
	const { id } = await readSubscription(ctx, token);
	await updateConfirmed(ctx.db, id);
}

/**
 * Forgets an address altogether.
 * @throws AppError `not-found` for a link that leads nowhere
 */
export async function endSubscription(ctx: Pick<Context, 'db' | 'now'>, token: string): Promise<void> {
	const { id } = await readSubscription(ctx, token);
	await deleteSubscription(ctx.db, id);
}
