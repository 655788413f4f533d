import { inLanguage } from '#lib/i18n/languages.ts';
import { requestLanguage } from '#lib/i18n/request-language.ts';
import { listDialogues } from '#lib/dialogues/server/list-dialogues.ts';
import { readPlace } from '#lib/places/server/read-place.ts';
import { publicJson } from '#lib/server/json-response.ts';
import { apiEndpoint } from '#lib/server/problem-response.ts';

export const GET = apiEndpoint(async ({ locals, params, request, url }) => {
	const { code, name, kind, parentCode } = await readPlace(locals, params.code!);
	const open = await listDialogues(locals, { placeCode: code, states: ['open'], kind: 'citizen' });
	const language = requestLanguage(request, url);
	return publicJson(request, {
		code,
		name,
		kind,
		parent: parentCode,
		openDialogues: open.map((dialogue) => ({
			code: dialogue.code,
			title: inLanguage(dialogue.title, language),
			kind: dialogue.kind,
			closesAt: dialogue.closesAt?.toISOString() ?? null
		}))
	});
});
