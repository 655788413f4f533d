import type { Texts } from '#lib/i18n/languages.ts';
import type { DraftContent, ReviewState } from './draft.ts';
import { everyText } from './rewrite-texts.ts';

type Review = DraftContent['review'];

/** What becomes of the review of one translation; undefined when it has been reviewed. */
function stateAfter(
	was: ReviewState | undefined,
	{ written, sourceChanged }: { written: boolean; sourceChanged: boolean }
): ReviewState | undefined {
	if (written) return 'unreviewed';
	return sourceChanged ? (was ?? 'unreviewed') : was;
}

/**
 * The draft after somebody wrote in it: a translation that they wrote is unreviewed, and so is every translation of a
 * text that they changed in the source language (one made by a machine stays marked as that).
 */
export function markWritten(before: DraftContent, after: DraftContent): DraftContent {
	const old = everyText(before);
	const review: Review = structuredClone(after.review);
	for (const [address, texts] of everyText(after)) {
		const was: Texts | undefined = old.get(address);
		const changed = (language: string) => (was?.[language] ?? '') !== (texts[language] ?? '');
		const sourceChanged = changed(after.source);
		for (const language of Object.keys(texts)) {
			if (language === after.source) continue;
			const states = (review[language] ??= {});
			const state = stateAfter(states[address], { written: changed(language), sourceChanged });
			if (state) states[address] = state;
		}
	}
	return { ...after, review };
}

/**
 * The draft when its translations are made from another language: what had not been reviewed against the old source is
 * now to be reviewed the other way round. Swapping back gives the first again.
 */
export function swapSource(content: DraftContent, source: string): DraftContent {
	if (source === content.source) return content;
	const { [source]: turned = {}, ...review } = content.review;
	return { ...content, source, review: { ...review, [content.source]: turned } };
}

/** The draft without reviews of texts that are not there, or in the source language. */
export function tidyReview(content: DraftContent): DraftContent {
	const texts = everyText(content);
	const review: Review = {};
	for (const [language, states] of Object.entries(content.review)) {
		const kept = Object.entries(states).filter(([address]) => texts.get(address)?.[language]?.trim());
		if (kept.length > 0 && language !== content.source) review[language] = Object.fromEntries(kept);
	}
	return { ...content, review };
}
