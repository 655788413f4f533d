import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { unasked } from '#lib/answers/server/intake-limit.ts';
import type { Dialogue } from '#lib/dialogues/dialogue.ts';
import { manyAtATime, newSubmission, openForm, sendForm, submit } from '#tests/support/crowd.ts';
import { openEightQuestions } from '#tests/support/open-dialogue.ts';
import { startServer, type ServerProcess } from '#tests/support/server-process.ts';

type Headers = Record<string, string>;

let folder = '';
let dialogue: Dialogue;
let server: ServerProcess | undefined;
beforeEach(async () => {
	folder = mkdtempSync(join(tmpdir(), 'lyhord-address-'));
	dialogue = await openEightQuestions(folder);
});
afterEach(async () => {
	await server?.kill('SIGKILL');
	rmSync(folder, { recursive: true, force: true });
});

const address = () => `${server!.origin}/api/v1/dialogues/${dialogue.code}/answers`;
const page = () => `${server!.origin}/saffle/dialog/${dialogue.slug}/svara`;

async function statusOf(headers: Headers): Promise<number> {
	const response = await submit(address(), newSubmission(dialogue.version), headers);
	await response.arrayBuffer();
	return response.status;
}

/** Uses up what one source may send, with headers that would make each answer another source. */
async function useUp(headersOf: (number: number) => Headers): Promise<void> {
	const statuses = await manyAtATime(unasked, 32, (number) => statusOf(headersOf(number)));
	expect(statuses.filter((status) => status !== 201)).toEqual([]);
}

const someAddress = (number: number) => `203.0.${number >> 8}.${number & 255}`;

/** Every header that some server somewhere believes. */
const forged: Headers[] = [
	{ 'x-forwarded-for': '203.0.113.9' },
	{ 'x-forwarded-for': '203.0.113.9, 203.0.113.10' },
	{ 'x-forwarded-for': '2001:db8::9' },
	{ 'x-forwarded-for': '127.0.0.2' },
	{ 'x-real-ip': '203.0.113.9' },
	{ 'x-client-ip': '203.0.113.9' },
	{ 'true-client-ip': '203.0.113.9' },
	{ 'cf-connecting-ip': '203.0.113.9' },
	{ forwarded: 'for=203.0.113.9' }
];

describe.each([
	['without a configured proxy', {} as Record<string, string>],
	[
		'with a configured proxy that is not the peer',
		{ ADDRESS_HEADER: 'x-forwarded-for', TRUSTED_PROXIES: '192.0.2.7' }
	]
])('%s', (_, env) => {
	test('no header makes a second source out of one', async () => {
		server = await startServer(folder, undefined, { ADDRESS_HEADER: '', ...env });
		await useUp((number) => ({ 'x-forwarded-for': someAddress(number) }));
		for (const headers of forged) expect(await statusOf(headers), JSON.stringify(headers)).toBe(429);
		const form = await openForm(page());
		form.set('again', '1');
		for (const headers of forged) {
			const response = await sendForm(page(), form, headers);
			expect(response.headers.get('proof-challenge'), JSON.stringify(headers)).not.toBeNull();
		}
	});
});

describe('behind the configured proxy', () => {
	test('only what the proxy itself added counts', async () => {
		server = await startServer(folder, undefined, { ADDRESS_HEADER: 'x-forwarded-for' });
		const seenByProxy = (own: string, sent = '') => ({ 'x-forwarded-for': sent ? `${sent}, ${own}` : own });
		await useUp((number) => seenByProxy('198.51.100.9', someAddress(number)));
		const cases: [Headers, number][] = [
			[seenByProxy('198.51.100.9'), 429],
			[seenByProxy('198.51.100.9', '198.51.100.10'), 429],
			[seenByProxy('198.51.100.9', '203.0.113.1, 203.0.113.2'), 429],
			[seenByProxy('::ffff:198.51.100.9'), 429],
			[seenByProxy('198.51.100.10'), 201],
			[seenByProxy('2001:db8:aa00:1200::1'), 201],
			[seenByProxy('nonsense'), 201],
			[{}, 201]
		];
		for (const [headers, status] of cases)
			expect(await statusOf(headers), JSON.stringify(headers)).toBe(status);
	});
});
