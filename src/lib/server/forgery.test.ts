import { describe, expect, test } from 'vitest';
import { isForgery } from './forgery.ts';

const site = 'https://dialog.example.se';

function forged(method: string, path: string, headers: Record<string, string>): boolean {
	return isForgery(new Request(site + path, { method, headers }), new URL(site + path));
}

const form = '/saffle/dialog/tryggt/svara';
const answers = '/api/v1/dialogues/123987/answers';

describe('a request that changes something', () => {
	test.each([
		['from our own page', form, { origin: site }, false],
		["from another site's page", form, { origin: 'https://evil.example' }, true],
		['from a frame without origin', form, { origin: 'null' }, true],
		['over http to our https address', form, { origin: 'http://dialog.example.se' }, true],
		['without Origin but same-origin by Sec-Fetch-Site', form, { 'sec-fetch-site': 'same-origin' }, false],
		['without Origin and cross-site', form, { 'sec-fetch-site': 'cross-site' }, true],
		['without Origin and same-site', form, { 'sec-fetch-site': 'same-site' }, true],
		['without any of them', form, {}, true],
		['from a program to the answers endpoint', answers, {}, false],
		["from another site's page to the answers endpoint", answers, { origin: 'https://evil.example' }, true],
		['from our page to the answers endpoint', answers, { origin: site }, false]
	])('%s', (_, path, headers, expected) => {
		for (const method of ['POST', 'PUT', 'PATCH', 'DELETE'])
			expect(forged(method, path, headers)).toBe(expected);
	});

	test('reading is never a forgery', () => {
		for (const method of ['GET', 'HEAD'])
			expect(forged(method, form, { origin: 'https://evil.example' })).toBe(false);
	});
});
