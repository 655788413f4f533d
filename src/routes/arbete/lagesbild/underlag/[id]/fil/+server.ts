import { requirePermission } from '#lib/accounts/server/require-permission.ts';
import { fileResponse } from '#lib/situation/server/file-response.ts';
import { readEvidence, readEvidenceFile } from '#lib/situation/server/read-evidence.ts';
import { orNowhere } from '../../../../enkater/or-nowhere.ts';
import type { RequestHandler } from './$types';

/** The document of a piece of evidence, for staff. */
export const GET: RequestHandler = (event) =>
	orNowhere(event, async () => {
		const { locals, params } = event;
		const { placeCode } = await readEvidence(locals, params.id);
		await requirePermission(locals, 'results.read', placeCode);
		return fileResponse(await readEvidenceFile(locals, params.id));
	});
