import type { Transaction } from 'kysely';
import { requirePermission } from '#lib/accounts/server/require-permission.ts';
import type { Details } from '#lib/audit/event.ts';
import { recordEvent } from '#lib/audit/server/record-event.ts';
import { slugOf } from '#lib/format/slug.ts';
import type { Context } from '#lib/server/context.ts';
import type { Database } from '#lib/server/db/database.ts';
import { lock } from '#lib/server/db/lock.ts';
import type { Outcome, Problem } from '#lib/server/problem.ts';
import { randomId } from '#lib/server/random.ts';
import type { Dialogue } from '../dialogue.ts';
import type { NewDialogue } from '../new-dialogue.ts';
import { endOfDayInclusive, startOfDay } from '../period.ts';
import { checkNewDialogue } from './check-new-dialogue.ts';
import { insertDialogue } from './dialogue-store.ts';
import { freeCode } from './free-code.ts';
import type { Acting } from './move-dialogue.ts';

const mostTries = 20;

/** A new dialogue that breaks a rule, given by code that promised a sound one. */
export class RefusedDialogueError extends Error {
	override name = 'RefusedDialogueError';
	readonly problems: Problem[];

	constructor(problems: Problem[]) {
		super(problems.map(({ at, code, detail }) => `${at}: ${code} (${detail})`).join('\n'));
		this.problems = problems;
	}
}

/** The first of `trygg-i-saffle`, `trygg-i-saffle-2`, … that the place has not used. */
async function freeSlug(ctx: Pick<Context, 'db'>, { placeCode, title }: NewDialogue): Promise<string> {
	const base = slugOf(title.sv) || 'dialog';
	const rows = await ctx.db
		.selectFrom('dialogue')
		.select('slug')
		.where('placeCode', '=', placeCode)
		.where('slug', 'like', `${base}%`)
		.execute();
	const used = new Set(rows.map(({ slug }) => slug));
	let slug = base;
	for (let number = 2; used.has(slug); number++) slug = `${base}-${number}`;
	return slug;
}

const draftOf = (input: NewDialogue, identity: Pick<Dialogue, 'id' | 'code' | 'slug'>): Dialogue => ({
	id: identity.id,
	code: identity.code,
	placeCode: input.placeCode,
	slug: identity.slug,
	kind: input.kind,
	state: 'draft',
	title: input.title,
	questionnaireId: input.questionnaireId,
	version: input.version,
	opensAt: startOfDay(input.opensOn),
	closesAt: input.closesOn === null ? null : endOfDayInclusive(input.closesOn),
	resultsDueOn: input.resultsDueOn,
	pledgesDueOn: input.pledgesDueOn,
	channels: input.channels,
	languages: input.languages,
	settings: input.settings,
	entry: input.entry ?? 'open',
	partOf: null,
	joins: null
});

/** What creating inside a transaction depends on besides it. */
export type Creating = Pick<Context, 'now' | 'actor' | 'vault' | 'random'>;

/** Writes the dialogue under a code and an address that are free. */
async function insertWithFreeCode(
	trx: Transaction<Database>,
	ctx: Creating,
	{ input, id, state }: Creation
): Promise<Dialogue> {
	for (let attempt = 0; attempt < mostTries; attempt++) {
		const slug = await freeSlug({ db: trx }, input);
		const code = await freeCode({ ...ctx, db: trx });
		const dialogue = { ...draftOf(input, { id, code, slug }), state };
		if (await insertDialogue(trx, dialogue)) return dialogue;
	}
	throw new Error('no free code or address for a dialogue');
}

export interface Creation {
	input: NewDialogue;
	id: string;
	/** What it begins as: a draft, or open at once. */
	state: 'draft' | 'scheduled' | 'open';
	/** What the log says besides. */
	details?: Details;
}

/**
 * The same as `createDialogue` inside the transaction of a command that has asked whether it is allowed, under an id of
 * its choice, and opened or scheduled at once if it likes. It writes to the log, so only what does so too may follow.
 * @returns the dialogue, or the rules that the input breaks
 */
export async function createDialogueIn(
	trx: Transaction<Database>,
	ctx: Creating,
	creation: Creation
): Promise<Outcome<Dialogue>> {
	await lock(trx, `dialogues of ${creation.input.placeCode}`, 'exclusive');
	const checked = await checkNewDialogue({ db: trx }, creation.input);
	if (!checked.ok) return checked;
	const dialogue = await insertWithFreeCode(trx, ctx, { ...creation, input: checked.value });
	const { placeCode, title, settings, state } = dialogue;
	const about = { placeCode, subject: `dialogue:${dialogue.id}` };
	const { crowd, insiders } = settings;
	const after = { title: title.sv, crowd, insiders, ...creation.details };
	await recordEvent(trx, ctx, { action: 'dialogue.created', ...about, after });
	if (state !== 'draft')
		await recordEvent(trx, ctx, {
			action: 'dialogue.opened',
			...about,
			before: { state: 'draft' },
			after: { state }
		});
	return { ok: true, value: dialogue };
}

/**
 * Creates a draft with a code and an address of its own, from what checkNewDialogue has passed.
 * @throws AppError `not-found` without permission; RefusedDialogueError when the input breaks a rule
 */
export async function createDialogue(
	ctx: Acting & Pick<Context, 'random'>,
	input: NewDialogue
): Promise<Dialogue> {
	await requirePermission(ctx, 'dialogue.edit', input.placeCode);
	const creation: Creation = { input, id: randomId(ctx.random), state: 'draft' };
	const created = await ctx.db.transaction().execute((trx) => createDialogueIn(trx, ctx, creation));
	if (!created.ok) throw new RefusedDialogueError(created.problems);
	return created.value;
}
