import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { inLanguage } from '#lib/i18n/languages.ts';
import { localizeHref } from '#lib/i18n/paraglide/runtime.js';
import type { Agenda } from '#lib/meetings/agenda.ts';
import { agendaTemplate, agendaTemplateNames } from '#lib/meetings/agenda/agenda-template.ts';
import { pointWords } from '#lib/meetings/agenda/agenda-words.ts';
import { ownKindOf, ownKinds, stepFromForm } from '#lib/meetings/agenda/step-form.ts';
import { sentValues, valuesOf } from '#lib/meetings/agenda/step-values.ts';
import type { AgendaChange } from '#lib/meetings/change-steps.ts';
import { listReadyQuestions } from '#lib/meetings/server/find-addition.ts';
import { readMeeting } from '#lib/meetings/server/list-meetings.ts';
import { saveAgenda } from '#lib/meetings/server/save-agenda.ts';
import { isAsked } from '#lib/meetings/step.ts';
import { ownKey } from '#lib/questionnaire/keys.ts';
import { listAreas } from '#lib/questionnaire/server/list-areas.ts';
import type { Context } from '#lib/server/context.ts';
import { orErrorPage } from '#lib/server/page-error.ts';
import type { Actions, PageServerLoad } from './$types';

type Event = RequestEvent<{ id: string }>;

/** What is being written: a new point of a kind, or one of the agenda's own. */
function writingOf({ steps }: Agenda, query: URLSearchParams) {
	const kind = ownKinds.find((one) => one === query.get('nytt'));
	if (kind) return { kind, id: null, values: {} };
	const step = steps.find(({ id }) => id === query.get('moment'));
	const own = step && ownKindOf(step.content);
	return own ? { kind: own, id: step.id, values: valuesOf(step.content) } : null;
}

/** What a review can look back at. */
async function sourcesOf({ meeting, steps }: Agenda, ctx: Context, joined: { key: string; text: string }[]) {
	const asked = steps.filter(({ content }) => isAsked(content) && content.kind !== 'wall');
	return [
		...asked.map(({ id, content, position }) => ({
			value: `step:${id}`,
			text: `${position + 1}. ${pointWords(content, steps, ctx.language)}`
		})),
		...(meeting.dialogueId === null
			? []
			: joined.map(({ key, text }) => ({ value: `dialogue:${key}`, text })))
	];
}

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const agenda = await orErrorPage(readMeeting(locals, { id: params.id }));
	const { meeting, steps } = agenda;
	const ready = await listReadyQuestions(locals, meeting);
	const has = new Set(steps.flatMap(({ content }) => ('question' in content ? content.question.key : [])));
	const questions = (joins: boolean) =>
		ready
			.filter((one) => one.joins === joins)
			.map(({ question: { key, text } }) => ({ key, text: inLanguage(text, locals.language) }));
	return {
		id: meeting.id,
		title: inLanguage(meeting.title, locals.language),
		languages: meeting.languages,
		mayChange: meeting.state !== 'ended',
		entries: steps.map(({ id, content, state, dialogueId }) => ({
			...{ id, content },
			locked: state !== 'waiting' || dialogueId !== null
		})),
		writing: writingOf(agenda, url.searchParams),
		sources: await sourcesOf(agenda, locals, questions(true)),
		dialogue: questions(true).filter(({ key }) => !has.has(key)),
		bank: questions(false).filter(({ key }) => !has.has(key))
	};
};

const text = (form: FormData, name: string) => String(form.get(name) ?? '');

/** Makes the changes one after the other and goes back to the agenda; the first that is refused is told. */
async function change({ locals, params }: Event, changes: readonly AgendaChange[], at = '') {
	for (const one of changes) {
		const saved = await orErrorPage(saveAgenda(locals, { meetingId: params.id, change: one }));
		if (!saved.ok) return saved.problems;
	}
	redirect(303, localizeHref(`/arbete/moten/${params.id}/dagordning`) + at);
}

export const actions: Actions = {
	template: async (event) => {
		const name = agendaTemplateNames.find((one) => one === event.url.searchParams.get('mall'));
		const form = await event.request.formData();
		const chosen = name ?? agendaTemplateNames.find((one) => one === form.get('template'));
		const { meeting } = await orErrorPage(readMeeting(event.locals, { id: event.params.id }));
		const contents = chosen ? agendaTemplate(chosen, await listAreas(event.locals, meeting.placeCode)) : [];
		const problems = await change(
			event,
			contents.map((content) => ({ do: 'add', content }))
		);
		return fail(422, { problems });
	},
	add: async (event) => {
		const { meeting } = await orErrorPage(readMeeting(event.locals, { id: event.params.id }));
		const form = await event.request.formData();
		const key = text(form, form.get('from') === 'dialogue' ? 'dialogueKey' : 'bankKey');
		const content = (await listReadyQuestions(event.locals, meeting)).find(
			({ question }) => question.key === key
		);
		const problems = await change(event, content ? [{ do: 'add', content }] : []);
		return fail(422, { problems });
	},
	write: async (event) => {
		const { meeting, steps } = await orErrorPage(readMeeting(event.locals, { id: event.params.id }));
		const form = await event.request.formData();
		const kind = ownKinds.find((one) => one === form.get('kind')) ?? 'notes';
		const id = text(form, 'id') || null;
		const before = steps.find((step) => step.id === id)?.content;
		const newKey = () => ownKey(event.locals.random.bytes(5));
		const read = stepFromForm(form, kind, { languages: meeting.languages, newKey, before });
		const sent = { kind, id, values: sentValues(form) };
		if (!read.ok) return fail(422, { ...sent, problems: read.problems });
		const content = read.value;
		const problems = await change(
			event,
			[id === null ? { do: 'add', content } : { do: 'change', stepId: id, content }],
			id === null ? '' : `#moment-${id}`
		);
		return fail(422, { ...sent, problems });
	},
	arrange: async (event) => {
		const { steps } = await orErrorPage(readMeeting(event.locals, { id: event.params.id }));
		const form = await event.request.formData();
		const id = text(form, 'id');
		const from = steps.findIndex((step) => step.id === id);
		const by = { up: -1, down: 1 }[text(form, 'do')];
		const changes: AgendaChange[] =
			by !== undefined
				? [{ do: 'move', stepId: id, to: from + by }]
				: text(form, 'do') === 'remove'
					? [{ do: 'remove', stepId: id }]
					: [];
		const problems = await change(event, changes, by === undefined ? '' : `#moment-${id}`);
		return fail(422, { problems });
	}
};
