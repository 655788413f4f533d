import { AppError } from '#lib/server/app-error.ts';
import { orErrorPage } from '#lib/server/page-error.ts';
import type { Actions, PageServerLoad } from './$types';

const nowhere = () => orErrorPage(Promise.reject<never>(new AppError('not-found')));

/** Inside the workspace an address that is not there looks as one that is forbidden: the workspace's own page. */
export const load: PageServerLoad = nowhere;

export const actions: Actions = { default: nowhere };
