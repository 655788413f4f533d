import { redirect, type RequestEvent } from '@sveltejs/kit';
import { localizeHref } from '#lib/i18n/paraglide/runtime.js';
import { titleOf } from '#lib/questionnaire/draft-content.ts';
import { orErrorPage } from '#lib/server/page-error.ts';
import { findingsOf } from '#lib/workspace/draft-check.ts';
import { viewFindings } from '#lib/workspace/finding-view.ts';
import { letFindingPass, mendFinding } from '#lib/workspace/server/mend-finding.ts';
import { readOpening } from '#lib/workspace/server/read-opening.ts';
import { openedInstead } from '../opened-instead.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	await openedInstead(locals, params.id);
	const opening = await orErrorPage(readOpening(locals, params.id));
	const { draft } = opening;
	return {
		draftId: draft.id,
		title: titleOf(draft.content),
		findings: viewFindings(findingsOf(opening, locals.now()), { draft, language: locals.language }),
		done: url.searchParams.get('klart')
	};
};

type Event = RequestEvent<{ id: string }>;

const named = async ({ params, request }: Event) => {
	const form = await request.formData();
	const text = (name: string) => String(form.get(name) ?? '');
	return { draftId: params.id, finding: text('finding'), mend: text('mend') };
};

/** Back to the findings, with a word about what happened. */
const told = ({ params }: Event, done: string): never =>
	redirect(303, localizeHref(`/arbete/enkater/${params.id}/kontroll?klart=${done}`));

export const actions: Actions = {
	mend: async (event) => {
		const made = await orErrorPage(mendFinding(event.locals, await named(event)));
		return told(event, made ? 'rattat' : 'borta');
	},
	pass: async (event) => {
		const made = await orErrorPage(letFindingPass(event.locals, { ...(await named(event)), passes: true }));
		return told(event, made ? 'passerat' : 'borta');
	},
	again: async (event) => {
		const made = await orErrorPage(letFindingPass(event.locals, { ...(await named(event)), passes: false }));
		return told(event, made ? 'igen' : 'borta');
	}
};
