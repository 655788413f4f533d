import type { Language } from '#lib/i18n/languages.ts';
import { perLanguage } from './locale.ts';

const whole = perLanguage((locale) => new Intl.NumberFormat(locale, { maximumFractionDigits: 0 }));
const exact = perLanguage((locale) => new Intl.NumberFormat(locale, { maximumFractionDigits: 20 }));

/** A number as people read it, rounded to a whole: `12 345` with no-break spaces in Swedish, `12,345` in English. */
export const formatNumber = (value: number, language: Language): string =>
	whole(language).format(Math.round(value) + 0);

/** A number with the decimals it has: `3,25` in Swedish, `3.25` in English. */
export const formatDecimal = (value: number, language: Language): string => exact(language).format(value);
