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

/** A moment as people in Sweden read it: `20 november 2026 kl. 18:41`. Never for when somebody answered. */
export const formatMoment = (moment: Date, language: Language): string => moments(language).format(moment);

const times = perLanguage(
	(locale) =>
		new Intl.DateTimeFormat(locale, { timeZone: 'Europe/Stockholm', hour: '2-digit', minute: '2-digit' })
);

/** The time of day in Sweden: `18:41`. */
export const formatTime = (moment: Date, language: Language): string => times(language).format(moment);
