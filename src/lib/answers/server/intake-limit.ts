import type { Kysely } from 'kysely';
import { AppError } from '../../server/app-error.ts';
import type { Context } from '../../server/context.ts';
import type { Database } from '../../server/db/database.ts';
import { createWindowCounter, type WindowCounter } from '../../server/rate-limit.ts';
import { challengeText, firstWord, readProof, type Challenge } from '../proof-of-work.ts';
import { isRipe, newTicket, type Applicant, type Ticket } from './waiting-ticket.ts';

/** Answers to one dialogue that one network may send in two minutes, no questions asked: a full hall does. */
export const unasked = 1000;

/** Answers beyond that, within two minutes, of people who have waited instead of letting their device work. */
export const patient = 120;

/** So many answers a wrong one-time code costs its network: after fifty of them each try costs work. */
const wrongCode = 20;

const windowMs = 2 * 60 * 1000;
const challengeSeconds = 10 * 60;

/** The least and the most work: some milliseconds, and a second or two, of a telephone. */
const leastBits = 12;
const mostBits = 20;
/** The first so many answers beyond the limit take the least work, then each doubling of their number doubles it. */
const firstStep = 128;
/** The work may have become this much harder while it was done. */
const slackBits = 2;

/** Says that an answer costs something now, and what: work, or time. */
export class ProofNeeded extends AppError {
	readonly challenge: Challenge;
	readonly ticket: Ticket;

	constructor(challenge: Challenge, ticket: Ticket) {
		const detail = 'send it again with the same key and the proof of the challenge';
		super('proof-needed', detail, { challenge });
		this.challenge = challenge;
		this.ticket = ticket;
	}
}

/** Counts of this process; several processes each have their own. */
interface Counts {
	taken: WindowCounter;
	waited: WindowCounter;
}

const counts = new WeakMap<Kysely<Database>, Counts>();

function countsOf(db: Kysely<Database>): Counts {
	const known = counts.get(db) ?? {
		taken: createWindowCounter({ windowMs }),
		waited: createWindowCounter({ windowMs })
	};
	counts.set(db, known);
	return known;
}

const nameOf = ({ dialogueId, source }: Applicant): string => `${dialogueId} ${source}`;

/** How many zero bits the proof of an answer has, when so many answers beyond the limit have been taken already. */
export const bitsFor = (excess: number): number =>
	Math.min(mostBits, leastBits + Math.floor(Math.log2(1 + Math.max(0, excess) / firstStep)));

function challengeFor(
	ctx: Context,
	{ dialogueId, key }: Applicant,
	terms: Omit<Challenge, 'salt'>
): Challenge {
	const text = `${dialogueId} ${key} ${terms.bits} ${terms.expires}`;
	return { salt: ctx.vault.keyedHash('proof of work', text).slice(0, 22), ...terms };
}

/** A proof counts for the sheet it was asked for, while it is fresh, and when it is not much too easy by now. */
function holds(ctx: Context, applicant: Applicant, bits: number): boolean {
	const text = applicant.proof ?? '';
	const proof = readProof(text);
	if (!proof || proof.bits < bits - slackBits || proof.expires * 1000 < ctx.now().getTime()) return false;
	const own = challengeFor(ctx, applicant, { bits: proof.bits, expires: proof.expires });
	return text.startsWith(`${challengeText(own)}.`) && Math.clz32(firstWord(text)) >= proof.bits;
}

/**
 * Counts an answer towards what its network may send, per dialogue. 1,000 in two minutes are free. Each one more
 * costs a proof of work that grows with their number; whoever cannot work may wait instead, some at a time.
 * Only visitors are counted: what staff enter under supervision is not, nor what the system itself plays.
 * In memory, by source tag; nothing is stored.
 * @returns what is needed; undefined when the answer may be taken, which `giveBack` undoes.
 */
export function admitAnswer(ctx: Context, applicant: Applicant): ProofNeeded | undefined {
	if (ctx.actor.kind !== 'visitor') return undefined;
	const { taken, waited } = countsOf(ctx.db);
	const name = nameOf(applicant);
	const now = ctx.now().getTime();
	const excess = taken.count(name, now) - unasked;
	if (excess >= 0) {
		const bits = bitsFor(excess);
		const ripe = isRipe(ctx, applicant) && waited.count(name, now) < patient;
		if (!ripe && !holds(ctx, applicant, bits)) {
			const expires = Math.floor(now / 1000) + challengeSeconds;
			return new ProofNeeded(challengeFor(ctx, applicant, { bits, expires }), newTicket(ctx, applicant));
		}
		if (ripe) waited.add(name, now);
	}
	taken.add(name, now);
	return undefined;
}

/** Takes an admitted answer out of the count again: a repeat costs nothing, nor does what could not be stored. */
export function giveBack(ctx: Context, applicant: Applicant): void {
	if (ctx.actor.kind === 'visitor') countsOf(ctx.db).taken.takeBack(nameOf(applicant));
}

/** Counts a wrong one-time code towards what its network may send, as many answers: codes cannot be guessed fast. */
export function countWrongCode(ctx: Context, applicant: Applicant): void {
	if (ctx.actor.kind !== 'visitor') return;
	countsOf(ctx.db).taken.add(nameOf(applicant), ctx.now().getTime(), wrongCode);
}
