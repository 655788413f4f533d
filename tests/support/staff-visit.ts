import { plainRequest, type PlainAnswer } from './plain-request.ts';
import type { ServerProcess } from './server-process.ts';

/** A browser's way to a server: what it says of itself and the cookies it holds. */
export interface Visit {
	get: (path: string, headers?: Record<string, string>) => Promise<PlainAnswer>;
	/** Sends a form. */
	post: (
		path: string,
		form: Record<string, string>,
		headers?: Record<string, string>
	) => Promise<PlainAnswer>;
	cookies: Map<string, string>;
	/** `Set-Cookie` lines of the latest answer. */
	latest: () => string[];
}

/**
 * A new visit.
 * @param origin what the server calls itself, when it is not where it listens
 */
export function visit(server: ServerProcess, origin = server.origin): Visit {
	const cookies = new Map<string, string>();
	let latest: string[] = [];
	const keep = (answer: PlainAnswer): PlainAnswer => {
		latest = answer.headers['set-cookie'] ?? [];
		for (const line of latest) {
			const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
			if (value === '') cookies.delete(name);
			else cookies.set(name, value);
		}
		return answer;
	};
	const held = () => {
		const text = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
		return text === '' ? {} : { cookie: text };
	};
	return {
		cookies,
		latest: () => latest,
		get: async (path, headers = {}) =>
			keep(
				await plainRequest(server.origin + path, { headers: { accept: 'text/html', ...held(), ...headers } })
			),
		post: async (path, form, headers = {}) =>
			keep(
				await plainRequest(server.origin + path, {
					method: 'POST',
					headers: {
						...{ accept: 'text/html', origin, 'content-type': 'application/x-www-form-urlencoded' },
						...held(),
						...headers
					},
					body: new URLSearchParams(form).toString()
				})
			)
	};
}
