import type { DraftContent } from '../draft.ts';
import { completeness, textAddresses, type AddressedText } from '../draft-texts.ts';
import { toPart, toQuestion, toTranslation, type Finding, type Mend } from './finding.ts';

/** A dialogue's title fits on a poster and in a list. */
export const mostTitleCharacters = 120;

const mendOf = ({ address, of }: AddressedText): Mend => {
	if (address.startsWith('questions.')) return toQuestion(of!);
	return toPart(address.startsWith('background.') ? 'background' : 'about');
};

/** Texts of one question, of one background question, or of the beginning, are mended in one place. */
const placeOf = ({ address }: AddressedText): string => address.split('.').slice(0, 2).join('.');

/** Swedish texts that nobody has written; each question once. */
function missingTexts(content: DraftContent): Finding[] {
	const seen = new Set<string>();
	return textAddresses(content)
		.filter(({ texts }) => texts.sv.trim() === '')
		.filter((text) => !seen.has(placeOf(text)) && seen.add(placeOf(text)))
		.map((text) => ({
			code: 'missing-text',
			severity: 'block',
			at: text.address,
			...(text.address.startsWith('questions.') && { question: text.of! }),
			values: { part: text.part, number: text.number ?? 0, option: text.optionNumber ?? 0 },
			mends: [mendOf(text)]
		}));
}

function longTitles({ title, languages }: DraftContent): Finding[] {
	return languages
		.filter((language) => [...(title[language] ?? '').trim()].length > mostTitleCharacters)
		.map((language) => ({
			code: 'title-too-long',
			severity: 'block',
			at: `title.${language}`,
			values: { language, most: mostTitleCharacters },
			mends: [language === 'sv' ? toPart('about') : toTranslation(language)]
		}));
}

const without = ({ languages, source }: DraftContent, language: string): Mend => ({
	kind: 'change',
	name: 'stop-offering',
	change: {
		kind: 'languages',
		base: languages,
		languages: languages.filter((one) => one !== language),
		source: source === language ? 'sv' : source
	}
});

/** Swedish is read by whoever writes; a translation by somebody else. */
function translations(content: DraftContent, language: string): Finding[] {
	const { translated, total, reviewed } = completeness(content, language);
	const about = { at: `languages.${language}` };
	const mends = [toTranslation(language), without(content, language)];
	if (translated < total)
		return [
			{
				...about,
				code: 'missing-translation',
				severity: 'block',
				values: { language, missing: total - translated, total },
				mends
			}
		];
	if (reviewed === total) return [];
	const machine = Object.values(content.review[language] ?? {}).includes('machine')
		? 'machine'
		: 'unreviewed';
	return [
		{
			...about,
			code: 'unreviewed',
			severity: 'warn',
			values: { language, count: total - reviewed, how: machine },
			mends
		}
	];
}

/** Texts that are missing, in Swedish or in a language it is meant to be offered in, or that nobody has reviewed. */
export const languageFaults = (content: DraftContent): Finding[] => [
	...missingTexts(content),
	...longTitles(content),
	...content.languages.filter((one) => one !== 'sv').flatMap((one) => translations(content, one))
];

/** No questions at all. */
export const emptyFault = ({ questions }: DraftContent): Finding[] =>
	questions.length > 0
		? []
		: [
				{
					code: 'no-questions',
					severity: 'block',
					at: 'questions',
					values: {},
					mends: [toPart('questions')]
				}
			];
