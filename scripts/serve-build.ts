import {
	createServer,
	type IncomingMessage,
	type RequestListener,
	type Server,
	type ServerResponse
} from 'node:http';
import { join } from 'node:path';
import compression from 'compression';
import { pathToFileURL } from 'node:url';
import { mostBodyBytes } from '#lib/server/body-limit.ts';
import { isFramed, leastHeaders } from '#lib/server/security-headers.ts';
import { StartFailure } from './start-failure.ts';

/** Longest wait for requests that are being answered when the server is told to stop. */
const requestPatienceMs = 5_000;

/** Longest wait for jobs and the database after that. */
const jobPatienceMs = 3_000;

/**
 * How long a client may take to send the head of a request, and all of it: a form over the slowest mobile network is
 * there in a few seconds, and who dribbles holds nothing open. How often that is looked at comes last.
 */
const patienceWithClients = {
	headersTimeout: 10_000,
	requestTimeout: 30_000,
	connectionsCheckingInterval: 2_000
};

/** What adapter-node's own server tells the application when the last connection has ended. */
const shutdownEvent = 'sveltekit:shutdown';

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds).unref());

function listen(server: Server, port: number): Promise<void> {
	return new Promise((resolve, reject) => {
		server.once('error', (error: NodeJS.ErrnoException) => {
			if (error.code === 'EADDRINUSE')
				reject(
					new StartFailure(
						`Porten ${port} är upptagen, så stäng det andra programmet eller välj en annan med --port.`
					)
				);
			else if (error.code === 'EACCES')
				reject(
					new StartFailure(
						`Porten ${port} får inte öppnas av den här användaren, så välj en över 1023 med --port.`
					)
				);
			else reject(error);
		});
		server.listen({ port, host: process.env.HOST }, resolve);
	});
}

/** Fails early, before anything is built or filled, when the port is taken. */
export async function checkPort(port: number): Promise<void> {
	const probe = createServer();
	await listen(probe, port);
	await new Promise((resolve) => probe.close(resolve));
}

/**
 * Takes no more requests and lets those under way finish; the application ends its streams itself. Then its jobs and
 * database stop and the process ends, within ten seconds in all.
 */
async function stop(server: Server): Promise<void> {
	const ended = new Promise<void>((resolve) => server.close(() => resolve()));
	const idle = setInterval(() => server.closeIdleConnections(), 50);
	await Promise.race([ended, pause(requestPatienceMs)]);
	clearInterval(idle);
	server.closeAllConnections();
	process.exitCode = 0;
	setTimeout(() => process.exit(), jobPatienceMs).unref();
	(process as NodeJS.EventEmitter).emit(shutdownEvent);
}

/** A signal to npm may end only npm and its shell: without a parent there is nobody left to stop us. */
function stopWhenOrphaned(): void {
	const parent = process.ppid;
	if (!process.env.npm_lifecycle_event) return;
	const watch = setInterval(() => {
		if (process.ppid === parent) return;
		clearInterval(watch);
		process.kill(process.pid, 'SIGTERM');
	}, 500).unref();
}

/** Pages travel compressed; streams do not, since each event must leave at once. */
const compress = compression({
	filter: (request, response) =>
		!String(response.getHeader('content-type')).startsWith('text/event-stream') &&
		compression.filter(request, response)
});

type Endpoint = (request: IncomingMessage, response: ServerResponse) => boolean;

/** The application's short way for answers, see src/answers-endpoint.server.ts; there once it has started. */
const answersEndpoint = (): Endpoint | undefined =>
	(globalThis as Record<symbol, Endpoint | undefined>)[Symbol.for('lyhord.answers-endpoint')];

/**
 * Gives an answer the headers that all carry. "Not modified" comes without a policy: the browser would put it in place
 * of the one that came with the page it kept, and show that page without its styles and script. The older header
 * against frames goes where the policy lets somebody in.
 */
function giveHeaders(response: ServerResponse, headers: [string, string][]): void {
	for (const [name, value] of headers) response.setHeader(name, value);
	const writeHead = response.writeHead.bind(response) as (
		status: number,
		...rest: unknown[]
	) => ServerResponse;
	response.writeHead = (status: number, ...rest: unknown[]) => {
		const policy = String(response.getHeader('content-security-policy'));
		if (status === 304 || isFramed(policy)) response.removeHeader('x-frame-options');
		if (status === 304) response.removeHeader('content-security-policy');
		return writeHead(status, ...rest);
	};
}

/** Serves the built application until the process is told to stop. */
export async function serveBuild(port: number): Promise<void> {
	process.env.ORIGIN ??= `http://localhost:${port}`;
	// Read when the handler is imported; the application holds all but a few routes to less.
	process.env.BODY_SIZE_LIMIT = String(mostBodyBytes);
	const file = pathToFileURL(join(import.meta.dirname, '..', 'build', 'handler.js')).href;
	const { handler } = (await import(file)) as { handler: RequestListener };
	const headers = leastHeaders(new URL(process.env.ORIGIN));
	const server = createServer(patienceWithClients, (request, response) => {
		if (answersEndpoint()?.(request, response)) return;
		giveHeaders(response, headers);
		compress(request as never, response as never, () => handler(request, response));
	});
	await listen(server, port);
	let stopping = false;
	const stopOnce = () => {
		if (!stopping) void stop(server);
		stopping = true;
	};
	process.on('SIGTERM', stopOnce);
	process.on('SIGINT', stopOnce);
	stopWhenOrphaned();
}
