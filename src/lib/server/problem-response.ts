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
	'proof-needed': 'Many answers come from this network; this one needs a proof of work',
	hasty: 'The form was sent very soon; send it once more',
	'method-not-allowed': 'The method is not allowed here',
	unavailable: 'The service cannot answer right now'
};

interface ProblemOptions {
	detail?: string | undefined;
	problems?: Problem[];
	/** Members besides those that every problem document has. */
	members?: Record<string, unknown>;
	headers?: Record<string, string>;
}

/** A problem document (RFC 9457) with our `problems` member, and its status. */
export function problemDocument(
	code: AppErrorCode | 'invalid',
	{ detail, problems = [], members }: ProblemOptions = {}
): { status: number; body: string } {
	const status = code === 'invalid' ? 422 : statusOf[code];
	const document = {
		type: `urn:lyhord:problem:${code}`,
		title: titles[code],
		status,
		detail,
		problems,
		...members
	};
	return { status, body: JSON.stringify(document) };
}

/** The problem document of what a use case threw; undefined for what nobody expected. */
export function problemOf(error: unknown): { status: number; body: string } | undefined {
	if (!(error instanceof AppError)) return undefined;
	const detail = error.message === error.code ? undefined : error.message;
	return problemDocument(error.code, { detail, members: error.members });
}

export const problemHeaders = { 'content-type': 'application/problem+json', 'cache-control': 'no-store' };

/** A problem document as a response. */
export function problemResponse(code: AppErrorCode | 'invalid', options: ProblemOptions = {}): Response {
	const { status, body } = problemDocument(code, options);
	return new Response(body, { status, headers: { ...problemHeaders, ...options.headers } });
}

/** Wraps an endpoint under `/api`: what its use cases throw becomes a problem document. */
export function apiEndpoint(handler: RequestHandler): RequestHandler {
	return async (event) => {
		try {
			return await handler(event);
		} catch (error) {
			const problem = problemOf(error);
			if (!problem) throw error;
			return new Response(problem.body, { status: problem.status, headers: problemHeaders });
		}
	};
}
