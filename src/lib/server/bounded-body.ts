import { error } from '@sveltejs/kit';
import { takesFiles, usualBodyBytes } from './body-limit.ts';

const tooLarge = (): unknown => {
	try {
		error(413, { message: 'too-large' });
	} catch (refusal) {
		return refusal;
	}
};

type Body = NonNullable<Request['body']>;

/** Reads on and forgets: a client that is still sending gets its answer when it has sent all. */
async function drain(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<void> {
	// What the sender breaks off is nobody's news.
	while (!(await reader.read().catch(() => ({ done: true }))).done);
}

/** The body, until it is longer than `most`: then whoever reads it gets the page for that, with status 413. */
function cutOff(body: Body, most: number): Body {
	const reader = body.getReader();
	let size = 0;
	return new ReadableStream({
		async pull(controller) {
			const { done, value } = await reader.read();
			if (done) return controller.close();
			size += value.byteLength;
			if (size <= most) return controller.enqueue(value);
			controller.error(tooLarge());
			void drain(reader);
		},
		cancel: () => drain(reader)
	});
}

/**
 * The request with no more body than its route takes. What says beforehand that it is longer is not read at all; what
 * does not say is counted. The server holds everything to `mostBodyBytes`; this keeps the rest to `usualBodyBytes`.
 */
export function withBodyLimit(request: Request, routeId: string | null): Request {
	if (!request.body || takesFiles(routeId)) return request;
	const announced = request.headers.get('content-length');
	if (announced !== null && Number(announced) <= usualBodyBytes) return request;
	const most = announced !== null ? 0 : usualBodyBytes;
	return new Request(request, { body: cutOff(request.body, most), duplex: 'half' } as RequestInit);
}

/**
 * Reads on what an answer was given without, such as a redirect to the sign-in page: a browser shows an answer only
 * after it has sent all, and would wait for ever.
 */
export function drainUnread({ body, bodyUsed }: Request): void {
	if (body && !bodyUsed && !body.locked) void drain(body.getReader());
}
