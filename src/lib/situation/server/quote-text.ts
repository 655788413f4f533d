import { recordEvent } from '#lib/audit/server/record-event.ts';
import { dayOf } from '#lib/dialogues/period.ts';
import { AppError } from '#lib/server/app-error.ts';
import type { Context } from '#lib/server/context.ts';
import { lock } from '#lib/server/db/lock.ts';
import type { Outcome } from '#lib/server/problem.ts';
import { randomId } from '#lib/server/random.ts';
import { mostBlocks } from '../block-input.ts';
import type { Evidence } from '../evidence.ts';
import type { Block, SectionKey } from '../picture.ts';
import { quoteOf, quoteStatement } from '../quote.ts';
import { selectEvidenceOfPlace } from './evidence-store.ts';
import type { Taken } from './freeze-result.ts';
import { listQuotable, type QuotableSource } from './list-quotable.ts';
import { selectPicture, selectSections, updateSection } from './picture-store.ts';
import { asEvidence, storeEvidence } from './record-evidence.ts';
import { requireDraft } from './save-picture.ts';

interface QuoteInput {
	pictureId: string;
	section: SectionKey;
	/** A text that `listQuotable` gives. */
	textId: string;
}

const takeQuote = (
	{ title, selection, href, asked }: QuotableSource,
	{ id: textId, text }: { id: string; text: string },
	at: Pick<Taken, 'placeCode' | 'day'>
): Taken => ({
	...{ ...at, kind: 'quote', statement: quoteStatement(text), figure: null, n: null },
	...{ selection, source: title, href, seq: null, about: null },
	frozen: { textId, text, dialogue: { kind: asked } }
});

/** A text that may be quoted now, as evidence: the same as before where it was quoted already. */
async function evidenceOf(
	ctx: Context,
	{ placeCode, textId }: { placeCode: string; textId: string }
): Promise<{ evidence: Evidence; isNew: boolean } | undefined> {
	const sources = await listQuotable(ctx, placeCode);
	const source = sources.find(({ texts }) => texts.some(({ id }) => id === textId));
	const text = source?.texts.find(({ id }) => id === textId);
	if (!source || !text) return undefined;
	const before = (await selectEvidenceOfPlace(ctx.db, placeCode)).find((one) => {
		const quote = quoteOf(one);
		return quote?.textId === textId && quote.text === text.text && !one.withdrawn;
	});
	if (before) return { evidence: before, isNew: false };
	const taken = takeQuote(source, text, { placeCode, day: dayOf(ctx.now()) });
	return { evidence: asEvidence(ctx, taken), isNew: true };
}

/**
 * Quotes a released text at the end of a section; the quote is evidence, so that it leads to where it was said.
 * @returns the id of the new block, or `not-shown` when the text may not be quoted (any more), `too-many`
 * @throws AppError `not-found` without `situation.edit` in the picture's place; `not-open` when it is frozen
 */
export async function quoteText(ctx: Context, input: QuoteInput): Promise<Outcome<string>> {
	const { pictureId, section: key, textId } = input;
	const { placeCode } = await requireDraft(ctx, pictureId);
	const quoted = await evidenceOf(ctx, { placeCode, textId });
	if (!quoted)
		return { ok: false, problems: [{ at: '', code: 'not-shown', detail: 'the text is not released' }] };
	const { evidence, isNew } = quoted;
	const id = randomId(ctx.random);
	const block: Block = { id, kind: 'evidence', evidenceId: evidence.id, show: 'figure', note: '' };
	return ctx.db.transaction().execute(async (trx) => {
		await lock(trx, `picture ${pictureId}`, 'exclusive');
		const now = await selectPicture(trx, pictureId);
		if (now?.state !== 'draft') throw new AppError('not-open', 'the picture is frozen');
		const section = (await selectSections(trx, pictureId)).find((one) => one.key === key)!;
		if (section.blocks.length >= mostBlocks)
			return { ok: false, problems: [{ at: '', code: 'too-many', detail: 'the section is full' }] };
		if (isNew) await storeEvidence(trx, evidence);
		await updateSection(trx, pictureId, { ...section, blocks: [...section.blocks, block] });
		await recordEvent(trx, ctx, {
			...{ action: 'picture.changed', placeCode, subject: `picture:${pictureId}` },
			after: { title: now.title, quoted: `evidence:${evidence.id}` }
		});
		return { ok: true, value: id };
	});
}
