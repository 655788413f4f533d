import { acceptAnswers } from '#lib/answers/server/accept-answers.ts';
import { parseSubmission } from '#lib/answers/submission.ts';
import { readDialogueByCode } from '#lib/dialogues/server/read-dialogue.ts';
import { AppError } from '#lib/server/app-error.ts';
import { apiEndpoint, problemResponse } from '#lib/server/problem-response.ts';
import { readBody } from '#lib/server/read-body.ts';
import { sourceTag } from '#lib/server/source-tag.ts';

const largestBody = 64 * 1024;
const accepted = '{"accepted":true}';

/** The parsed body; undefined when it is not JSON. */
async function readJson(request: Request): Promise<unknown> {
	const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase();
	if (type !== 'application/json') throw new AppError('unsupported-type', 'send application/json');
	const text = await readBody(request, largestBody);
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

export const POST = apiEndpoint(async ({ locals, params, request }) => {
	const body = await readJson(request);
	const dialogue = await readDialogueByCode(locals, params.code!);
	const submission = parseSubmission(body);
	if (!submission.ok) return problemResponse('invalid', { problems: submission.problems });
	const { key, version, channel, code, answers, background } = submission.value;
	if (code !== undefined)
		return problemResponse('invalid', {
			problems: [{ at: 'code', code: 'no-codes', detail: 'this dialogue does not use one-time codes' }]
		});
	const source = sourceTag(locals.clientAddress(), locals.now());
	const outcome = await acceptAnswers(locals, {
		dialogue,
		key,
		version,
		channel,
		answers,
		background,
		source
	});
	if (!outcome.ok) return problemResponse('invalid', { problems: outcome.problems });
	return new Response(accepted, {
		status: outcome.value.repeated ? 200 : 201,
		headers: { 'content-type': 'application/json', 'cache-control': 'no-store' }
	});
});
