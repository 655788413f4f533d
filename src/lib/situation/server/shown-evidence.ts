import type { Context } from '#lib/server/context.ts';
import { findTakenDown } from '#lib/texts/server/find-taken-down.ts';
import type { Evidence } from '../evidence.ts';
import { quoteOf, withoutWords } from '../quote.ts';

/**
 * Stored evidence as it may be shown now: a quote that was taken down at the desk of texts has lost its words, in
 * signed versions too. Everything that reads evidence goes through here.
 */
export async function shownEvidence(
	ctx: Pick<Context, 'db'>,
	stored: readonly Evidence[]
): Promise<Evidence[]> {
	const quoted = stored.flatMap((evidence) => {
		const quote = quoteOf(evidence);
		return quote ? [{ id: quote.textId, text: quote.text, evidenceId: evidence.id }] : [];
	});
	if (quoted.length === 0) return [...stored];
	const down = await findTakenDown(ctx, quoted);
	const gone = new Set(quoted.filter(({ id }) => down.has(id)).map(({ evidenceId }) => evidenceId));
	return stored.map((evidence) => (gone.has(evidence.id) ? withoutWords(evidence) : evidence));
}
