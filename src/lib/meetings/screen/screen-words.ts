import type { Language } from '#lib/i18n/languages.ts';
import { localeOf } from '#lib/format/locale.ts';
import type { ScreenState, ScreenText } from '../views.ts';

export type ScreenLanguages = ScreenState['meeting']['languages'];

/** The same words in each of the screen's languages. */
export type Say = (words: (locale: Language) => string) => ScreenText;

/** Makes texts of the interface's words, in the languages that the meeting is shown in. */
export const sayIn =
	([first, second]: ScreenLanguages): Say =>
	(words) => ({ first: words(first), ...(second && { second: words(second) }) });

/** The address that people write by hand: `trygg.example.se` of `HTTPS://TRYGG.EXAMPLE.SE/D/482913`. */
export function writtenAddress(address: string): string {
	return URL.canParse(address) ? new URL(address).host : address.toLowerCase();
}

/** The time of day in Sweden as it is written on a wall: `18.42` in Swedish, `18:42` in English. */
export function wallTime(moment: number, language: Language, seconds = false): string {
	const time = new Date(moment).toLocaleTimeString(localeOf[language], {
		timeZone: 'Europe/Stockholm',
		hour: '2-digit',
		minute: '2-digit',
		...(seconds && { second: '2-digit' })
	});
	return language === 'sv' ? time.replaceAll(':', '.') : time;
}

/** How large a heading may be written: the longer, the smaller; it fills at most two lines. */
export function headingSize({ first, second = '' }: ScreenText): 'large' | 'middle' | 'small' | 'smallest' {
	const longest = Math.max(first.length, second.length) + (second ? 24 : 0);
	if (longest <= 32) return 'large';
	if (longest <= 46) return 'middle';
	return longest <= 96 ? 'small' : 'smallest';
}
