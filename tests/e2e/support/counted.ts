import type { Locator, Page } from '@playwright/test';

/** A person whose doings are counted: a click, a text that is written, a run of Tab, a key that is pressed. */
export interface Counted {
	/** How many so far. */
	count: () => number;
	click: (target: Locator) => Promise<void>;
	write: (field: Locator, text: string) => Promise<void>;
	/** Tabs to something and presses Enter (or another key) there: two. */
	keys: (target: Locator, key?: string) => Promise<void>;
}

const mostTabs = 120;

async function tabTo(page: Page, target: Locator): Promise<void> {
	await target.waitFor();
	for (let press = 0; press < mostTabs; press++) {
		if (await target.evaluate((one) => one === document.activeElement)) return;
		await page.keyboard.press('Tab');
	}
	throw new Error('the element is not reached with Tab');
}

/** Begins to count. */
export function countActions(page: Page): Counted {
	let actions = 0;
	return {
		count: () => actions,
		click: async (target) => {
			actions += 1;
			await target.click();
		},
		write: async (field, text) => {
			actions += 1;
			await field.fill(text);
		},
		keys: async (target, key = 'Enter') => {
			actions += 2;
			await tabTo(page, target);
			await page.keyboard.press(key);
		}
	};
}
