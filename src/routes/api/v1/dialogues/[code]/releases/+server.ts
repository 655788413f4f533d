import { readDialogueOrPart } from '#lib/dialogues/server/read-dialogue.ts';
import { readReleases } from '#lib/results/server/read-releases.ts';
import { publicJson } from '#lib/server/json-response.ts';
import { apiEndpoint } from '#lib/server/problem-response.ts';

export const GET = apiEndpoint(async ({ params, request, locals }) => {
	const dialogue = await readDialogueOrPart(locals, params.code!);
	return publicJson(request, { releases: await readReleases(locals, dialogue) });
});
