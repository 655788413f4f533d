import { receiveCommand } from '#lib/meetings/server/receive-command.ts';
import { requireJson } from '#lib/answers/server/receive-submission.ts';
import { apiEndpoint, problemResponse } from '#lib/server/problem-response.ts';
import { readBody } from '#lib/server/read-body.ts';

const largestCommand = 4 * 1024;

export const POST = apiEndpoint(async ({ locals, params, request }) => {
	requireJson(request.headers.get('content-type'));
	const body = await readBody(request, largestCommand);
	const outcome = await receiveCommand(locals, { token: params.token!, body });
	if (!outcome.ok) return problemResponse('invalid', { problems: outcome.problems });
	return Response.json(outcome.value, { headers: { 'cache-control': 'no-store' } });
});
