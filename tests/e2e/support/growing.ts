import { expect, type Page } from '@playwright/test';
import { randomId, secureRandom } from '#lib/server/random.ts';

export const growing = '/saffle/dialog/svaren-vaxer';

/** A dialogue of a running server, as a program of the open interface meets it. */
export interface Remote {
	origin: string;
	/** Six digits. */
	code: string;
}

async function readJson<T>(address: string): Promise<T> {
	const response = await fetch(address);
	expect(response.status).toBe(200);
	return (await response.json()) as T;
}

/** Looks up an open dialogue in Säffle by its Swedish title. */
export async function findDialogue(origin: string, title: string): Promise<Remote> {
	type Place = { openDialogues: { title: string; code: string }[] };
	const { openDialogues } = await readJson<Place>(`${origin}/api/v1/places/1785`);
	return { origin, code: openDialogues.find((dialogue) => dialogue.title === title)!.code };
}

const growingSheet = (index: number) => ({
	answers: {
		first: [['light', 'speed'], ['light'], ['light', 'police'], ['police'], ['speed'], ['unknown']][
			index % 6
		]!,
		safe: ['1', '2', '3', 'unknown'][index % 4]!
	},
	background: { age: index % 9 < 4 ? 'under_30' : 'over_30' }
});

type Sheet = { answers: Record<string, string | string[]>; background?: Record<string, string> };

/** Many people answer, over the open interface; by default the questions of "Svaren växer". */
export async function sendSheets(
	{ origin, code }: Remote,
	sheetOf: (index: number) => Sheet = growingSheet,
	number = 60
): Promise<void> {
	const { version } = await readJson<{ version: number }>(`${origin}/api/v1/dialogues/${code}`);
	for (let index = 0; index < number; index++) {
		const response = await fetch(`${origin}/api/v1/dialogues/${code}/answers`, {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify({
				key: randomId(secureRandom),
				version,
				language: 'sv',
				channel: 'web',
				...sheetOf(index)
			})
		});
		expect(response.status).toBe(201);
	}
}

/** The number of the present release. */
export const latestRelease = async ({ origin, code }: Remote): Promise<number> =>
	(await readJson<{ seq: number }>(`${origin}/api/v1/dialogues/${code}/results`)).seq;

/** Waits until a release after `seq` has been made. @returns its number. */
export async function releaseAfter(remote: Remote, seq: number): Promise<number> {
	let latest = seq;
	await expect
		.poll(async () => (latest = await latestRelease(remote)), { intervals: [50], timeout: 10_000 })
		.toBeGreaterThan(seq);
	return latest;
}

/** The number of the release that a results page shows; 0 before the first. */
export const shownRelease = async (page: Page): Promise<number> =>
	Number((await page.locator('[data-part=release]').textContent())?.match(/\d+/)?.[0] ?? 0);

/** Waits until a results page shows that release or a later one. */
export const expectShown = (page: Page, seq: number, timeout = 5000): Promise<void> =>
	expect.poll(() => shownRelease(page), { intervals: [50], timeout }).toBeGreaterThanOrEqual(seq);
