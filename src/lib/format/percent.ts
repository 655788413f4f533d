import type { Language } from '#lib/i18n/languages.ts';
import { perLanguage } from './locale.ts';

const percent = perLanguage((locale) => new Intl.NumberFormat(locale, { style: 'percent' }));

/** The share in whole percent, halves up; 0 and 100 only when it is none and all. 1–99 for everything between. */
export function wholePercent(share: number): number {
	if (share <= 0) return 0;
	if (share >= 1) return 100;
	// The products of decimal shares end in …499999 where they mean …5.
	const rounded = Math.round(Number((share * 100).toPrecision(12)));
	return Math.min(Math.max(rounded, 1), 99);
}

/**
 * A share (0–1) in whole percent: `60 %` with a no-break space in Swedish, `60%` in English. Some but less than half a
 * percent is `<1 %`, nearly all is `>99 %`, so that `0 %` means none and `100 %` all.
 */
export function formatPercent(share: number, language: Language): string {
	const text = percent(language).format(wholePercent(share) / 100);
	if (share > 0 && share < 0.005) return `<${text}`;
	return share < 1 && share >= 0.995 ? `>${text}` : text;
}
