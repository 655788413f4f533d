import type { Language } from '#lib/i18n/languages.ts';

/**
 * The languages that a sheet is printed in: those asked for that the dialogue has, in its order and at most `most`; its
 * first language when nothing fits.
 */
export function sheetLanguages(
	asked: readonly string[],
	offered: readonly Language[],
	most: number
): [Language, ...Language[]] {
	const [first, ...rest] = offered.filter((language) => asked.includes(language)).slice(0, most);
	return first ? [first, ...rest] : [offered[0] ?? 'sv'];
}
