/** One open stream of server-sent events. */
export interface EventSink {
	/** Sends an encoded frame, see `encodeEvent`; the same bytes may be sent to any number of streams. */
	send: (frame: Uint8Array) => void;
	close: () => void;
}

export interface ServerEvent {
	/** Comes back as `Last-Event-ID` when the client reconnects. */
	id?: string | number;
	event?: string;
	/** One line, e.g. JSON. */
	data?: string;
	/** Sent as a comment: seen on the wire, not by scripts. */
	comment?: string;
	/** Milliseconds before the client reconnects. */
	retry?: number;
}

/** Milliseconds that a client waits before it reconnects. */
export const retryMilliseconds = 2000;
/** How often a quiet stream gives a sign of life; clients may look for a new one after two and a half. */
export const heartbeatMilliseconds = 10_000;

// A viewer this far behind is let go; it reconnects and gets the present state instead of the queue.
const mostQueuedBytes = 256 * 1024;

const encoder = new TextEncoder();

/** The bytes of one event as they go over the wire. */
export function encodeEvent({ id, event, data, comment, retry }: ServerEvent): Uint8Array {
	const fields = [
		comment !== undefined && `: ${comment}`,
		retry !== undefined && `retry: ${retry}`,
		id !== undefined && `id: ${id}`,
		event !== undefined && `event: ${event}`,
		data !== undefined && `data: ${data}`
	];
	return encoder.encode(`${fields.filter(Boolean).join('\n')}\n\n`);
}

const opening = encodeEvent({ retry: retryMilliseconds });
const heartbeat = encodeEvent({ event: 'alive', data: '1' });

const openSinks = new Set<EventSink>();
let beating: NodeJS.Timeout | undefined;

function keepBeating(): void {
	if (openSinks.size === 0) {
		clearInterval(beating);
		beating = undefined;
		return;
	}
	beating ??= setInterval(() => {
		for (const sink of openSinks) sink.send(heartbeat);
	}, heartbeatMilliseconds).unref();
}

/** How many streams are open in this process. */
export const openStreamCount = (): number => openSinks.size;

/** Ends every open stream; clients reconnect after `retryMilliseconds`. */
export function closeEventStreams(): void {
	for (const sink of [...openSinks]) sink.close();
}

const closesAtShutdown = new Set<string>();

/** The server cannot stop while streams are open, and the framework tells of its stop only when it has. */
function closeAtShutdown(): void {
	for (const signal of ['SIGTERM', 'SIGINT'] as const) {
		if (closesAtShutdown.has(signal)) continue;
		closesAtShutdown.add(signal);
		process.once(signal, () => {
			closeEventStreams();
			if (process.listenerCount(signal) === 0) process.kill(process.pid, signal);
		});
	}
}

export const eventStreamHeaders = {
	'content-type': 'text/event-stream; charset=utf-8',
	'cache-control': 'no-store',
	'x-accel-buffering': 'no',
	'access-control-allow-origin': '*'
};

/**
 * A response that stays open and sends events: `retry` at once, then whatever `start` sends, and a heartbeat
 * (`event: alive`) every 10 s. Slow readers are dropped, and all streams end when the process is told to stop.
 * @param start gets the sink; returns what to do when the stream has ended, for whatever reason.
 */
export function eventStream(start: (sink: EventSink) => () => void): Response {
	closeAtShutdown();
	let controller!: ReadableStreamDefaultController<Uint8Array>;
	let stop = (): void => undefined;
	let ended = false;
	const finish = (leave: () => void) => {
		if (ended) return;
		ended = true;
		openSinks.delete(sink);
		keepBeating();
		leave();
		stop();
	};
	const sink: EventSink = {
		send(frame) {
			if (ended) return;
			if ((controller.desiredSize ?? 0) > 0) controller.enqueue(frame);
			else finish(() => controller.error(new Error('the reader is too slow')));
		},
		close: () => finish(() => controller.close())
	};
	const body = new ReadableStream<Uint8Array>(
		{ start: (started) => void (controller = started), cancel: () => finish(() => undefined) },
		new ByteLengthQueuingStrategy({ highWaterMark: mostQueuedBytes })
	);
	openSinks.add(sink);
	keepBeating();
	sink.send(opening);
	stop = start(sink);
	if (ended) stop();
	return new Response(body, { headers: eventStreamHeaders });
}
