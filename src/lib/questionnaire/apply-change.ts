import { changeQuestions, type Applier, type Report } from './change-questions.ts';
import { mendConditions } from './draft-conditions.ts';
import type { DraftChange } from './draft-change.ts';
import { orderedLanguages } from './draft-content.ts';
import { markWritten, swapSource, tidyReview } from './draft-review.ts';
import type { DraftContent } from './draft.ts';
import { mergeAbout, mergeBackground } from './merge-question.ts';
import { mergeValue } from './merge-values.ts';
import { rewriteTexts, withLanguage } from './rewrite-texts.ts';

const about: Applier<'about'> = (content, { base, next }, { conflicts }) => {
	const { intro: _, ...rest } = content;
	const merged = mergeAbout({ base, yours: next, theirs: content }, conflicts);
	return markWritten(content, { ...rest, ...merged });
};

const background: Applier<'background'> = (content, { base, next }, { conflicts }) => {
	const versions = { base, yours: next, theirs: content.background };
	return markWritten(content, { ...content, background: mergeBackground(versions, conflicts) });
};

const languages: Applier<'languages'> = (content, change) => {
	const { base = content.languages, languages: yours } = change;
	const added = content.languages.filter((language) => !base.includes(language));
	const kept = yours.filter((language) => content.languages.includes(language) || !base.includes(language));
	const ordered = orderedLanguages([...kept, ...added]);
	const source = ordered.includes(change.source) ? change.source : 'sv';
	return swapSource({ ...content, languages: ordered }, source);
};

const translate: Applier<'translate'> = (content, { language, base, next }, { conflicts }) => {
	const gone = new Map(Object.entries(next));
	const before = (address: string) => (Object.hasOwn(base, address) ? base[address]! : '');
	const canBegin = language === content.source || language === 'sv';
	const after = rewriteTexts(content, (address, texts) => {
		const yours = gone.get(address);
		if (yours === undefined || !(texts || canBegin)) return texts;
		gone.delete(address);
		const theirs = texts?.[language] ?? '';
		const place = { at: `${address}.${language}`, conflicts };
		const text = mergeValue({ base: before(address), yours, theirs }, place);
		return text === theirs ? texts : withLanguage(texts, language, text);
	});
	for (const [address, yours] of gone)
		if (yours !== '' && yours !== before(address))
			conflicts.push({ at: `${address}.${language}`, base: before(address), yours, theirs: '' });
	return markWritten(content, after);
};

const review: Applier<'review'> = (content, { language, addresses, state }) => {
	const states = { ...content.review[language] };
	for (const address of addresses)
		if (state === 'reviewed') delete states[address];
		else states[address] = state;
	return { ...content, review: { ...content.review, [language]: states } };
};

const letPass: Applier<'let-pass'> = (content, { key, finding, passes }) => {
	const { [key]: before = [], ...others } = content.letPass;
	const findings = [...before.filter((one) => one !== finding), ...(passes ? [finding] : [])];
	return { ...content, letPass: { ...others, ...(findings.length > 0 && { [key]: findings }) } };
};

const appliers: { [K in DraftChange['kind']]: Applier<K> } = {
	...changeQuestions,
	about,
	background,
	languages,
	translate,
	review,
	'let-pass': letPass
};

/** A draft after a change, and what there is to tell about it. */
export interface Applied extends Report {
	content: DraftContent;
}

/**
 * Makes one change of a draft, put together with what others have changed since the person began (`base`): text by
 * text, option by option, language by language. What both changed differently stays as it is stored and comes back in
 * `conflicts`; all the rest of the change is made. `problems` say what could not be done at all: `no-such-question`,
 * `question-removed`, `key-taken`. `notes` say what else became of the draft: conditions that were dropped, narrowed or
 * restored (see `mendConditions`), and `question-removed` when somebody wrote in a question that another took away; the
 * words are kept there and come back with it. The same change made twice is made once. `content` itself is not changed.
 */
export function applyChange(content: DraftContent, change: DraftChange): Applied {
	const report: Report = { conflicts: [], problems: [], notes: [] };
	const apply = appliers[change.kind] as Applier<DraftChange['kind']>;
	const { content: mended, notes } = mendConditions(apply(content, change as never, report), content);
	return { ...report, content: tidyReview(mended), notes: [...report.notes, ...notes] };
}
