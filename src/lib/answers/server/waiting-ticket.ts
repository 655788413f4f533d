import type { Context } from '../../server/context.ts';

/** One answer that asks to be taken. */
export interface Applicant {
	dialogueId: string;
	/** The sheet's idempotency key. */
	key: string;
	/** Source tag of the network. */
	source: string;
	proof?: string | undefined;
	ticket?: string | undefined;
}

/** Lets one sheet in after a wait, instead of a proof of work: for a browser without script. */
export interface Ticket {
	/** What the form carries along. */
	text: string;
	/** From this minute on. */
	from: Date;
}

const minute = 60 * 1000;
/** How long one waits at least: as long as the network's answers are counted. */
const waitMinutes = 2;
const longestMinutes = 24 * 60;

/** The minute in which the wait ends, and a signature that binds it to the dialogue and the sheet's key. */
function ticketOf(ctx: Context, { dialogueId, key }: Applicant, from: number): Ticket {
	const signature = ctx.vault.keyedHash('waiting', `${dialogueId} ${key} ${from}`).slice(0, 22);
	return { text: `${from}.${signature}`, from: new Date(from * minute) };
}

/** The ticket that the sheet came with, if it is ours. */
function ownTicket(ctx: Context, applicant: Applicant): Ticket | undefined {
	const ticket = ticketOf(ctx, applicant, parseInt(applicant.ticket ?? ''));
	const old = ctx.now().getTime() - ticket.from.getTime() > longestMinutes * minute;
	return ticket.text === applicant.ticket && !old ? ticket : undefined;
}

/** Whether the sheet has a ticket whose wait is over. */
export function isRipe(ctx: Context, applicant: Applicant): boolean {
	if (applicant.ticket === undefined) return false;
	const ticket = ownTicket(ctx, applicant);
	return ticket !== undefined && ticket.from <= ctx.now();
}

/**
 * The ticket to wait with: the one the sheet has already, so that asking again does not make the wait longer. When its
 * time has come and others were before, it stays valid and the next minute is the one to try.
 */
export function newTicket(ctx: Context, applicant: Applicant): Ticket {
	const now = ctx.now().getTime();
	const own = applicant.ticket === undefined ? undefined : ownTicket(ctx, applicant);
	if (!own) return ticketOf(ctx, applicant, Math.ceil(now / minute) + waitMinutes);
	const nextMinute = new Date((Math.floor(now / minute) + 1) * minute);
	return { text: own.text, from: own.from > nextMinute ? own.from : nextMinute };
}
