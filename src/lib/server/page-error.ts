import { error } from '@sveltejs/kit';
import { AppError } from './app-error.ts';

/**
 * Awaits a use case in a page's load or action, and turns its AppError into the page with the same status.
 * Anything else goes on as an unexpected error.
 */
export async function orErrorPage<T>(work: Promise<T>): Promise<T> {
	try {
		return await work;
	} catch (problem) {
		if (problem instanceof AppError) error(problem.status, { message: problem.code, code: problem.code });
		throw problem;
	}
}
