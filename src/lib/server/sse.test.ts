import { afterEach, describe, expect, test, vi } from 'vitest';
import {
	closeEventStreams,
	encodeEvent,
	eventStream,
	heartbeatMilliseconds,
	openStreamCount,
	type EventSink
} from './sse.ts';

const decoder = new TextDecoder();

/** Reads what has been sent so far, one text per frame. */
async function readFrames(reader: ReadableStreamDefaultReader<Uint8Array>, count: number): Promise<string[]> {
	const frames: string[] = [];
	while (frames.length < count) {
		const { done, value } = await reader.read();
		if (done) break;
		frames.push(decoder.decode(value));
	}
	return frames;
}

afterEach(() => {
	closeEventStreams();
	vi.useRealTimers();
});

describe('a stream of events', () => {
	test('an event is its fields, one a line, and an empty line', () => {
		const text = decoder.decode(encodeEvent({ id: 7, event: 'release', data: '{"n":1}' }));
		expect(text).toBe('id: 7\nevent: release\ndata: {"n":1}\n\n');
		expect(decoder.decode(encodeEvent({ comment: 'quiet' }))).toBe(': quiet\n\n');
	});

	test('it begins with the time to wait before reconnecting, and is neither kept nor buffered on the way', async () => {
		const response = eventStream((sink) => {
			sink.send(encodeEvent({ data: 'first' }));
			return () => undefined;
		});
		expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
		expect(response.headers.get('cache-control')).toBe('no-store');
		expect(response.headers.get('x-accel-buffering')).toBe('no');
		const reader = response.body!.getReader();
		expect(await readFrames(reader, 2)).toEqual(['retry: 2000\n\n', 'data: first\n\n']);
	});

	test('a quiet stream shows that it lives every fifteen seconds', async () => {
		vi.useFakeTimers();
		const reader = eventStream(() => () => undefined).body!.getReader();
		vi.advanceTimersByTime(heartbeatMilliseconds * 2);
		expect((await readFrames(reader, 3)).slice(1)).toEqual(Array(2).fill('event: alive\ndata: 1\n\n'));
	});

	test('a reader who goes away is told of once', async () => {
		const ended = vi.fn();
		const reader = eventStream(() => ended).body!.getReader();
		expect(openStreamCount()).toBe(1);
		await reader.cancel();
		expect(openStreamCount()).toBe(0);
		closeEventStreams();
		expect(ended).toHaveBeenCalledTimes(1);
	});

	test('a reader who does not read is dropped instead of being queued for', async () => {
		const ended = vi.fn();
		let sink: EventSink | undefined;
		const { body } = eventStream((opened) => {
			sink = opened;
			return ended;
		});
		const frame = new Uint8Array(100_000);
		for (let count = 0; count < 4; count++) sink!.send(frame);
		expect(ended).toHaveBeenCalledTimes(1);
		await expect(body!.getReader().read()).rejects.toThrow('too slow');
	});

	test('when the process is told to stop every stream ends', async () => {
		const readers = [1, 2].map(() => eventStream(() => () => undefined).body!.getReader());
		const keepsTheTestAlive = () => undefined;
		process.once('SIGTERM', keepsTheTestAlive);
		process.once('SIGTERM', keepsTheTestAlive);
		process.emit('SIGTERM', 'SIGTERM');
		for (const reader of readers) expect(await readFrames(reader, 5)).toHaveLength(1);
		expect(openStreamCount()).toBe(0);
	});
});
