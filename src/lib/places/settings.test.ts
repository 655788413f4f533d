import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { logoTypeOf } from './settings-logo.ts';
import { defaultPlaceSettings, embedOrigin, placeSettingsSchema, type PlaceSettings } from './settings.ts';

const problemsOf = (change: Partial<PlaceSettings>) => {
	const parsed = v.safeParse(placeSettingsSchema, { ...defaultPlaceSettings('1785'), ...change });
	return (parsed.issues ?? []).map((issue) => `${v.getDotPath(issue)} ${issue.message}`);
};

test('the defaults are settings that may be saved', () => {
	expect(problemsOf({})).toEqual([]);
});

test.each([
	[{ openLink: { crowd: 9, insiders: 3 } }, 'openLink.crowd too-small'],
	[{ openLink: { crowd: 10, insiders: 2 } }, 'openLink.insiders too-small'],
	[{ openLink: { crowd: 10, insiders: 9 } }, 'openLink.insiders above-crowd'],
	[{ meeting: { crowd: 4, insiders: 1 } }, 'meeting.crowd too-small'],
	[{ meeting: { crowd: 5.5, insiders: 1 } }, 'meeting.crowd not-whole'],
	[{ meeting: { crowd: NaN, insiders: 1 } }, 'meeting.crowd not-whole'],
	[{ retentionDays: 90 }, 'registryNumber missing'],
	[{ retentionDays: 90, registryNumber: '  ' }, 'registryNumber missing'],
	[{ retentionDays: 0, registryNumber: 'KS 2026/1' }, 'retentionDays too-small'],
	[{ embedOrigins: ['http://www.saffle.se'] }, 'embedOrigins.0 invalid-origin'],
	[{ languages: ['en'] as PlaceSettings['languages'] }, 'languages without-swedish']
])('what would break a promise is refused: %j', (change, problem) => {
	expect(problemsOf(change)).toContain(problem);
});

describe('the site that may embed', () => {
	test.each([
		['https://www.saffle.se', 'https://www.saffle.se'],
		[' https://www.Saffle.se/trygghet?a=1#b ', 'https://www.saffle.se'],
		['https://saffle.se:8443/x', 'https://saffle.se:8443']
	])('%s is kept as its origin', (written, origin) => {
		expect(embedOrigin(written)).toBe(origin);
	});

	test.each([
		'http://www.saffle.se',
		'//www.saffle.se',
		'https://*.saffle.se',
		'https://saffle',
		'https://10.0.0.1',
		'https://[::1]',
		'https://kim:hemligt@saffle.se',
		"https://saffle.se; script-src 'unsafe-inline'",
		'javascript:alert(1)',
		''
	])('%s is refused', (written) => {
		expect(embedOrigin(written)).toBe(undefined);
	});
});

test('a logo is what its bytes say, whatever its name says', () => {
	const bytes = (...parts: (string | number[])[]) =>
		new Uint8Array(parts.flatMap((part) => (typeof part === 'string' ? [...Buffer.from(part)] : part)));
	expect(logoTypeOf(bytes([0x89], 'PNG\r\n', [0x1a, 0x0a]))).toBe('image/png');
	expect(logoTypeOf(bytes([0xff, 0xd8, 0xff, 0xe0]))).toBe('image/jpeg');
	expect(logoTypeOf(bytes('RIFF', [0, 0, 0, 0], 'WEBP'))).toBe('image/webp');
	expect(logoTypeOf(bytes('<svg xmlns="http://www.w3.org/2000/svg">'))).toBe(undefined);
	expect(logoTypeOf(bytes('RIFF', [0, 0, 0, 0], 'WAVE'))).toBe(undefined);
	expect(logoTypeOf(new Uint8Array())).toBe(undefined);
});
