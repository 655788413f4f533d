import { error, fail, redirect, type RequestEvent } from '@sveltejs/kit';
import type { Channel } from '../../dialogues/channel.ts';
import { takesAnswers, type Dialogue } from '../../dialogues/dialogue.ts';
import { dialogueView } from '../../dialogues/dialogue-view.ts';
import { formatTime } from '../../format/moment.ts';
import { inLanguage } from '../../i18n/languages.ts';
import { localizeHref } from '../../i18n/paraglide/runtime.js';
import { timeToAnswer } from '../../questionnaire/estimate.ts';
import { readQuestionnaire } from '../../questionnaire/server/read-questionnaire.ts';
import { AppError } from '../../server/app-error.ts';
import type { Problem } from '../../server/problem.ts';
import { randomId } from '../../server/random.ts';
import { sourceTag } from '../../server/source-tag.ts';
import { answerPage } from '../answer-page.ts';
import { answerPath } from '../answer-path.ts';
import { challengeText } from '../proof-of-work.ts';
import { readSentForm } from '../sent-form.ts';
import { acceptAnswers } from './accept-answers.ts';
import { formMark, looksHasty } from './form-signs.ts';
import { ProofNeeded } from './intake-limit.ts';

type Visitor = Pick<RequestEvent, 'locals' | 'request' | 'setHeaders' | 'url'>;

/** Where somebody answers from, and where they are thanked. */
export interface Visit {
	dialogue: Dialogue;
	channel: Channel;
	/** Path of the page that thanks, without language; it ends with `/tack`. */
	thanks: string;
	/** Source of a sheet that was filled in under supervision; its network's when left out. */
	source?: string;
}

/** Everything that `AnswerVisit.svelte` shows to somebody who has come to answer; the page is never kept by a cache. */
export async function loadAnswerVisit(
	{ locals, setHeaders, url }: Pick<Visitor, 'locals' | 'setHeaders' | 'url'>,
	dialogue: Dialogue
) {
	const { language } = locals;
	const definition = await readQuestionnaire(locals, dialogue);
	setHeaders({ 'cache-control': 'no-store' });
	return {
		dialogue: dialogueView(dialogue, language),
		open: takesAnswers(dialogue, locals.now()),
		page: answerPage(definition, language),
		path: answerPath(definition, {}),
		time: inLanguage(timeToAnswer(definition), language),
		sheet: {
			key: randomId(locals.random),
			version: dialogue.version,
			made: formMark(locals, dialogue.id)
		},
		asksCode: dialogue.entry === 'codes',
		code: url.searchParams.get('kod') ?? '',
		languages: dialogue.languages,
		answerForm: 'answers'
	};
}

/** A body that is too large, or no form at all. */
function refuseBody(cause: { status?: number }): never {
	error(cause.status === 413 ? 413 : 400, { message: 'unreadable form' });
}

/** The form that a browser sent; anything else is refused with an error page. */
export const readSentBody = (request: Request): Promise<FormData> => request.formData().catch(refuseBody);

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

/**
 * Takes the form of an answering page: stores the sheet and goes to the thanks, or gives the page again with all that
 * was written: when something has to be mended, or when the answers lead to questions that the page has not shown.
 * With `language` in the form it only shows the same answers in another language.
 */
export async function receiveAnswerVisit({ locals, request, setHeaders }: Visitor, visit: Visit) {
	const { dialogue, channel } = visit;
	const definition = await readQuestionnaire(locals, dialogue);
	const form = await readSentBody(request);
	const isSoon = locals.now() < dialogue.opensAt;
	const { key = randomId(locals.random), values, ...sent } = readSentForm(definition, form);
	const { version, answers, background, proof, ticket } = sent;
	const path = answerPath(definition, answers, sent.shown);
	const written = { key, values, code: sent.code, path };
	if (form.has('language')) return { ...written, path: { ...path, more: [] }, problems: [], ticket };
	if (path.more.length > 0 && takesAnswers(dialogue, locals.now()))
		return { ...written, problems: [], ticket };
	const source = visit.source ?? sourceTag(locals.clientAddress(), locals.now());
	const hasty = looksHasty(locals, dialogue.id, form);
	const code = dialogue.entry === 'codes' ? sent.code : undefined;
	const sheet = { key, version, channel, answers, background, code };
	const input = { dialogue, ...sheet, source, proof, ticket, hasty };
	const outcome = await acceptAnswers(locals, input).catch((cause: unknown) => refusalOf(cause, isSoon));
	if (!outcome.ok) {
		const { problems, status, needed }: Refusal = { status: 422, ...outcome };
		if (needed) setHeaders({ 'proof-challenge': challengeText(needed.challenge) });
		const wait = needed && formatTime(needed.ticket.from, locals.language);
		return fail(status, { ...written, problems, ticket: needed?.ticket.text ?? ticket, wait });
	}
	redirect(303, localizeHref(visit.thanks));
}
