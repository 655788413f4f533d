import { orErrorPage } from '#lib/server/page-error.ts';
import { photoResponse } from '#lib/walks/server/photo-response.ts';
import { readPublishedPhoto } from '#lib/walks/server/read-walk.ts';
import type { RequestHandler } from './$types';

/** A photo of a published protocol. */
export const GET: RequestHandler = async ({ locals, params }) =>
	photoResponse(await orErrorPage(readPublishedPhoto(locals, params.photo)), 'public');
