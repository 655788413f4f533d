import { languages, textLanguages } from '#lib/i18n/languages.ts';
import type { DraftChange } from '../draft-change.ts';
import { completeness, textAddresses, type AddressedText } from '../draft-texts.ts';
import type { DraftContent, ReviewState } from '../draft.ts';
import { fieldText } from './option-fields.ts';

/** The name of a text's field in the form for translations. */
export const textField = (address: string): string => `t.${address}`;

/** A language of a questionnaire and how far it has come. */
export interface LanguageState {
	language: string;
	/** The one that translations are made from. */
	isSource: boolean;
	translated: number;
	total: number;
	/** Translations that no second person has read. */
	toReview: number;
	/** Whether every text is there. */
	isComplete: boolean;
	/** Whether the pages around the questionnaire have the language. */
	hasInterface: boolean;
}

/** The languages of a questionnaire, in the order they are offered. */
export const languageStates = (content: DraftContent): LanguageState[] =>
	content.languages.map((language) => {
		const { translated, total, reviewed } = completeness(content, language);
		return {
			...{ language, translated, total },
			isSource: language === content.source,
			toReview: translated - reviewed,
			isComplete: translated === total,
			hasInterface: (languages as readonly string[]).includes(language)
		};
	});

/** The languages that can be added. */
export const moreLanguages = (content: DraftContent): string[] =>
	textLanguages.filter((language) => !content.languages.includes(language));

/** A text to translate. */
export interface TextToTranslate extends AddressedText {
	source: string;
	translation: string;
	/** Undefined while there is nothing to review. */
	state: ReviewState | 'reviewed' | undefined;
}

/** The texts that belong together: a question with its options, or the title with the introduction. */
export interface TextGroup {
	/** Key of the question or the dimension; empty for title and introduction. */
	of: string;
	texts: TextToTranslate[];
}

/** The texts of a questionnaire beside their translations, in groups; texts without words in the source are left out. */
export function textGroups(content: DraftContent, language: string): TextGroup[] {
	const groups = new Map<string, TextGroup>();
	for (const found of textAddresses(content)) {
		const source = found.texts[content.source] ?? '';
		const translation = found.texts[language] ?? '';
		const unread = content.review[language]?.[found.address];
		const state = translation.trim() === '' ? undefined : (unread ?? 'reviewed');
		const of = found.of ?? '';
		const name = `${found.address.split('.')[0]} ${of}`;
		const group = groups.get(of === '' ? '' : name) ?? { of, texts: [] };
		group.texts.push({ ...found, source, translation, state });
		groups.set(of === '' ? '' : name, group);
	}
	return [...groups.values()];
}

/** The groups with only the texts that nobody has translated. */
export const missingOnly = (groups: readonly TextGroup[]): TextGroup[] =>
	groups
		.map(({ of, texts }) => ({ of, texts: texts.filter(({ translation }) => translation.trim() === '') }))
		.filter(({ texts }) => texts.length > 0);

/** The translations that a form says, where they differ from `base` (by address). */
export function translationChange(
	form: FormData,
	language: string,
	base: Readonly<Record<string, string>>
): Extract<DraftChange, { kind: 'translate' }> {
	const written = Object.keys(base)
		.filter((address) => form.has(textField(address)))
		.map((address) => [address, fieldText(form, textField(address))] as const)
		.filter(([address, text]) => text !== base[address]);
	const before = written.map(([address]) => [address, base[address] ?? ''] as const);
	return { kind: 'translate', language, base: Object.fromEntries(before), next: Object.fromEntries(written) };
}

/** The translations as they are, by address. */
export const translationsOf = (groups: readonly TextGroup[]): Record<string, string> =>
	Object.fromEntries(groups.flatMap(({ texts }) => texts.map((text) => [text.address, text.translation])));

/** What a button of a list of languages does: `add` or `remove` a language, or make it the `source`. */
export function languagesChange(
	{ languages: base, source }: Pick<DraftContent, 'languages' | 'source'>,
	command: string,
	language: string
): Extract<DraftChange, { kind: 'languages' }> {
	const left = command === 'remove' ? base.filter((one) => one !== language) : base;
	return {
		kind: 'languages',
		base,
		languages: command === 'remove' || base.includes(language) ? left : [...left, language],
		source: command === 'source' ? language : source
	};
}

/** What a button does with reviews: `review:<address>` or `review-all`; undefined when it does nothing with them. */
export function reviewChange(
	content: DraftContent,
	command: string,
	language: string
): Extract<DraftChange, { kind: 'review' }> | undefined {
	const [verb, address = ''] = command.split(':');
	const all = Object.keys(content.review[language] ?? {});
	if (verb !== 'review' && verb !== 'review-all') return undefined;
	return { kind: 'review', language, addresses: verb === 'review' ? [address] : all, state: 'reviewed' };
}
