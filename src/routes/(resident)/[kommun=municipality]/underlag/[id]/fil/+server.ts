import { fileResponse } from '#lib/situation/server/file-response.ts';
import { readEvidenceFile } from '#lib/situation/server/read-evidence.ts';
import { orErrorPage } from '#lib/server/page-error.ts';
import type { RequestHandler } from './$types';

/** The document of evidence that something published rests on. */
export const GET: RequestHandler = async ({ locals, params }) =>
	fileResponse(await orErrorPage(readEvidenceFile(locals, params.id)));
