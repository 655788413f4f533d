import { describe, expect, test } from 'vitest';
import { usualBodyBytes } from './body-limit.ts';
import { drainUnread, withBodyLimit } from './bounded-body.ts';

const importing = '/arbete/enkater/importera';
const elsewhere = '/arbete/enkater';

/** A request that sends as many bytes, and says so or not; `read` tells how many were taken from the sender. */
function sending(bytes: number, says: boolean) {
	const part = new Uint8Array(64 * 1024).fill(97);
	let left = bytes;
	const body = new ReadableStream<Uint8Array>({
		pull(controller) {
			if (left <= 0) return controller.close();
			const next = part.subarray(0, Math.min(left, part.length));
			left -= next.length;
			controller.enqueue(next);
		}
	});
	const headers: Record<string, string> = says ? { 'content-length': String(bytes) } : {};
	const request = new Request('http://x/', { method: 'POST', body, headers, duplex: 'half' } as RequestInit);
	return { request, read: () => bytes - left };
}

describe('a body', () => {
	test.each([true, false])('within the limit is read as it is (says its length: %s)', async (says) => {
		const { request } = sending(usualBodyBytes, says);
		expect(await withBodyLimit(request, elsewhere).text()).toHaveLength(usualBodyBytes);
	});

	test.each([true, false])('beyond it is refused with status 413 (says its length: %s)', async (says) => {
		const { request, read } = sending(usualBodyBytes + 1, says);
		await expect(withBodyLimit(request, elsewhere).text()).rejects.toMatchObject({ status: 413 });
		await new Promise((resolve) => setTimeout(resolve, 50));
		expect(read()).toBe(usualBodyBytes + 1);
	});

	test('of a length that is no number is refused', async () => {
		const { request } = sending(10, false);
		const odd = new Request(request, { headers: { 'content-length': 'many' } });
		await expect(withBodyLimit(odd, elsewhere).text()).rejects.toMatchObject({ status: 413 });
	});

	test('of a file is as long as it is where files are taken, and nowhere else', async () => {
		const bytes = 5_000_000;
		expect(await withBodyLimit(sending(bytes, true).request, importing).text()).toHaveLength(bytes);
		for (const route of [null, elsewhere, `${importing}/x`])
			await expect(withBodyLimit(sending(bytes, true).request, route).text()).rejects.toMatchObject({
				status: 413
			});
	});

	test('that is not there is nothing to limit', () => {
		const request = new Request('http://x/');
		expect(withBodyLimit(request, elsewhere)).toBe(request);
	});

	test('that nobody has read is read to its end, and one that somebody reads is left to them', async () => {
		const unread = sending(5_000_000, true);
		drainUnread(withBodyLimit(unread.request, importing));
		await new Promise((resolve) => setTimeout(resolve, 50));
		expect(unread.read()).toBe(5_000_000);
		const { request } = sending(5_000_000, true);
		const text = request.text();
		drainUnread(request);
		expect(await text).toHaveLength(5_000_000);
	});
});
