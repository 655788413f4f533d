import { AppError } from './app-error.ts';

/**
 * Awaits a use case in an endpoint of the workspace. Where the workspace's pages would show "not there", so does it:
 * the very same page, byte for byte.
 * @param fetch the request event's own
 * @returns the answer of `work`
 */
export const orAbsentPage = (
	work: Promise<Response>,
	fetch: (address: string) => Promise<Response>
): Promise<Response> =>
	work.catch((problem: unknown) => {
		if (problem instanceof AppError) return fetch('/arbete/-/-');
		throw problem;
	});
