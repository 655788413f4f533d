import type { RequestEvent } from '@sveltejs/kit';
import { localizeHref } from '#lib/i18n/paraglide/runtime.js';
import type { QuestionnaireFile } from '#lib/questionnaire/server/export-questionnaire.ts';
import { AppError } from '#lib/server/app-error.ts';

/**
 * A questionnaire to download. What is not there, or not for this person, answers byte for byte as an address as deep
 * that is not there.
 */
export async function questionnaireFile(
	{ fetch, url }: RequestEvent,
	work: () => Promise<QuestionnaireFile>
): Promise<Response> {
	try {
		const { name, text } = await work();
		return new Response(text, {
			headers: {
				'content-type': 'application/json; charset=utf-8',
				'content-disposition': `attachment; filename="${name}.json"`
			}
		});
	} catch (problem) {
		if (!(problem instanceof AppError)) throw problem;
		const depth = url.pathname.replace(/^\/en\//, '/').split('/').length - 2;
		return fetch(localizeHref(`/arbete${'/-'.repeat(depth)}`));
	}
}
