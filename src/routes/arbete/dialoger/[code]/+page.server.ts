import { redirect } from '@sveltejs/kit';
import { closeDialogue } from '#lib/dialogues/server/close-dialogue.ts';
import { localizeHref } from '#lib/i18n/paraglide/runtime.js';
import { draftFromVersion } from '#lib/questionnaire/server/draft-from-version.ts';
import { AppError } from '#lib/server/app-error.ts';
import { orErrorPage } from '#lib/server/page-error.ts';
import { dialogueFacts } from '#lib/workspace/dialogue-facts.ts';
import { readWorkDialogue } from '#lib/workspace/server/read-work-dialogue.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const { dialogue, view, position, place, definition, n, may } = await orErrorPage(
		readWorkDialogue(locals, params.code)
	);
	return {
		view,
		position,
		place,
		facts: dialogueFacts({ dialogue, view, placeName: place.name }, locals.language),
		version: dialogue.version,
		questionnaireId: dialogue.questionnaireId,
		questions: definition.questions,
		background: definition.background,
		n,
		may,
		done: url.searchParams.get('klart')
	};
};

/** Somebody else may have closed it a moment ago: then it is closed, which was the wish. */
async function closed(close: Promise<unknown>): Promise<'stangd' | 'ej-oppen'> {
	try {
		await close;
		return 'stangd';
	} catch (problem) {
		if (problem instanceof AppError && problem.code === 'not-open') return 'ej-oppen';
		throw problem;
	}
}

export const actions: Actions = {
	close: async ({ locals, params }) => {
		const { dialogue } = await orErrorPage(readWorkDialogue(locals, params.code));
		const done = await orErrorPage(closed(closeDialogue(locals, dialogue.id)));
		redirect(303, localizeHref(`/arbete/dialoger/${params.code}?klart=${done}`));
	},
	newVersion: async ({ locals, params }) => {
		const { dialogue } = await orErrorPage(readWorkDialogue(locals, params.code));
		const { placeCode, questionnaireId, version } = dialogue;
		const draft = await orErrorPage(
			draftFromVersion(locals, { placeCode, questionnaireId, version, asNext: true })
		);
		redirect(303, localizeHref(`/arbete/enkater/${draft.id}`));
	}
};
