import { afterEach, describe, expect, test } from 'vitest';
import { overwriteGetLocale } from '#lib/i18n/paraglide/runtime.js';
import type { Language } from '#lib/i18n/languages.ts';
import { channels } from '#lib/dialogues/channel.ts';
import { otherWays, selectionOf } from './selection.ts';
import { selectionInWords } from './selection-words.ts';

afterEach(() => overwriteGetLocale(() => 'sv'));

function read(kept: string, language: Language): string | undefined {
	overwriteGetLocale(() => language);
	return selectionInWords(kept, language);
}

const every = (['citizen', 'staff', 'partner'] as const).flatMap((kind) =>
	(['open', 'codes'] as const).flatMap((entry) =>
		channels.map((_, index) => selectionOf({ kind, entry, channels: channels.slice(0, index + 1) }))
	)
);
const all = [...every, ...Object.values(otherWays)];

describe('how evidence was collected', () => {
	test('is read in Swedish as it was kept', () => {
		expect(all.map((kept) => read(kept, 'sv'))).toEqual(all);
	});

	test('is read in English and Arabic without a word of Swedish', () => {
		expect(read('självvalt urval, webb och möte, med engångskod', 'en')).toBe(
			'whoever chose to answer, web and meeting, with a one-time code'
		);
		for (const kept of all) {
			expect(read(kept, 'en')).toMatch(/^[a-z, -]+$/);
			expect(read(kept, 'ar')).toMatch(/^[\u0600-\u06ff ]+$/);
		}
	});

	test('in words that we did not write is left as it is', () => {
		for (const kept of ['sannolikhetsurval', 'självvalt urval, duvpost', 'webb', ''])
			expect(read(kept, 'ar')).toBeUndefined();
	});
});
