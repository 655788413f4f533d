import type { IncomingMessage, ServerResponse } from 'node:http';
import { largestSubmission, receiveSubmission, requireJson } from '#lib/answers/server/receive-submission.ts';
import { AppError } from '#lib/server/app-error.ts';
import { contextOf, type Application } from '#lib/server/application.ts';
import { clientAddress, proxySettings } from '#lib/server/client-address.ts';
import { answersEndpoint, isForeign } from '#lib/server/forgery.ts';
import { problemDocument, problemHeaders, problemOf } from '#lib/server/problem-response.ts';
import { leastHeaders } from '#lib/server/security-headers.ts';
import { sourceTag } from '#lib/server/source-tag.ts';

/**
 * `POST /api/v1/dialogues/{code}/answers` straight on the socket's request, for `scripts/serve-build.ts`: the
 * framework's way costs several times what the answer itself does. The route under `routes/api` does the same for
 * every other server.
 */
export type AnswersEndpoint = (request: IncomingMessage, response: ServerResponse) => boolean;

/** Where the built application leaves the endpoint for the server that runs it in the same process. */
const place = Symbol.for('lyhord.answers-endpoint');

function readBody(request: IncomingMessage): Promise<string> {
	return new Promise((resolve, reject) => {
		const tooLarge = () => reject(new AppError('too-large'));
		if (Number(request.headers['content-length'] ?? 0) > largestSubmission) return tooLarge();
		const parts: Buffer[] = [];
		let size = 0;
		request.on('data', (part: Buffer) => {
			size += part.length;
			if (size > largestSubmission) return tooLarge();
			parts.push(part);
		});
		request.on('end', () =>
			resolve(parts.length === 1 ? parts[0]!.toString() : Buffer.concat(parts).toString())
		);
		request.on('error', reject);
	});
}

interface Answer {
	status: number;
	body: string;
	headers: Record<string, string>;
}

const accepted = (repeated: boolean): Answer => ({
	status: repeated ? 200 : 201,
	body: '{"accepted":true}',
	headers: { 'content-type': 'application/json', 'cache-control': 'no-store' }
});

const problem = (document: { status: number; body: string }): Answer => ({
	...document,
	headers: problemHeaders
});

let leastOnes: Record<string, string> | undefined;
/** The headers of every answer, see leastHeaders; given all at once, which is the way that costs Node least. */
const least = (): Record<string, string> =>
	(leastOnes ??= Object.fromEntries(leastHeaders(new URL(process.env.ORIGIN ?? 'http://localhost'))));

function send(response: ServerResponse, { status, body, headers }: Answer): void {
	response.writeHead(status, {
		...least(),
		...headers,
		'content-length': Buffer.byteLength(body),
		// What was not read of a refused body must not be taken for the next request.
		...(status === 413 || status === 415 ? { connection: 'close' } : {})
	});
	response.end(body);
}

function endpointOf(application: Application): AnswersEndpoint {
	const proxies = proxySettings(process.env);
	const ctx = contextOf(application, { kind: 'visitor' });
	const answer = async (request: IncomingMessage, code: string): Promise<Answer> => {
		const { headers, socket } = request;
		const provenance = {
			origin: headers.origin ?? null,
			site: headers['sec-fetch-site']?.toString() ?? null
		};
		if (isForeign(provenance, process.env.ORIGIN ?? '')) return problem(problemDocument('foreign-origin'));
		const contentType = headers['content-type'];
		requireJson(contentType);
		const body = await readBody(request);
		const address = clientAddress(socket.remoteAddress ?? '', (name) => headers[name]?.toString(), proxies);
		const outcome = await receiveSubmission(ctx, {
			code,
			contentType,
			body,
			source: sourceTag(address, ctx.now())
		});
		return outcome.ok ? accepted(outcome.value.repeated) : problem(problemDocument('invalid', outcome));
	};
	return (request, response) => {
		const code = request.method === 'POST' ? answersEndpoint.exec(request.url ?? '')?.[1] : undefined;
		if (code === undefined) return false;
		answer(request, code)
			.catch((error: unknown) => {
				const known = problemOf(error);
				// Who broke off, or dribbled for too long, has had its connection closed and is no news.
				if (!known && request.complete)
					ctx.log.error({ error: String(error) }, 'an answer could not be taken');
				return problem(known ?? problemDocument('unavailable'));
			})
			.then((done) => send(response, done))
			.catch(() => response.destroy());
		return true;
	};
}

/** Leaves the endpoint where the server finds it. */
export function offerAnswersEndpoint(application: Application): void {
	Object.assign(globalThis, { [place]: endpointOf(application) });
}
