import { error, fail, redirect } from '@sveltejs/kit';
import { answerPage } from '#lib/answers/answer-page.ts';
import { readSentForm } from '#lib/answers/sent-form.ts';
import { acceptAnswers } from '#lib/answers/server/accept-answers.ts';
import { dialogueView } from '#lib/dialogues/dialogue-view.ts';
import { takesAnswers } from '#lib/dialogues/dialogue.ts';
import { readDialogueByAddress } from '#lib/dialogues/server/read-dialogue.ts';
import { inLanguage } from '#lib/i18n/languages.ts';
import { localizeHref } from '#lib/i18n/paraglide/runtime.js';
import { readMunicipality } from '#lib/places/server/read-place.ts';
import { timeToAnswer } from '#lib/questionnaire/estimate.ts';
import { readQuestionnaire } from '#lib/questionnaire/server/read-questionnaire.ts';
import { AppError } from '#lib/server/app-error.ts';
import { orErrorPage } from '#lib/server/page-error.ts';
import type { Problem } from '#lib/server/problem.ts';
import { randomId } from '#lib/server/random.ts';
import { sourceTag } from '#lib/server/source-tag.ts';
import type { Actions, PageServerLoad } from './$types';

async function readDialogue(locals: App.Locals, params: { kommun: string; slug: string }) {
	const { code } = await orErrorPage(readMunicipality(locals, params.kommun));
	const dialogue = await orErrorPage(readDialogueByAddress(locals, { placeCode: code, slug: params.slug }));
	return { dialogue, definition: await readQuestionnaire(locals, dialogue) };
}

export const load: PageServerLoad = async ({ locals, params, setHeaders }) => {
	const { dialogue, definition } = await readDialogue(locals, params);
	const { language } = locals;
	setHeaders({ 'cache-control': 'no-store' });
	return {
		dialogue: dialogueView(dialogue, language),
		open: takesAnswers(dialogue, locals.now()),
		page: answerPage(definition, language),
		time: inLanguage(timeToAnswer(definition), language),
		sheet: { key: randomId(locals.random), version: dialogue.version },
		languages: dialogue.languages,
		answerForm: 'answers'
	};
};

/** A body that is too large, or no form at all. */
function refuseBody(cause: { status?: number }): never {
	error(cause.status === 413 ? 413 : 400, { message: 'unreadable form' });
}

/** What goes wrong after the form was filled in: the page again, with everything that was written. */
function problemsOf(cause: unknown): { status: number; problems: Problem[] } {
	if (!(cause instanceof AppError)) throw cause;
	return { status: cause.status, problems: [{ at: '', code: cause.code, detail: cause.message }] };
}

export const actions: Actions = {
	/** Sends the sheet; with `language` in the form it only shows the same answers in another language. */
	default: async ({ locals, params, request }) => {
		const { dialogue, definition } = await readDialogue(locals, params);
		const form = await request.formData().catch(refuseBody);
		const { key = randomId(locals.random), values, ...sent } = readSentForm(definition, form);
		if (form.has('language')) return { key, values, problems: [] };
		const outcome = await acceptAnswers(locals, {
			dialogue,
			key,
			version: sent.version,
			channel: 'web',
			answers: sent.answers,
			background: sent.background,
			source: sourceTag(locals.clientAddress(), locals.now())
		}).catch((cause: unknown) => ({ ok: false as const, ...problemsOf(cause) }));
		if (!outcome.ok) {
			const status = 'status' in outcome ? outcome.status : 422;
			return fail(status, { key, values, problems: outcome.problems });
		}
		redirect(303, localizeHref(`/${params.kommun}/dialog/${params.slug}/tack`));
	}
};
