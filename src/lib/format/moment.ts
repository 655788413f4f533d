import type { Language } from '#lib/i18n/languages.ts';
import { perLanguage } from './locale.ts';

const moments = perLanguage(
	(locale) =>
		new Intl.DateTimeFormat(locale, {
			timeZone: 'Europe/Stockholm',
			day: 'numeric',
			month: 'long',
			year: 'numeric',
			hour: '2-digit',
			minute: '2-digit'
		})
);

/** Swedish parts hours from minutes by a full stop: `18.41`. */
const asWritten = (text: string, language: Language): string =>
	language === 'sv' ? text.replace(/(\d\d):(\d\d)/, '$1.$2') : text;

/** A moment as people in Sweden read it: `20 november 2026 kl. 18.41`. Never for when somebody answered. */
export const formatMoment = (moment: Date, language: Language): string =>
	asWritten(moments(language).format(moment), language);

const times = perLanguage(
	(locale) =>
		new Intl.DateTimeFormat(locale, { timeZone: 'Europe/Stockholm', hour: '2-digit', minute: '2-digit' })
);

/** The time of day in Sweden: `18.41` in Swedish, `18:41` in English and Arabic. */
export const formatTime = (moment: Date, language: Language): string =>
	asWritten(times(language).format(moment), language);
