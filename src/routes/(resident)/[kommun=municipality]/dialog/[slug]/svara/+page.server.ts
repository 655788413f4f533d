import { error, fail, redirect } from '@sveltejs/kit';
import { answerPage } from '#lib/answers/answer-page.ts';
import { challengeText } from '#lib/answers/proof-of-work.ts';
import { readSentForm } from '#lib/answers/sent-form.ts';
import { acceptAnswers } from '#lib/answers/server/accept-answers.ts';
import { formMark, looksHasty } from '#lib/answers/server/form-signs.ts';
import { ProofNeeded } from '#lib/answers/server/intake-limit.ts';
import { dialogueView } from '#lib/dialogues/dialogue-view.ts';
import { takesAnswers } from '#lib/dialogues/dialogue.ts';
import { readDialogueByAddress } from '#lib/dialogues/server/read-dialogue.ts';
import { formatTime } from '#lib/format/moment.ts';
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
		sheet: {
			key: randomId(locals.random),
			version: dialogue.version,
			made: formMark(locals, dialogue.id)
		},
		languages: dialogue.languages,
		answerForm: 'answers'
	};
};

/** A body that is too large, or no form at all. */
function refuseBody(cause: { status?: number }): never {
	error(cause.status === 413 ? 413 : 400, { message: 'unreadable form' });
}

interface Refusal {
	status: number;
	problems: Problem[];
	/** What the answer costs, when very many come from its network. */
	needed?: ProofNeeded;
}

/** What goes wrong after the form was filled in: the page again, with everything that was written. */
function refusalOf(cause: unknown, isSoon: boolean): Refusal & { ok: false } {
	if (!(cause instanceof AppError)) throw cause;
	const code = cause.code === 'not-open' && isSoon ? 'not-yet' : cause.code;
	const problems = [{ at: '', code, detail: cause.message }];
	return {
		ok: false,
		status: cause.status,
		problems,
		...(cause instanceof ProofNeeded && { needed: cause })
	};
}

export const actions: Actions = {
	/** Sends the sheet; with `language` in the form it only shows the same answers in another language. */
	default: async ({ locals, params, request, setHeaders }) => {
		const { dialogue, definition } = await readDialogue(locals, params);
		const form = await request.formData().catch(refuseBody);
		const isSoon = locals.now() < dialogue.opensAt;
		const { key = randomId(locals.random), values, ...sent } = readSentForm(definition, form);
		const { proof, ticket } = sent;
		if (form.has('language')) return { key, values, problems: [], ticket };
		const outcome = await acceptAnswers(locals, {
			dialogue,
			key,
			version: sent.version,
			channel: 'web',
			answers: sent.answers,
			background: sent.background,
			source: sourceTag(locals.clientAddress(), locals.now()),
			proof,
			ticket,
			hasty: looksHasty(locals, dialogue.id, form)
		}).catch((cause: unknown) => refusalOf(cause, isSoon));
		if (!outcome.ok) {
			const { problems, status, needed }: Refusal = { status: 422, ...outcome };
			if (needed) setHeaders({ 'proof-challenge': challengeText(needed.challenge) });
			const wait = needed && formatTime(needed.ticket.from, locals.language);
			return fail(status, { key, values, problems, ticket: needed?.ticket.text ?? ticket, wait });
		}
		redirect(303, localizeHref(`/${params.kommun}/dialog/${params.slug}/tack`));
	}
};
