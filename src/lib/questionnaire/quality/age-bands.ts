import type { Texts } from '#lib/i18n/languages.ts';
import type { BackgroundQuestion, Option } from '../question.ts';

/** Whole years, both inside; null where the band is open. */
export interface Band {
	from: number | null;
	to: number | null;
}

/** The band of a Swedish text: "Under 13 år", "13–15 år", "80 år eller äldre", "80+"; undefined for other words. */
export function bandOf(text: string): Band | undefined {
	const between = /^(\d{1,3})\s*(?:[–—-]|till)\s*(\d{1,3})(?: år)?$/.exec(text);
	if (between) return { from: Number(between[1]), to: Number(between[2]) };
	const under = /^(?:under|yngre än) (\d{1,3})(?: år)?$/i.exec(text);
	if (under) return { from: null, to: Number(under[1]) - 1 };
	const over = /^(\d{1,3})(?:\s*\+| år (?:eller|och) (?:äldre|över)| eller (?:äldre|mer))$/i.exec(text);
	return over ? { from: Number(over[1]), to: null } : undefined;
}

/** Each band begins right after the one before, the first and the last may be open: they are in order and complete. */
const follow = (bands: readonly Band[]): boolean =>
	bands.every((band, index) => {
		const before = bands[index - 1];
		return !before || (before.to !== null && band.from === before.to + 1);
	});

function textOf({ from, to }: Band, languages: readonly string[]): Texts {
	const plain = from === null ? `0–${to}` : to === null ? `${from}+` : `${from}–${to}`;
	const texts: Texts = {
		sv: from === null ? `Under ${to! + 1} år` : to === null ? `${from} år eller äldre` : `${plain} år`
	};
	const english = from === null ? `Under ${to! + 1}` : to === null ? `${from} or older` : plain;
	for (const language of languages)
		if (language !== 'sv')
			texts[language] = language === 'en' ? english : language === 'sv-x-lattlast' ? texts.sv : plain;
	return texts;
}

const keyOf = ({ from, to }: Band): string =>
	from === null ? `under-${to! + 1}` : to === null ? `${from}-plus` : `${from}-${to}`;

/**
 * The question with neighbouring age bands joined, so that `most` are left, as even as can be; options that stand apart
 * stay. Undefined when the options are not bands that follow each other, or there are no more than `most` of them.
 * @param languages that the new bands are written in, besides Swedish
 */
export function mergeBands(
	question: BackgroundQuestion,
	most: number,
	languages: readonly string[]
): BackgroundQuestion | undefined {
	const stated = question.options.filter(({ apart }) => !apart);
	const bands = stated.map(({ text }) => bandOf(text.sv.trim()));
	if (!bands.every((band) => band !== undefined) || !follow(bands)) return undefined;
	if (most < 2 || bands.length <= most) return undefined;
	const merged: Option[] = [];
	for (let part = 0; part < most; part++) {
		const begin = Math.ceil((part * bands.length) / most);
		const end = Math.ceil(((part + 1) * bands.length) / most);
		const band = { from: bands[begin]!.from, to: bands[end - 1]!.to };
		merged.push(end - begin === 1 ? stated[begin]! : { key: keyOf(band), text: textOf(band, languages) });
	}
	return { ...question, options: [...merged, ...question.options.filter(({ apart }) => apart)] };
}
