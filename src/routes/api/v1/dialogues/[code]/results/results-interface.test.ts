import type { RequestHandler } from '@sveltejs/kit';
import { expect, test } from 'vitest';
import { createTestContext, type TestContext } from '#tests/support/context.ts';
import { storeDialogue, storeRelease } from '#tests/support/published.ts';
import { GET as getReleases } from '../releases/+server.ts';
import { GET as getResults } from './+server.ts';
import { GET as getStream, HEAD as headStream } from './stream/+server.ts';

interface Ask {
	code?: string;
	query?: string;
	headers?: Record<string, string>;
}

/** Calls an endpoint as the server would. */
async function ask(
	ctx: TestContext,
	endpoint: RequestHandler,
	{ code = '482913', query = '', headers = {} }: Ask = {}
): Promise<Response> {
	const url = new URL(`http://localhost/api/v1/dialogues/${code}/results${query}`);
	const event = { params: { code }, url, request: new Request(url, { headers }), locals: ctx };
	return await endpoint(event as unknown as Parameters<RequestHandler>[0]);
}

async function withRelease(): Promise<TestContext> {
	const ctx = await createTestContext();
	const dialogue = await storeDialogue(ctx);
	await storeRelease(ctx, { dialogue, seq: 1 }, { sealed: { 'norra|16-29': 12, '*|*': 10 } });
	return ctx;
}

test('results are open to every site, in the language that is asked for, filtered by the query', async () => {
	const ctx = await withRelease();
	const response = await ask(ctx, getResults, { query: '?lang=en&district=norra' });
	expect(response.headers.get('access-control-allow-origin')).toBe('*');
	expect(await response.json()).toMatchObject({
		dialogue: '482913',
		seq: 1,
		n: 12,
		notSplit: 10,
		filter: { district: ['norra'] },
		questions: [{ key: 'priority', text: 'What matters most?' }, {}, {}]
	});
	const swedish = await ask(ctx, getResults, { headers: { 'accept-language': 'fi, sv;q=0.8' } });
	expect((await swedish.json()).questions[0].text).toBe('Vad är viktigast att göra något åt?');
});

test('who has the latest results gets 304', async () => {
	const ctx = await withRelease();
	const etag = (await ask(ctx, getResults)).headers.get('etag')!;
	const again = await ask(ctx, getResults, { headers: { 'if-none-match': etag } });
	expect([again.status, await again.text()]).toEqual([304, '']);
});

test('an unknown code is a problem document in every endpoint', async () => {
	const ctx = await withRelease();
	for (const endpoint of [getResults, getReleases, getStream, headStream]) {
		const response = await ask(ctx, endpoint, { code: '000000' });
		expect(response.status).toBe(404);
		expect(response.headers.get('content-type')).toBe('application/problem+json');
	}
});

test('the chain of releases is public', async () => {
	const response = await ask(await withRelease(), getReleases);
	expect(await response.json()).toEqual({
		releases: [{ seq: 1, day: '2027-03-01', hash: 'hash-1', previous: '' }]
	});
});

test('the stream begins with the very object of the results, and resumes by the last event', async () => {
	const ctx = await withRelease();
	const results = await (await ask(ctx, getResults)).text();
	const framesOf = async (headers: Record<string, string>) => {
		const reader = (await ask(ctx, getStream, { headers })).body!.getReader();
		const read = async () => new TextDecoder().decode((await reader.read()).value);
		const frames = [await read(), await read()];
		await reader.cancel();
		return frames;
	};
	expect(await framesOf({})).toEqual(['retry: 2000\n\n', `id: 1\nevent: release\ndata: ${results}\n\n`]);
	expect(await framesOf({ 'last-event-id': '1' })).toEqual(['retry: 2000\n\n', ': 1 is the latest\n\n']);
});

test('asking for the head of a stream does not open one', async () => {
	const response = await ask(await withRelease(), headStream);
	expect([response.status, response.body]).toEqual([200, null]);
});
