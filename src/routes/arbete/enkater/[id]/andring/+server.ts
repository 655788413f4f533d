import { json } from '@sveltejs/kit';
import { sentDraft, type ChangeAnswer } from '#lib/questionnaire/editor/draft-post.ts';
import { mostSentBytes, parseSentChanges } from '#lib/questionnaire/editor/sent-changes.ts';
import { makeChanges } from '#lib/questionnaire/server/make-changes.ts';
import { readDraft } from '#lib/questionnaire/server/read-draft.ts';
import { readBody } from '#lib/server/read-body.ts';
import { orNowhere } from '../../or-nowhere.ts';
import type { RequestHandler } from './$types';

/** Takes changes from an open editor and answers with the draft as it is then. */
export const POST: RequestHandler = (event) =>
	orNowhere(event, async () => {
		const { locals, params, request } = event;
		await readDraft(locals, params.id);
		const changes = parseSentChanges(await readBody(request, mostSentBytes));
		if (!changes) return json({ code: 'invalid' }, { status: 422 });
		const { draft, conflicts, problems, by } = await makeChanges(locals, { id: params.id, changes });
		return json({ draft: sentDraft(draft), conflicts, problems, by } satisfies ChangeAnswer);
	});
