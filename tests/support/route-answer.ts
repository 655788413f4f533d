import type { Aim } from './route-decision.ts';
import type { ServerProcess } from './server-process.ts';

/** All that a client sees of an answer. */
export interface Answer {
	status: number;
	/** `name: value`, one a line. */
	headers: string;
	body: string;
	location: string | null;
	cookies: string[];
}

/** Who asks, and how. */
export interface Asking {
	token?: string | undefined;
	accept?: string;
	method?: string;
}

/** Headers that differ from answer to answer whatever is asked. */
const ofItsOwn = new Set(['date', 'x-request-id', 'keep-alive', 'connection']);

/** Sends what an aim says to a server, from its own pages. */
export async function ask(
	{ origin }: ServerProcess,
	{ path, form }: Aim,
	{ token, accept = 'text/html', method }: Asking = {}
): Promise<Answer> {
	const response = await fetch(origin + path, {
		method: method ?? (form ? 'POST' : 'GET'),
		redirect: 'manual',
		headers: {
			accept,
			origin,
			...(token ? { cookie: `session=${token}` } : {})
		},
		...(form ? { body: new URLSearchParams(form) } : {})
	});
	const headers = [...response.headers].filter(([name]) => !ofItsOwn.has(name));
	const stream = response.headers.get('content-type')?.startsWith('text/event-stream');
	if (stream) await response.body?.cancel();
	return {
		status: response.status,
		headers: headers.map(([name, value]) => `${name}: ${value}\n`).join(''),
		body: stream ? '' : await response.text(),
		location: response.headers.get('location'),
		cookies: response.headers.getSetCookie()
	};
}

/** What two answers differ in, in words; null when they are the same to the byte. */
export function difference(one: Answer, other: Answer): string | null {
	if (one.status !== other.status) return `${one.status} instead of ${other.status}`;
	const lines = (answer: Answer) => answer.headers.split('\n');
	const others = new Set(lines(other));
	const headers = lines(one).filter((line) => !others.has(line));
	if (one.headers !== other.headers) return `a header is another: ${headers.join(', ')}`;
	if (one.body === other.body) return null;
	const at = [...one.body].findIndex((sign, index) => sign !== other.body[index]);
	return `body …${one.body.slice(at - 40, at + 80)}… instead of …${other.body.slice(at - 40, at + 80)}…`;
}

/** The headers without those that follow from what stands in the body, and without cookies. */
export const lasting = (headers: string): string =>
	headers.replace(/^(etag|set-cookie|content-length): .*\n/gm, '');
