import { expect, test } from 'vitest';
import { embedCode } from './embed-code.ts';

const address = 'https://trygg.example.se/e/482913';

test('the code of a frame is one line that works alone, and one that only makes it grow', () => {
	const script = 'https://trygg.example.se/e/hojd.js';
	const [frame, grow, ...rest] = embedCode({ address, title: 'Svara: Trygg i Säffle', script }).split('\n');
	expect(rest).toEqual([]);
	expect(frame).toBe(
		`<iframe src="${address}" title="Svara: Trygg i Säffle" style="width:100%;height:640px;border:0" loading="lazy"></iframe>`
	);
	expect(grow).toBe(`<script src="${script}" async></script>`);
	expect(embedCode({ address, title: 'x' })).not.toContain('<script');
});

test('a title cannot break out of the code', () => {
	const title = '"><script>alert(1)</script> & ”citat”';
	expect(embedCode({ address, title })).toContain(
		'title="&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt; &amp; ”citat”"'
	);
});
