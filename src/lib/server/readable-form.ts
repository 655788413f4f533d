import { error } from '@sveltejs/kit';

/** A body that is too large says so itself; anything else that cannot be read as a form is the sender's mistake. */
function refuse(cause: unknown): never {
	if (typeof (cause as { status?: unknown } | null)?.status === 'number') throw cause;
	error(400, { message: 'unreadable form' });
}

/**
 * The request, whose `formData()` answers a body that is no form, or a broken one, with the page for a bad request: the
 * framework would call it an unexpected error of ours.
 */
export function withReadableForm(request: Request): Request {
	const read = request.formData.bind(request);
	return Object.assign(request, { formData: () => read().catch(refuse) });
}
