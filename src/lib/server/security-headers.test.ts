import { describe, expect, test } from 'vitest';
import { framedPolicy, isFramed, leastHeaders, workingPolicy } from './security-headers.ts';

const own = "default-src 'none'; script-src 'self'; frame-ancestors 'none'; base-uri 'none'";
const sites = ['https://www.saffle.se', 'https://saffle.example'];

describe('who may show an answer in a frame', () => {
	test('nobody, unless a page says so', () => {
		const policy = Object.fromEntries(leastHeaders(new URL('https://x.example')))['content-security-policy']!;
		expect(isFramed(policy)).toBe(false);
		expect(isFramed(own)).toBe(false);
		expect(isFramed("default-src 'none'; sandbox")).toBe(false);
	});

	test('our own pages and the listed sites; the rest of the policy stays', () => {
		const policy = framedPolicy(own, sites);
		expect(policy).toBe(own.replace("frame-ancestors 'none'", `frame-ancestors 'self' ${sites.join(' ')}`));
		expect(isFramed(policy)).toBe(true);
		expect(framedPolicy(own, [])).toContain("frame-ancestors 'self';");
	});

	test('also of an answer without a policy of its own, such as a way elsewhere', () => {
		expect(framedPolicy(null, sites)).toMatch(
			/^default-src 'none';.*frame-ancestors 'self' https:\/\/www\.saffle\.se/
		);
	});
});

test('a page may have a worker of ours where its policy is told so; the rest of the policy stays', () => {
	const policy = "default-src 'none'; worker-src 'none'; base-uri 'none'";
	expect(workingPolicy(policy)).toBe("default-src 'none'; worker-src 'self'; base-uri 'none'");
	expect(workingPolicy(own)).toBe(own);
});
