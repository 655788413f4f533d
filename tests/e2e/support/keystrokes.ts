import { expect, type Locator, type Page } from '@playwright/test';

/**
 * Seconds of a thumb on glass, after the keystroke-level model: a tap or a swipe, a character, a thought before each
 * field.
 */
const seconds = { tap: 1.1, character: 0.28, thought: 1.35 };
/** The phone's own camera, outside the page: open it, take the picture, use it. */
const cameraTaps = 3;

/** What a person did with one thumb, counted. */
export interface Count {
	taps: number;
	swipes: number;
	characters: number;
	thoughts: number;
	/** Measured, not estimated. */
	loadSeconds: number;
}

/** A thumb that does what a person does, and counts it. */
export interface Thumb {
	tap: (target: Locator) => Promise<void>;
	/** Taps something that leads to another page, and waits for it. */
	go: (target: Locator) => Promise<void>;
	/** Writes over what stands in a field. */
	write: (field: Locator, text: string) => Promise<void>;
	/** Takes a picture with the phone's camera. */
	photograph: (field: Locator, picture: Buffer) => Promise<void>;
	count: Count;
}

/** A thumb on a page; whatever lies outside the screen costs swipes. */
export function thumbOn(page: Page): Thumb {
	const count: Count = { taps: 0, swipes: 0, characters: 0, thoughts: 0, loadSeconds: 0 };
	const reach = async (target: Locator): Promise<void> => {
		const box = (await target.boundingBox())!;
		const { height } = page.viewportSize()!;
		const outside = Math.max(0, -box.y, box.y + box.height - height);
		count.swipes += Math.ceil(outside / (height / 2));
		await target.scrollIntoViewIfNeeded();
	};
	const tap = async (target: Locator): Promise<void> => {
		await reach(target);
		count.taps += 1;
		await target.click();
	};
	return {
		tap,
		count,
		go: async (target) => {
			await reach(target);
			count.taps += 1;
			const began = performance.now();
			await Promise.all([page.waitForEvent('framenavigated'), target.click()]);
			await page.waitForLoadState('networkidle');
			count.loadSeconds += (performance.now() - began) / 1000;
		},
		write: async (field, text) => {
			await tap(field);
			const erased = (await field.inputValue()).length;
			count.thoughts += 1;
			count.characters += erased + text.length;
			await field.fill(text);
		},
		photograph: async (field, picture) => {
			await reach(field);
			count.taps += 1 + cameraTaps;
			count.thoughts += 1;
			await field.setInputFiles({ name: 'bild.png', mimeType: 'image/png', buffer: picture });
			await expect(field).toHaveValue(/bild/);
		}
	};
}

/** How long it takes, in seconds. */
export const secondsOf = ({ taps, swipes, characters, thoughts, loadSeconds }: Count): number =>
	(taps + swipes) * seconds.tap + characters * seconds.character + thoughts * seconds.thought + loadSeconds;

/** The sum in a line, for whoever reads the test's output. */
export const inWords = (count: Count): string =>
	`${count.taps} taps, ${count.swipes} swipes, ${count.characters} characters, ${count.thoughts} fields, ` +
	`${count.loadSeconds.toFixed(1)} s of loading: ${secondsOf(count).toFixed(0)} s`;
