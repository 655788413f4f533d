import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { localizeHref } from '#lib/i18n/paraglide/runtime.js';
import type { DraftChange } from '#lib/questionnaire/draft-change.ts';
import type { OpenConflict, Writing } from '#lib/questionnaire/editor/draft-session.ts';
import { fieldText } from '#lib/questionnaire/editor/option-fields.ts';
import { resolutionOf } from '#lib/questionnaire/editor/resolution.ts';
import { parseConflicts } from '#lib/questionnaire/editor/sent-changes.ts';
import { ownKey } from '#lib/questionnaire/keys.ts';
import { makeChanges } from '#lib/questionnaire/server/make-changes.ts';
import { readDraft } from '#lib/questionnaire/server/read-draft.ts';
import { orErrorPage } from '#lib/server/page-error.ts';

export type DraftEvent = RequestEvent<{ id: string }>;

/** What the forms of a draft's pages are made of. */
export async function readSent({ locals, params, request }: DraftEvent) {
	const draft = await orErrorPage(readDraft(locals, params.id));
	const form = await request.formData();
	const command = fieldText(form, 'do') || 'save';
	const newKey = () => ownKey(locals.random.bytes(5));
	return { draft, form, command, content: draft.content, newKey };
}

/** Back to a page of the draft, in the reader's language. */
export const backTo = (id: string, page: string): never =>
	redirect(303, localizeHref(`/arbete/enkater/${id}${page}`));

/** What could not be saved, with the words that were written. */
export const left = ({
	written,
	conflicts = []
}: { written?: Writing; conflicts?: OpenConflict[] } = {}) => ({
	written,
	conflicts,
	refused: conflicts.length === 0
});

/** Makes the changes and goes to a page of the draft, unless something waits for the person. */
export async function makeAndGo({ locals, params }: DraftEvent, changes: DraftChange[], page: string) {
	const { conflicts, problems, by } = await orErrorPage(makeChanges(locals, { id: params.id, changes }));
	if (conflicts.length > 0) {
		const open = conflicts.map(({ change, ...conflict }) => ({ ...conflict, change: changes[change]!, by }));
		return fail(409, left({ conflicts: open }));
	}
	if (problems.length > 0) return fail(422, left({ written: changes[0] as Writing }));
	return backTo(params.id, page);
}

/** Settles one conflict; those that are left come back. */
export async function choose(event: DraftEvent, page: string) {
	const { draft, form } = await readSent(event);
	const open = parseConflicts(fieldText(form, 'conflicts'));
	const conflict = open.find(({ at }) => at === form.get('at'));
	if (!conflict) return backTo(draft.id, page);
	const mine = form.get('take') !== 'theirs';
	const changes = mine ? [resolutionOf(draft.content, conflict, fieldText(form, 'yours'))] : [];
	const rest = open.filter((other) => other !== conflict);
	if (rest.length === 0) return makeAndGo(event, changes, page);
	await orErrorPage(makeChanges(event.locals, { id: draft.id, changes }));
	return fail(409, left({ conflicts: rest }));
}
