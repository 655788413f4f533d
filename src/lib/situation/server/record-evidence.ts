import type { Transaction } from 'kysely';
import type * as v from 'valibot';
import { requirePermission } from '#lib/accounts/server/require-permission.ts';
import { recordEvent } from '#lib/audit/server/record-event.ts';
import { dayOf } from '#lib/dialogues/period.ts';
import { readDialogueByCode } from '#lib/dialogues/server/read-dialogue.ts';
import { stripMetadata } from '#lib/format/strip-metadata.ts';
import { AppError } from '#lib/server/app-error.ts';
import type { Context } from '#lib/server/context.ts';
import type { Database } from '#lib/server/db/database.ts';
import type { Outcome, Problem } from '#lib/server/problem.ts';
import { randomId } from '#lib/server/random.ts';
import type { Evidence } from '../evidence.ts';
import {
	documentTypeOf,
	evidenceInput,
	mostDocumentBytes,
	type DocumentInput,
	type EvidenceInput
} from '../evidence-input.ts';
import { otherWays } from '../selection.ts';
import { insertEvidence, insertFile, selectEvidence, updateWithdrawn } from './evidence-store.ts';
import { findSources } from './find-sources.ts';
import { freezeResult, type Taken } from './freeze-result.ts';
import { parseInput } from './parse-input.ts';

const refused = (at: string, code: string): { ok: false; problems: Problem[] } => ({
	ok: false,
	problems: [{ at, code, detail: code }]
});

/** Where the evidence will belong: a result's place is its dialogue's. */
const placeOf = async (ctx: Context, input: EvidenceInput): Promise<string> =>
	input.kind === 'result' ? (await readDialogueByCode(ctx, input.dialogueCode)).placeCode : input.placeCode;

/** The document without what cameras write into pictures; undefined when it is not what it says. */
const readable = (content: Uint8Array, mediaType: string): Uint8Array | undefined =>
	mediaType === 'application/pdf' ? content : stripMetadata(content)?.bytes;

function takeDocument(input: DocumentInput): Outcome<Taken> {
	const { content, href } = input;
	if (content && content.length > mostDocumentBytes) return refused('file', 'too-large');
	const mediaType = content && content.length > 0 ? documentTypeOf(content) : null;
	if (mediaType === undefined || (mediaType && !readable(content!, mediaType)))
		return refused('file', 'unknown-type');
	if (!mediaType && !href) return refused('file', 'missing');
	const { placeCode, statement, figure, day, source } = input;
	const frozen = {
		fileName: mediaType ? (input.fileName ?? 'underlag') : null,
		mediaType,
		link: href,
		voice: input.voice
	};
	return {
		ok: true,
		value: {
			...{
				placeCode,
				kind: 'document',
				statement,
				figure,
				n: null,
				day,
				selection: otherWays.document,
				source
			},
			...{ href, seq: null, frozen, about: null }
		}
	};
}

async function take(ctx: Context, input: v.InferOutput<typeof evidenceInput>): Promise<Outcome<Taken>> {
	if (input.kind === 'document') return takeDocument(input);
	if (input.kind === 'source') {
		const found = (await findSources(ctx, input.placeCode)).find(({ value }) => value === input.value);
		const taken = await found?.take();
		return taken ? { ok: true, value: taken } : refused('value', 'not-shown');
	}
	const taken = await freezeResult(ctx, input);
	return taken ? { ok: true, value: taken } : refused('questionKey', 'not-shown');
}

/** What was taken, as evidence of today. */
export const asEvidence = (ctx: Pick<Context, 'now' | 'random'>, taken: Taken): Evidence => ({
	...{ id: randomId(ctx.random), withdrawn: false, takenOn: dayOf(ctx.now()) },
	...taken
});

/** Stores evidence as part of a command, which says in the log what it did. */
export async function storeEvidence(
	trx: Transaction<Database>,
	evidence: Evidence,
	file: Uint8Array | null = null
): Promise<void> {
	await insertEvidence(trx, evidence);
	const { mediaType, fileName } = evidence.frozen;
	if (file && typeof mediaType === 'string')
		await insertFile(trx, {
			...{ evidenceId: evidence.id, mediaType, name: String(fileName) },
			content: Buffer.from(file)
		});
}

async function recordTaken(ctx: Context, taken: Taken, file: Uint8Array | null): Promise<Evidence> {
	const evidence = asEvidence(ctx, taken);
	const { id, placeCode, kind, statement } = evidence;
	await ctx.db.transaction().execute(async (trx) => {
		await storeEvidence(trx, evidence, file);
		await recordEvent(trx, ctx, {
			...{ action: 'evidence.recorded', placeCode, subject: `evidence:${id}` },
			after: { kind, title: statement }
		});
	});
	return evidence;
}

/**
 * Makes a released result, another source of the place or an uploaded document evidence, frozen as it is now.
 * @returns the evidence, or problems: `missing`, `too-long`, `invalid-day`, `invalid-link`; `questionKey not-shown` when
 * the result may not be shown; `file unknown-type`, `file too-large`, `file missing`
 * @throws AppError `not-found` for an unknown dialogue, or without `situation.edit` in its place
 */
export async function recordEvidence(ctx: Context, input: EvidenceInput): Promise<Outcome<Evidence>> {
	await requirePermission(ctx, 'situation.edit', await placeOf(ctx, input));
	const parsed = parseInput(evidenceInput, input);
	if (!parsed.ok) return parsed;
	const taken = await take(ctx, parsed.value);
	if (!taken.ok) return taken;
	const content = parsed.value.kind === 'document' ? parsed.value.content : null;
	const file = content ? readable(content, String(taken.value.frozen.mediaType)) : undefined;
	return { ok: true, value: await recordTaken(ctx, taken.value, file ?? null) };
}

/**
 * Takes evidence back, or lets it count again; what it says stays readable.
 * @throws AppError `not-found` when there is none, or without `situation.edit` in its place
 */
export async function withdrawEvidence(
	ctx: Context,
	{ id, withdrawn }: { id: string; withdrawn: boolean }
): Promise<void> {
	const evidence = await selectEvidence(ctx.db, id);
	if (!evidence) throw new AppError('not-found');
	const { placeCode, kind, statement } = evidence;
	await requirePermission(ctx, 'situation.edit', placeCode);
	await ctx.db.transaction().execute(async (trx) => {
		await updateWithdrawn(trx, id, withdrawn);
		await recordEvent(trx, ctx, {
			...{ action: 'evidence.withdrawn', placeCode, subject: `evidence:${id}` },
			after: { ...(kind === 'quote' ? { kind } : { title: statement }), withdrawn }
		});
	});
}
