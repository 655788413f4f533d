import { exportDraft } from '#lib/questionnaire/server/export-questionnaire.ts';
import type { RequestHandler } from './$types';
import { questionnaireFile } from '../../questionnaire-file.ts';

export const GET: RequestHandler = (event) =>
	questionnaireFile(event, () => exportDraft(event.locals, event.params.id));
