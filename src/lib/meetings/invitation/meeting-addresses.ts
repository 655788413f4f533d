import { sourceLanguage, type Language } from '#lib/i18n/languages.ts';

const prefix = (language: Language): string => (language === sourceLanguage ? '' : `/${language}`);

/** The address that participants open, in upper case so that its QR code is as small as can be. */
export const joinQrAddress = (origin: string, code: string): string => `${origin}/d/${code}`.toUpperCase();

/** Where the code is written by hand. */
export const joinHome = (origin: string): string => `${origin}/d`;

/** The meeting's page for residents. */
export const meetingAddress = (
	origin: string,
	{ municipality, slug }: { municipality: string; slug: string },
	language: Language
): string => `${origin}${prefix(language)}/${municipality}/moten/${slug}`;
