import { includes } from '#lib/accounts/permission.ts';
import { dayOf } from '#lib/dialogues/period.ts';
import { formatDay } from '#lib/format/date.ts';
import { isLanguage, sourceLanguage } from '#lib/i18n/languages.ts';
import type { Context } from '#lib/server/context.ts';
import { canSendMail, trySend } from '#lib/server/mail.ts';
import { roles } from '#lib/server/role.ts';
import { m } from '../../i18n/paraglide/messages.js';
import type { HistoryItem } from '../history.ts';
import type { PledgeView } from '../pledge-view.ts';
import { isDueSoon } from '../overview.ts';
import { today } from './acting.ts';
import { listPledgeViews } from './read-pledge-page.ts';
import { subscriptionPage, subscriptionPurpose, subscriptionToken } from './subscribe.ts';
import { claimLetter, deleteExpired, selectConfirmed } from './subscription-store.ts';

/** Whole days that letters tell about: yesterday, and a few before it in case nothing was running. */
const daysBack = 3;
const dayMs = 24 * 60 * 60 * 1000;
const told: readonly HistoryItem['kind'][] = ['published', 'report', 'correction', 'extension'];

interface Run {
	/** Where the installation is. */
	origin: string;
	/** The pledges of a place, read once. */
	pledgesOf: (placeCode: string) => Promise<PledgeView[]>;
}

const changedOn = (pledges: readonly PledgeView[], day: string): PledgeView[] =>
	pledges.filter(({ history }) => history.some((item) => item.day === day && told.includes(item.kind)));

/** A letter about what was told on a whole day, to each address that asked for them and has answered. */
async function sendUpdates(ctx: Context, { origin, pledgesOf }: Run): Promise<void> {
	for (const one of await selectConfirmed(ctx.db)) {
		const language = isLanguage(one.language) ? one.language : sourceLanguage;
		const { page, place } = await subscriptionPage(
			{ db: ctx.db, language },
			{ placeCode: one.placeCode, origin }
		);
		for (let back = daysBack; back >= 1; back--) {
			const day = dayOf(new Date(ctx.now().getTime() - back * dayMs));
			const changed = changedOn(await pledgesOf(one.placeCode), day);
			if (changed.length === 0) continue;
			const letter = { recipient: one.emailHash, about: `updates:${one.placeCode}:${day}`, day: today(ctx) };
			if (!(await claimLetter(ctx.db, letter))) continue;
			const address = page.replace(/\/prenumerera$/, '');
			const list = changed.map(({ title, slug }) => `${title}\n${address}/${slug}`).join('\n\n');
			const end = `${page}/${subscriptionToken(ctx, one.id)}`;
			await trySend(ctx, {
				to: ctx.vault.open(subscriptionPurpose, one.sealedEmail),
				subject: m.pledges_letter_update_subject({ place }, { locale: language }),
				text: m.pledges_letter_update_text({ place, list, end }, { locale: language })
			});
		}
	}
}

/** Those who edit pledges in the place itself, with an address. */
async function listEditors(ctx: Pick<Context, 'db'>, placeCode: string): Promise<string[]> {
	const rows = await ctx.db
		.selectFrom('membership')
		.innerJoin('person', 'person.id', 'membership.personId')
		.select('person.email')
		.distinct()
		.where('membership.placeCode', '=', placeCode)
		.where(
			'membership.role',
			'in',
			roles.filter((role) => includes(role, 'pledge.edit'))
		)
		.execute();
	return rows.flatMap(({ email }) => email ?? []);
}

/** A letter when word is due within a month, and one when it is late, to those who edit the place's pledges. */
async function sendReminders(ctx: Context, { origin, pledgesOf }: Run): Promise<void> {
	const places = await ctx.db
		.selectFrom('pledge')
		.select('placeCode')
		.distinct()
		.where('state', '=', 'published')
		.execute();
	for (const { placeCode } of places)
		for (const { id, title, nextReportOn, ...view } of await pledgesOf(placeCode)) {
			const isDue = isDueSoon({ id, title, nextReportOn, ...view }, today(ctx));
			if (nextReportOn === null || (!view.overdue && !isDue)) continue;
			const about = `reminder:${id}:${nextReportOn}:${view.overdue ? 'late' : 'soon'}`;
			const values = {
				title,
				day: formatDay(nextReportOn, sourceLanguage),
				link: `${origin}/arbete/loften/${id}`
			};
			const locale = { locale: sourceLanguage };
			for (const to of await listEditors(ctx, placeCode)) {
				const recipient = ctx.vault.keyedHash('pledge-reminder', to);
				if (!(await claimLetter(ctx.db, { recipient, about, day: today(ctx) }))) continue;
				const text = view.overdue
					? m.pledges_letter_late_text(values, locale)
					: m.pledges_letter_due_text(values, locale);
				await trySend(ctx, { to, subject: m.pledges_letter_due_subject({ title }, locale), text });
			}
		}
}

/**
 * Sends the letters about pledges that are due, each once: what was told to those who subscribe, reminders to those who
 * edit. Also forgets addresses that never answered. Does nothing else where no mail is configured.
 * @param origin where the installation is, for links
 */
export async function sendPledgeLetters(ctx: Context, origin: string): Promise<void> {
	await deleteExpired(ctx.db, ctx.now().getTime());
	if (!canSendMail()) return;
	const read = new Map<string, Promise<PledgeView[]>>();
	const pledgesOf = (placeCode: string) => {
		const known = read.get(placeCode) ?? listPledgeViews(ctx, placeCode);
		read.set(placeCode, known);
		return known;
	};
	await sendUpdates(ctx, { origin, pledgesOf });
	await sendReminders(ctx, { origin, pledgesOf });
}
