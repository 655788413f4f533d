import { largestSubmission, receiveSubmission, requireJson } from '#lib/answers/server/receive-submission.ts';
import { apiEndpoint, problemResponse } from '#lib/server/problem-response.ts';
import { readBody } from '#lib/server/read-body.ts';
import { sourceTag } from '#lib/server/source-tag.ts';

export const POST = apiEndpoint(async ({ locals, params, request }) => {
	const contentType = request.headers.get('content-type');
	requireJson(contentType);
	const body = await readBody(request, largestSubmission);
	const source = sourceTag(locals.clientAddress(), locals.now());
	const outcome = await receiveSubmission(locals, { code: params.code!, contentType, body, source });
	if (!outcome.ok) return problemResponse('invalid', { problems: outcome.problems });
	return new Response('{"accepted":true}', {
		status: outcome.value.repeated ? 200 : 201,
		headers: { 'content-type': 'application/json', 'cache-control': 'no-store' }
	});
});
