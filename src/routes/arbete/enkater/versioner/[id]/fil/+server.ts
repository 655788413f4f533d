import { exportVersion } from '#lib/questionnaire/server/export-questionnaire.ts';
import type { RequestHandler } from './$types';
import { questionnaireFile } from '../../../questionnaire-file.ts';

export const GET: RequestHandler = (event) => {
	const version = Number(event.url.searchParams.get('version')) || 0;
	return questionnaireFile(event, () =>
		exportVersion(event.locals, { questionnaireId: event.params.id, version })
	);
};
