import type { Page } from '@playwright/test';

/** What a screen that is shown measures, in shares of the picture's height. */
export interface ScreenMeasures {
	/** Smallest cap height of the texts and counts of options; null where there are none. */
	options: number | null;
	/** Cap height of the code. */
	code: number;
	/** Texts of options that take more than one line. */
	wrapped: string[];
	/** Pairs of texts whose ink overlaps, and texts that leave the picture. */
	collisions: string[];
}

/** Measures texts as they are drawn: cap heights, lines, and the boxes of their ink. */
export const measureScreen = (page: Page): Promise<ScreenMeasures> =>
	page.evaluate(() => {
		const brush = document.createElement('canvas').getContext('2d')!;
		const measure = (element: Element, text: string) => {
			const { fontWeight, fontSize, fontFamily } = getComputedStyle(element);
			brush.font = `${fontWeight} ${fontSize} ${fontFamily}`;
			return brush.measureText(text);
		};
		const capHeight = (element: Element) => measure(element, 'H').actualBoundingBoxAscent / innerHeight;
		const all = (selector: string) => [...document.querySelectorAll(selector)];
		const options = all('[data-label] > span, [data-count], [data-rank]').map(capHeight);
		const wrapped = all('[data-label] > span, [data-count]')
			.filter((element) => new Set([...element.getClientRects()].map(({ top }) => Math.round(top))).size > 1)
			.map((element) => element.textContent!);

		type Ink = { text: string; left: number; right: number; top: number; bottom: number; size: number };
		const inks: Ink[] = [];
		const walker = document.createTreeWalker(document.querySelector('.frame')!, NodeFilter.SHOW_TEXT);
		for (let node = walker.nextNode(); node; node = walker.nextNode()) {
			const text = node.textContent!.trim();
			const parent = node.parentElement!;
			if (text === '' || parent.closest('.visually-hidden')) continue;
			const range = document.createRange();
			range.selectNodeContents(node);
			const metrics = measure(parent, text);
			const above = metrics.fontBoundingBoxAscent - metrics.actualBoundingBoxAscent;
			const below = metrics.fontBoundingBoxDescent - metrics.actualBoundingBoxDescent;
			for (const { left, right, top, bottom } of range.getClientRects())
				inks.push({
					...{ text, left, right, top: top + above, bottom: bottom - below },
					size: Number.parseFloat(getComputedStyle(parent).fontSize)
				});
		}
		const collisions = inks
			.filter(
				({ left, right, top, bottom }) => left < 0 || top < 0 || right > innerWidth || bottom > innerHeight
			)
			.map(({ text }) => `${text} leaves the picture`);
		inks.forEach((one, at) => {
			for (const other of inks.slice(at + 1)) {
				const across = Math.min(one.right, other.right) - Math.max(one.left, other.left);
				const down = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
				// Dots of an Ö may stand between the feet of a g above.
				if (across > 1 && down > Math.min(one.size, other.size) * 0.16)
					collisions.push(`${one.text} | ${other.text}`);
			}
		});
		return {
			options: options.length > 0 ? Math.min(...options) : null,
			code: Math.min(...all('[data-code]').map(capHeight)),
			wrapped,
			collisions
		};
	});
