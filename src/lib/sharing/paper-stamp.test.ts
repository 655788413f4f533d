import { expect, test } from 'vitest';
import { stampSheet, stampText } from './paper-stamp.ts';

const form = { code: '482913', version: 3 };

test('the stamp says which dialogue, which version of its questions and which language', () => {
	expect(stampText(form, 'sv')).toBe('Blankett 482\u00a0913, version 3, Svenska');
	expect(stampText(form, 'en')).toBe('Form 482\u00a0913, version 3, English');
});

test('the foot of every page holds the stamp and counts the pages', () => {
	const sheet = stampSheet(form, 'sv');
	expect(sheet).toContain('@bottom-left { content: "Blankett 482\u00a0913, version 3, Svenska";');
	expect(sheet).toContain('@bottom-right { content: "Sida" " " counter(page) " " "av" " " counter(pages);');
});
