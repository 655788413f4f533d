import type { RequestHandler } from '@sveltejs/kit';
import { AppError, statusOf, type AppErrorCode } from './app-error.ts';
import type { Problem } from './problem.ts';

const titles: Record<AppErrorCode | 'invalid', string> = {
	invalid: 'The request has something to mend',
	'not-found': 'There is nothing here',
	'not-open': 'The dialogue does not take answers now',
	'too-large': 'The request is too large',
	'unsupported-type': 'The content type is not supported',
	'foreign-origin': 'The request comes from another site',
	'too-many': 'Too many requests',
	'method-not-allowed': 'The method is not allowed here',
	unavailable: 'The service cannot answer right now'
};

interface ProblemOptions {
	detail?: string | undefined;
	problems?: Problem[];
	headers?: Record<string, string>;
}

/** A problem document (RFC 9457) with our `problems` member. */
export function problemResponse(
	code: AppErrorCode | 'invalid',
	{ detail, problems = [], headers = {} }: ProblemOptions = {}
): Response {
	const status = code === 'invalid' ? 422 : statusOf[code];
	const body = { type: `urn:lyhord:problem:${code}`, title: titles[code], status, detail, problems };
	return new Response(JSON.stringify(body), {
		status,
		headers: { 'content-type': 'application/problem+json', 'cache-control': 'no-store', ...headers }
	});
}

/** Wraps an endpoint under `/api`: what its use cases throw becomes a problem document. */
export function apiEndpoint(handler: RequestHandler): RequestHandler {
	return async (event) => {
		try {
			return await handler(event);
		} catch (problem) {
			if (!(problem instanceof AppError)) throw problem;
			const detail = problem.message === problem.code ? undefined : problem.message;
			return problemResponse(problem.code, { detail });
		}
	};
}
