import { Agent, request, type IncomingHttpHeaders } from 'node:http';

export interface PlainAnswer {
	status: number;
	headers: IncomingHttpHeaders;
	body: string;
}

export interface PlainRequest {
	method?: string;
	/** A list stands for a header that comes several times. */
	headers?: Record<string, string | string[]>;
	body?: string;
}

const agent = new Agent({ keepAlive: true, maxSockets: 4 });

/** Sends a request with exactly these headers: `fetch` adds its own. Redirects are not followed. */
export function plainRequest(address: string, { method = 'GET', headers = {}, body }: PlainRequest = {}) {
	return new Promise<PlainAnswer>((resolve, reject) => {
		const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) };
		const sent = request(address, { method, agent, headers: { ...headers, ...length } }, (response) => {
			let text = '';
			response.setEncoding('utf8');
			response.on('data', (chunk: string) => (text += chunk));
			response.on('error', reject);
			response.on('end', () =>
				resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text })
			);
		});
		sent.on('error', reject);
		sent.end(body);
	});
}
