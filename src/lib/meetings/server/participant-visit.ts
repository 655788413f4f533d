import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { ProofNeeded } from '#lib/answers/server/intake-limit.ts';
import { challengeText } from '#lib/answers/proof-of-work.ts';
import { formatTime } from '#lib/format/moment.ts';
import { isLanguage, type Language } from '#lib/i18n/languages.ts';
import { localizeHref } from '#lib/i18n/paraglide/runtime.js';
import { defaultSender } from '#lib/places/place.ts';
import { readPlaceProfile } from '#lib/places/server/read-place-profile.ts';
import { readPlace } from '#lib/places/server/read-place.ts';
import { AppError } from '#lib/server/app-error.ts';
import type { Problem } from '#lib/server/problem.ts';
import { sourceTag } from '#lib/server/source-tag.ts';
import { currentStep, type Agenda } from '../agenda.ts';
import { parseParticipant } from '../participant-key.ts';
import type { ParticipantPageData } from '../participant/participant-page.ts';
import { participantView } from '../participant/participant-view.ts';
import { participantWords } from '../participant/participant-words.ts';
import { keptAnswer, readSentAnswer, scriptField, stepField, wayOf } from '../participant/sent-answer.ts';
import { isAsked } from '../step.ts';
import { answerStep } from './answer-step.ts';
import { readParticipantState } from './read-participant-state.ts';

type Visitor = Pick<RequestEvent, 'locals' | 'request' | 'setHeaders' | 'url'>;

/** Where somebody takes part, in the page's language. */
const addressOf = ({ meeting }: Agenda, participant: string, more = ''): string =>
	localizeHref(`/mote/${meeting.code}?jag=${participant}${more}`);

/** Everything that `ParticipantPage.svelte` shows; the page is never kept by a cache. */
export async function loadParticipantVisit(
	{ locals, setHeaders, url }: Pick<Visitor, 'locals' | 'setHeaders' | 'url'>,
	agenda: Agenda,
	participant: string
): Promise<ParticipantPageData> {
	const { language } = locals;
	const still = url.searchParams.has('stilla');
	const changing = url.searchParams.get('andra') ?? undefined;
	setHeaders({ 'cache-control': 'no-store' });
	const state = await readParticipantState(locals, agenda, { language, participant });
	const setup = { language, words: participantWords(), changing };
	return {
		state,
		setup,
		addresses: {
			here: addressOf(agenda, participant),
			still: addressOf(agenda, participant, '&stilla'),
			change: addressOf(agenda, participant, `&andra=${state.step?.id ?? ''}`),
			state: localizeHref(`/mote/${agenda.meeting.code}/lage?jag=${participant}`)
		},
		// A page that somebody may be writing in is never taken away from them.
		refresh: !still && state.phase !== 'ended' && participantView(state, setup).form === null,
		still
	};
}

/** Who asks, and the languages of the meeting that the interface has too. */
export async function readSurroundings(locals: App.Locals, { meeting }: Agenda) {
	const place = await readPlace(locals, meeting.placeCode);
	const profile = await readPlaceProfile(locals, place.code);
	const languages: Language[] = meeting.languages.filter(isLanguage);
	return {
		sender: profile.sender || defaultSender(place),
		languages,
		...(place.slug && {
			municipality: {
				code: place.code,
				name: place.name,
				officialName: place.officialName ?? place.name,
				slug: place.slug
			}
		})
	};
}

interface Refusal {
	status: number;
	problems: Problem[];
	needed?: ProofNeeded;
}

function refusalOf(cause: unknown): Refusal & { ok: false } {
	if (!(cause instanceof AppError)) throw cause;
	const problems = [{ at: '', code: cause.code, detail: cause.message }];
	const needed = cause instanceof ProofNeeded ? { needed: cause } : {};
	return { ok: false, status: cause.status, problems, ...needed };
}

const textOf = (form: FormData, name: string): string | undefined => {
	const value = form.get(name);
	return typeof value === 'string' && value !== '' ? value : undefined;
};

async function answer({ locals }: Pick<Visitor, 'locals'>, form: FormData, input: Answering) {
	const { agenda, participant } = input;
	const step = currentStep(agenda);
	const asked = step && isAsked(step.content) ? step.content.question : undefined;
	const value = asked && readSentAnswer(form, wayOf(asked.kind));
	if (asked && value === undefined)
		return { ok: false as const, status: 422, problems: [{ at: '', code: 'empty', detail: 'no answer' }] };
	return answerStep(locals, {
		agenda,
		stepId: textOf(form, stepField) ?? '',
		participant,
		value,
		source: sourceTag(locals.clientAddress(), locals.now()),
		proof: textOf(form, 'proof'),
		ticket: textOf(form, 'ticket')
	}).catch(refusalOf);
}

interface Answering {
	agenda: Agenda;
	participant: string;
}

/**
 * Takes the form of a participant's page. It leads back to the page, or to the state alone when a script has sent it;
 * what was not saved comes back with the reason and as it was written.
 */
export async function receiveParticipantVisit(visitor: Visitor, agenda: Agenda) {
	const { locals, request, setHeaders, url } = visitor;
	const participant = parseParticipant(url.searchParams.get('jag'));
	if (participant === undefined) redirect(303, localizeHref(`/mote/${agenda.meeting.code}`));
	const form = await request.formData().catch(() => new FormData());
	const outcome = await answer(visitor, form, { agenda, participant });
	if (!outcome.ok) {
		const { problems, status, needed }: Refusal = { status: 422, ...outcome };
		if (needed) setHeaders({ 'proof-challenge': challengeText(needed.challenge) });
		const wait = needed && formatTime(needed.ticket.from, locals.language);
		const kept = keptAnswer(form);
		return fail(status, { problem: problems[0]!.code, ticket: needed?.ticket.text, wait, kept });
	}
	const state = `/mote/${agenda.meeting.code}/lage?jag=${participant}`;
	redirect(303, form.has(scriptField) ? localizeHref(state) : addressOf(agenda, participant));
}
