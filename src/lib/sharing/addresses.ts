import { sourceLanguage, type Language } from '#lib/i18n/languages.ts';

/** A dialogue as its addresses need it. */
interface Addressed {
	/** Where the installation is: `https://trygg.example.se`. */
	origin: string;
	/** Six digits. */
	code: string;
}

const prefix = (language: Language): string => (language === sourceLanguage ? '' : `/${language}`);

/** The short address that people write: `https://trygg.example.se/d/482913`. */
export const shortAddress = ({ origin, code }: Addressed, language: Language): string =>
	`${origin}${prefix(language)}/d/${code}`;

/** The address that a QR code holds. In upper case it takes little more than half the room of the same in lower case. */
export const qrAddress = (dialogue: Addressed, language: Language): string =>
	shortAddress(dialogue, language).toUpperCase();

/** The dialogue's permanent page. */
export const longAddress = (
	{ origin }: Pick<Addressed, 'origin'>,
	{ municipality, slug }: { municipality: string; slug: string },
	language: Language
): string => `${origin}${prefix(language)}/${municipality}/dialog/${slug}`;

/** The page for frames on other sites: the questionnaire, or the results as they come in. */
export const embedAddress = (
	{ origin, code }: Addressed,
	language: Language,
	shows: 'questions' | 'results' = 'questions'
): string => `${origin}${prefix(language)}/e/${code}${shows === 'results' ? '/resultat' : ''}`;

/** An address as it is read in print, without what browsers add by themselves. */
export const readable = (address: string): string => address.replace(/^https?:\/\//, '');

/** A dialogue's six digits in two groups: `482 913`, with a blank that no line breaks at. */
export const groupedCode = (code: string): string => code.replace(/^(...)/, '$1\u00a0');

/** The address that a slip's QR code holds: the questionnaire with the one-time code filled in. */
export const slipAddress = (dialogue: Addressed, oneTimeCode: string, language: Language): string =>
	`${qrAddress(dialogue, language)}/${oneTimeCode}`;
