import type { Language } from '#lib/i18n/languages.ts';
import { perLanguage } from './locale.ts';

const months = perLanguage((locale) => new Intl.DateTimeFormat(locale, { timeZone: 'UTC', month: 'long' }));

/** The name of a month, 1–12: `januari`, `January`. */
export const monthName = (month: number, language: Language): string =>
	months(language).format(new Date(Date.UTC(2027, month - 1, 15)));
