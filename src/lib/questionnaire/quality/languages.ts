import type { DraftContent } from '../draft.ts';
import { completeness, textAddresses, type AddressedText } from '../draft-texts.ts';
import type { Finding, Mend } from './finding.ts';

/** A dialogue's title fits on a poster and in a list. */
export const mostTitleCharacters = 120;

const toTranslation = (language: string): Mend => ({
	kind: 'link',
	page: 'translate',
	field: 'texter',
	language
});

const fieldOf = ({ address, of }: AddressedText): string =>
	address.startsWith('questions.')
		? `fraga-${of}`
		: address.startsWith('background.')
			? 'bakgrund'
			: 'rubrik';

/** Swedish texts that nobody has written; each question once. */
function missingTexts(content: DraftContent): Finding[] {
	const seen = new Set<string>();
	return textAddresses(content)
		.filter(({ texts }) => texts.sv.trim() === '')
		.filter((text) => !seen.has(fieldOf(text)) && seen.add(fieldOf(text)))
		.map((text) => ({
			code: 'missing-text',
			severity: 'block',
			at: text.address,
			...(text.address.startsWith('questions.') && { question: text.of! }),
			values: { part: text.part, number: text.number ?? 0, option: text.optionNumber ?? 0 },
			mends: [{ kind: 'link', page: 'write', field: fieldOf(text) }]
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
			mends: [language === 'sv' ? { kind: 'link', page: 'write', field: 'rubrik' } : toTranslation(language)]
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
					mends: [{ kind: 'link', page: 'write', field: 'fragor' }]
				}
			];
