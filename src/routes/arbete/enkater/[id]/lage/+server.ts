import { json } from '@sveltejs/kit';
import { sentDraft, type PresenceAnswer } from '#lib/questionnaire/editor/draft-post.ts';
import { noteEditor, readEditors } from '#lib/questionnaire/server/draft-editors.ts';
import { readDraft } from '#lib/questionnaire/server/read-draft.ts';
import { readBody } from '#lib/server/read-body.ts';
import { orNowhere } from '../../or-nowhere.ts';
import type { RequestHandler } from './$types';

const mostBytes = 200;

/** The revision that the editor has; none when it does not say. */
function revisionIn(text: string): number {
	const revision = /"revision":\s*(\d{1,9})/.exec(text)?.[1];
	return revision === undefined ? 0 : Number(revision);
}

/** Notes that somebody has the draft open; says who else has, and gives the draft when it has changed. */
export const POST: RequestHandler = (event) =>
	orNowhere(event, async () => {
		const { locals, params, request } = event;
		const draft = await readDraft(locals, params.id);
		const revision = revisionIn(await readBody(request, mostBytes));
		await noteEditor(locals, params.id);
		const editors = (await readEditors(locals, params.id)).map(({ name }) => name);
		const answer: PresenceAnswer = { editors, ...(draft.revision > revision && { draft: sentDraft(draft) }) };
		return json(answer);
	});
